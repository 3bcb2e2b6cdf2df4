import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { partsOf, type Quarter } from "#shared/domain/quarter.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Sentence } from "#renderer/ui/Sentence.tsx";
import { FigureLink } from "./FigureLink.tsx";
import classes from "./PrintedTable.module.css";

/** Runs of columns of one year, as the printed head groups them. */
function yearsOf(columns: readonly Quarter[]): { year: number; span: number }[] {
  const years: { year: number; span: number }[] = [];
  for (const { year } of columns.map(partsOf)) {
    const last = years.at(-1);
    if (last?.year === year) last.span += 1;
    else years.push({ year, span: 1 });
  }
  return years;
}

/** Table 1 as it will be printed, with its notes; every number opens. */
export function PrintedTable({ figures }: { figures: QuarterFigures }) {
  const { quarters: words, format } = useMessages();
  const { columns, quarter } = figures;
  const rows = [
    { number: 1, figure: "provided", name: words.table.provided, values: figures.provided, note: "" },
    { number: 2, figure: "shared", name: words.table.shared, values: figures.shared, note: words.notes.one },
  ] as const;
  const counted = (figure: "hubOrigin" | "notShared" | "targeted" | "outside") => (
    <FigureLink
      quarter={quarter}
      figure={figure}
      name={words.records.figure[figure]}
      value={format.items(figures[figure])}
    />
  );
  const basisWord = (index: number) => words.table.basis[figures.basis[index] ?? "records"];
  return (
    <div className={classes.sheet}>
      <table className={classes.table} aria-label={words.table.title}>
        <caption>{words.table.title}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {words.table.number}
            </th>
            <th rowSpan={2} scope="col">
              {words.table.item}
            </th>
            {yearsOf(columns).map(({ year, span }) => (
              <th key={year} colSpan={span} scope="colgroup">
                {format.year(year)}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-current={column === quarter}>
                {format.months(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, figure, name, values, note }) => (
            <tr key={figure}>
              <td>{number}</td>
              <th scope="row">
                {name}
                {note === "" ? null : <sup>{note}</sup>}
              </th>
              {columns.map((column, index) => (
                <td key={column} data-current={column === quarter}>
                  {figures.known[index] === true ? (
                    <FigureLink
                      quarter={column}
                      figure={figure}
                      name={words.records.figure[figure]}
                      value={format.items(values[index] ?? 0)}
                    />
                  ) : (
                    <span className={classes.unknown} title={words.table.unknownHint}>
                      {words.table.unknown}
                    </span>
                  )}
                  {figure === "shared" && column === quarter ? <sup>{words.notes.two}</sup> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{words.table.basisRow}</th>
            {columns.map((column, index) => (
              <td key={column}>{figures.known[index] === true ? basisWord(index) : ""}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      <dl className={classes.notes}>
        <dt>{words.notes.one}</dt>
        <dd>
          <Sentence of={words.notes.difference} parts={[counted("notShared")]} />
        </dd>
        <dt>{words.notes.two}</dt>
        <dd>
          <Sentence of={words.notes.hubOrigin} parts={[counted("hubOrigin")]} />
        </dd>
      </dl>
      <p className={classes.sentence}>
        <Sentence
          of={(targeted) => words.targeted(format.items(figures.provided.at(-1) ?? 0), targeted)}
          parts={[counted("targeted")]}
        />
        {figures.outside === 0 ? null : <Sentence of={words.outside} parts={[counted("outside")]} />}
      </p>
    </div>
  );
}
