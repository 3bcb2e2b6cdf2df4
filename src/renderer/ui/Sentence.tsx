import type { ReactNode } from "react";

/** Stand-ins for the parts while the sentence is written: characters that no message uses. */
const FIRST_STAND_IN = 0xe000;

/** A sentence of the messages whose parameters are more than text, such as numbers that open. */
export function Sentence({
  of,
  parts,
}: {
  of: (first: string, second: string) => string;
  parts: readonly ReactNode[];
}) {
  const standIns = parts.map((_, index) => String.fromCharCode(FIRST_STAND_IN + index));
  const pieces = of(standIns[0] ?? "", standIns[1] ?? "").split(/([\ue000-\ue0ff])/u);
  return pieces.map((piece, index) => {
    const part = standIns.indexOf(piece);
    return <span key={index}>{part < 0 ? piece : parts[part]}</span>;
  });
}
