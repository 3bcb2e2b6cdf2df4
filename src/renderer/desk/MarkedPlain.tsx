import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { UNDER } from "#renderer/ui/editor/markings.ts";
import { layerMarks } from "./layerMarks.ts";
import classes from "./TextPanes.module.css";
import { tierOf } from "./tiers.ts";

export type MarkedPlainProps = {
  text: string;
  findings: readonly DeskFinding[];
  /** The one that belongs to what is spoken of. */
  spoken: DeskFinding | undefined;
};

type Mark = { from: number; to: number; tone: string; finding: DeskFinding };
type Piece = { text: string; finding?: DeskFinding; tone?: string };

/** The text cut at its findings. */
function piecesOf(text: string, findings: readonly DeskFinding[]): Piece[] {
  const marks = findings.map((finding): Mark => {
    return { from: finding.start, to: finding.end, tone: tierOf(finding), finding };
  });
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, tone, finding } of layerMarks(marks)) {
    if (tone === UNDER || from < at) continue;
    pieces.push({ text: text.slice(at, from) }, { text: text.slice(from, to), finding, tone });
    at = to;
  }
  return [...pieces, { text: text.slice(at) }];
}

/** A plain text, such as a mail as it was received, with its findings marked. */
export function MarkedPlain({ text, findings, spoken }: MarkedPlainProps) {
  const { sanitising } = useMessages();
  return (
    <div className={classes.plain}>
      {piecesOf(text, findings).map(({ text: piece, finding, tone }, index) =>
        finding === undefined ? (
          piece
        ) : (
          <span
            key={index}
            role="mark"
            title={sanitising.severity[tierOf(finding)]}
            className={classes.marking}
            data-tone={tone}
            data-spoken={finding === spoken}
          >
            {piece}
          </span>
        ),
      )}
    </div>
  );
}
