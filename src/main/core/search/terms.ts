import { fold } from "#shared/domain/fold.ts";

/**
 * A text becomes overlapping pairs of UTF-16 units, each written as eight hexadecimal digits, and its last unit alone
 * as four. A phrase of consecutive pairs is then found exactly where the folded text contains the piece, Japanese or
 * not, from two characters on; one character is the prefix of a pair.
 */
const HEX = Array.from({ length: 0x10000 }, (_, code) => code.toString(16).padStart(4, "0"));

function unitsOf(folded: string): string[] {
  return Array.from({ length: folded.length }, (_, position) => HEX[folded.charCodeAt(position)] ?? "");
}

/** Index words of a text, in order. */
export function termsOf(text: string): string {
  const units = unitsOf(fold(text));
  return units.map((unit, position) => unit + (units[position + 1] ?? "")).join(" ");
}

/** FTS5 expression that matches texts whose folded form contains the folded piece. */
export function matchPiece(foldedPiece: string): string {
  const units = unitsOf(foldedPiece);
  if (units.length === 1) return `"${units[0] ?? ""}" *`;
  const pairs = units.slice(0, -1).map((unit, position) => unit + (units[position + 1] ?? ""));
  return `"${pairs.join(" ")}"`;
}
