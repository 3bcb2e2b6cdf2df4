import type { FigureConflict, QuarterFigures } from "#shared/contract/quarters.ts";
import { spanOf, type Quarter } from "#shared/domain/quarter.ts";
import type { FigureName } from "#shared/domain/vocabulary.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { Sentence } from "#renderer/ui/Sentence.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { FigureLink } from "./FigureLink.tsx";
import classes from "./OpenWork.module.css";
import { Section } from "./Section.tsx";

/** The number of the table that a published figure stands for. */
const FIGURE_KEYS = {
  provided: "provided",
  shared: "shared",
  "hub-origin": "hubOrigin",
  targeted: "targeted",
  sigs: "sigs",
  organizations: "organizations",
} as const satisfies Record<FigureName, string>;

/** What still stands between these figures and their publication, a sentence each, each with where to do it. */
export function OpenWork({ figures, onFreeze }: { figures: QuarterFigures; onFreeze(): void }) {
  const { quarters: words, format } = useMessages();
  const { quarter, undetermined, frozen, conflicts } = figures;
  const isOver = spanOf(quarter).untilMs <= Date.now();
  useCommands([
    {
      id: "quarters.freeze",
      title: words.freezeDialog.title(format.quarter(quarter)),
      reading: words.freezeReading,
      group: words.openWork.title,
      when: frozen === null && isOver,
      run: onFreeze,
    },
  ]);
  const nothing = undetermined === 0 && frozen !== null && conflicts.length === 0;
  return (
    <Section title={words.openWork.title}>
      <ul className={classes.list}>
        {nothing ? (
          <li>
            <StatusMark shape="check" tone="good">
              {words.openWork.none}
            </StatusMark>
          </li>
        ) : null}
        {undetermined === 0 ? null : (
          <li>
            <i aria-hidden="true" />
            <Sentence
              of={words.openWork.undetermined}
              parts={[
                <FigureLink
                  key="undetermined"
                  quarter={quarter}
                  figure="undetermined"
                  name={words.records.figure.undetermined}
                  value={format.items(undetermined)}
                />,
              ]}
            />
          </li>
        )}
        {conflicts.map((conflict) => (
          <Conflict key={`${conflict.quarter}${conflict.figure}`} conflict={conflict} shown={quarter} />
        ))}
        {frozen !== null ? null : (
          <li>
            <i aria-hidden="true" />
            {isOver
              ? words.openWork.notFrozen(format.quarter(quarter))
              : words.openWork.notOver(format.quarter(quarter))}{" "}
            {isOver ? (
              <button type="button" className="link-button" onClick={onFreeze}>
                {words.openWork.freeze}
              </button>
            ) : null}
          </li>
        )}
      </ul>
    </Section>
  );
}

function Conflict({ conflict, shown }: { conflict: FigureConflict; shown: Quarter }) {
  const { quarters: words, format, vocabulary } = useMessages();
  const showQuarter = useWorkplace((state) => state.showQuarter);
  const { quarter, figure, published, records, source } = conflict;
  const unit = (count: number) =>
    (figure === "sigs" || figure === "organizations" ? format.number : format.items)(count);
  const name = vocabulary.figure[figure];
  return (
    <li>
      <i aria-hidden="true" />
      <Sentence
        of={(value) => words.openWork.conflict(format.quarter(quarter), name, unit(published), source, value)}
        parts={[
          <FigureLink key="records" quarter={quarter} figure={FIGURE_KEYS[figure]} name={name} value={unit(records)} />,
        ]}
      />{" "}
      {quarter === shown ? null : (
        <button type="button" className="link-button" onClick={() => showQuarter(quarter)}>
          {words.openWork.goThere}
        </button>
      )}
    </li>
  );
}
