import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { FIGURES, type FigureName } from "#shared/domain/vocabulary.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { Section } from "./Section.tsx";

function isFigureName(figure: string): figure is FigureName {
  return FIGURES.some((name) => name === figure);
}

/** What changed after the freeze; only a frozen quarter has any. */
export function Revisions({ figures }: { figures: QuarterFigures }) {
  const { quarters: words, format, vocabulary } = useMessages();
  if (figures.frozen === null) return null;
  const { columns } = words.frozen;
  return (
    <Section title={words.frozen.revisions}>
      {figures.revisions.length === 0 ? (
        <p>{words.frozen.noRevisions}</p>
      ) : (
        <RowTable
          label={words.frozen.revisions}
          rows={figures.revisions}
          keyOf={({ figure, at, old }) => `${figure}${at}${old}`}
          columns={[
            { id: "at", title: columns.at, cell: ({ at }) => <Figures>{format.moment(at)}</Figures> },
            {
              id: "figure",
              title: columns.figure,
              cell: ({ figure }) => (isFigureName(figure) ? vocabulary.figure[figure] : figure),
            },
            { id: "old", title: columns.old, align: "end", cell: ({ old }) => format.number(old) },
            { id: "new", title: columns.now, align: "end", cell: (revision) => format.number(revision.new) },
            { id: "reason", title: columns.reason, grows: true, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Section>
  );
}
