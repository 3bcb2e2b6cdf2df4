import { useEffect, useRef } from "react";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import classes from "./TextPanes.module.css";
import { tierOf } from "./tiers.ts";

export type MarkedPlainProps = {
  text: string;
  findings: readonly DeskFinding[];
  /** Which of them belong to what is spoken of. */
  spoken(finding: DeskFinding): boolean;
};

type Piece = { text: string; finding?: DeskFinding };

/** The text cut at its findings; of two that overlap the first is marked. */
function piecesOf(text: string, findings: readonly DeskFinding[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    if (finding.start < from || finding.end <= finding.start) continue;
    pieces.push({ text: text.slice(from, finding.start) }, { text: text.slice(finding.start, finding.end), finding });
    from = finding.end;
  }
  return [...pieces, { text: text.slice(from) }];
}

/** A plain text, such as a mail as it was received, with its findings marked. */
export function MarkedPlain({ text, findings, spoken }: MarkedPlainProps) {
  const block = useRef<HTMLDivElement>(null);
  const firstSpoken = findings.find(spoken);
  useEffect(() => {
    if (firstSpoken !== undefined) {
      block.current?.querySelector("[data-spoken=true]")?.scrollIntoView({ block: "nearest" });
    }
  }, [firstSpoken]);
  return (
    <div ref={block} className={classes.plain}>
      {piecesOf(text, findings).map(({ text: piece, finding }, index) =>
        finding === undefined ? (
          piece
        ) : (
          <span key={index} className={classes.marking} data-tone={tierOf(finding)} data-spoken={spoken(finding)}>
            {piece}
          </span>
        ),
      )}
    </div>
  );
}
