import type { FigureKey } from "#shared/contract/quarters.ts";
import { partsOf, type Quarter } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { useOpenFigure } from "./openFigure.ts";
import { Section } from "./Section.tsx";
import classes from "./Trend.module.css";

const SHOWN_QUARTERS = 12;

type Point = { quarter: Quarter; value: number | null };

/** Three small charts on one time axis, every column with its number: nothing to look up in a legend. */
export function Trend({ quarter }: { quarter: Quarter }) {
  const { quarters: words } = useMessages();
  const { data, error } = useRead(api.quarters.trend, { quarter, count: SHOWN_QUARTERS }, { keepPrevious: true });
  const points = (read: (row: NonNullable<typeof data>[number]) => number | null): Point[] =>
    (data ?? []).map((row) => ({ quarter: row.quarter, value: row.known ? read(row) : null }));
  return (
    <Section title={words.trend.title} aside={words.trend.count(SHOWN_QUARTERS)}>
      <ErrorNote error={error} />
      <div className={classes.multiples}>
        <Columns figure="provided" points={points((row) => row.provided)} current={quarter} />
        <Columns figure="shared" points={points((row) => row.shared)} current={quarter} />
        <Columns figure="targeted" points={points((row) => row.targeted)} current={quarter} axis />
      </div>
    </Section>
  );
}

type ColumnsProps = { figure: FigureKey; points: readonly Point[]; current: Quarter; axis?: boolean };

function Columns({ figure, points, current, axis = false }: ColumnsProps) {
  const { quarters: words, format } = useMessages();
  const open = useOpenFigure((state) => state.open);
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const name = words.records.figure[figure];
  return (
    <figure className={classes.chart} aria-label={name}>
      <figcaption>{name}</figcaption>
      <div className={classes.columns}>
        {points.map(({ quarter, value }) => {
          const { year, number } = partsOf(quarter);
          const shown = value === null ? words.trend.unknown : format.items(value);
          return (
            <div key={quarter} className={classes.slot} data-current={quarter === current} data-first={number === 1}>
              <button
                type="button"
                disabled={value === null}
                title={words.trend.open(format.quarter(quarter), name, shown)}
                aria-label={words.trend.open(format.quarter(quarter), name, shown)}
                onClick={() => open({ quarter, figure, part: null, name, value: shown })}
              >
                <span>{value === null ? "–" : format.number(value)}</span>
                <i data-known={value !== null} style={{ "--height": (value ?? 0) / most }} />
              </button>
              {axis ? (
                <small>
                  {words.trend.shortQuarter(number)}
                  <b>{number === 1 || quarter === points[0]?.quarter ? format.year(year) : ""}</b>
                </small>
              ) : null}
            </div>
          );
        })}
      </div>
    </figure>
  );
}
