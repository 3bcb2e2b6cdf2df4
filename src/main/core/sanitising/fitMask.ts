import type { Mask } from "./maskSpans.ts";

/**
 * What Markdown needs to stay what it is, inside a stretch that is to be masked: ends of cells, rows, items and fences.
 * A soft line break inside a paragraph is none.
 */
const BLOCK_EDGE =
  /[ \t]*(?:\|[ \t]*(?:\n[ \t]*\|[ \t:|-]*)?|\n[ \t]*\n\s*(?:[-*+>#][ \t]|\d+[.)][ \t])?|\n(?=[ \t]*(?:```|~~~))|\n[ \t]*(?:[-*+]|\d+[.)]|#{1,6})[ \t]+|\n[ \t]*\[\^[^\]\n]*\]:[ \t]*)/gu;
/** Marks that come in pairs. */
const PAIRED = ["```", "**", "__", "~~", "`", "*"] as const;
/** A link's own punctuation at the end of what the engine took for its address. */
const AFTER_TARGET = /[)\]>`|"'*~]+$/u;

/**
 * A mask that leaves Markdown's structure as it is: cells stay cells and items items, marks keep their mates, a link its brackets.
 *
 * @param inFence whether the stretch stands in a fenced block, where each line counts and nothing else
 */
export function fitMask(text: string, mask: Mask): Mask {
  const closed = keepClosing(text, trimEdges(text, mask));
  const slice = text.slice(closed.start, closed.end);
  if (!/[|\n*_~`[\]]/u.test(slice)) return closed;
  const pieces = isTableRow(text, closed) || slice.includes("\n") ? cutAtEdges(slice) : [slice];
  const words = pieces.map((piece, index) => (index % 2 === 0 ? (piece.trim() === "" ? piece : closed.text) : piece));
  if (pieces.length > 1) return { ...closed, text: words.join("") };
  return keepPairs(text, closed, slice);
}

const LEADING = /^[\s|]+/u;
const TRAILING = /(?:\s|\n[ \t]*(?:[-*+>#|]+|\d+[.)]?)|\|)+$/u;

/** What a mask covers before its first and behind its last word is structure. */
function trimEdges(text: string, mask: Mask): Mask {
  const slice = text.slice(mask.start, mask.end);
  const first = LEADING.exec(slice)?.[0].length ?? 0;
  const last = TRAILING.exec(slice)?.[0].length ?? 0;
  return first + last >= slice.length ? mask : { ...mask, start: mask.start + first, end: mask.end - last };
}

/** As much of a line as tells what it is: a text may be one line, with a mask every few characters. */
const MOST_OF_LINE = 2_000;

/** The line that a place stands in, from its beginning to that place. */
export function lineBefore(text: string, place: number): string {
  const before = text.slice(Math.max(0, place - MOST_OF_LINE), place);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** Whether the line it starts in is a row of a table. */
function isTableRow(text: string, { start }: Mask): boolean {
  const line = lineBefore(text, start);
  return /^[ \t>]*\|/u.test(line) || /^[^|\n]*\|/u.test(line);
}

/** Pieces and edges by turns, beginning and ending with a piece. */
function cutAtEdges(slice: string): string[] {
  const pieces: string[] = [];
  let position = 0;
  for (const match of slice.matchAll(BLOCK_EDGE)) {
    pieces.push(slice.slice(position, match.index), match[0]);
    position = match.index + match[0].length;
  }
  pieces.push(slice.slice(position));
  return pieces;
}

/** A mask that grew to the end of a link in Markdown gives back what closes the link. */
function keepClosing(text: string, mask: Mask): Mask {
  const slice = text.slice(mask.start, mask.end);
  const tail = /[)>`|\]"'*~]/u.test(slice) ? closingOf(text, mask, slice) : "";
  if (tail === "" || tail.length >= slice.length) return mask;
  return { ...mask, end: mask.end - tail.length };
}

function closingOf(text: string, mask: Mask, slice: string): string {
  const line = lineBefore(text, mask.start);
  // What the engine takes for one address may be the words of a link and where it leads.
  const words = slice.indexOf("](");
  if (words > 0) return slice.slice(words);
  const target = /\]\(<?[^()\s]*$/u.test(line) ? slice.search(/[)>]/u) : -1;
  if (target > 0) return slice.slice(target);
  const angle = /<[^<>\s]*$/u.test(line) ? slice.indexOf(">") : -1;
  if (angle > 0) return slice.slice(angle);
  const ticks = (line.match(/`/gu) ?? []).length % 2 === 1 ? slice.indexOf("`") : -1;
  if (ticks > 0) return slice.slice(ticks);
  const tail = AFTER_TARGET.exec(slice)?.[0] ?? "";
  return /^[\x21-\x7e]+$/u.test(slice) ? tail : "";
}

/** A mark inside whose mate stands outside is kept: beside its mate the mask takes both in. */
function keepPairs(text: string, mask: Mask, slice: string): Mask {
  let { start, end } = mask;
  let kept = "";
  for (const mark of PAIRED) {
    const count = slice.split(mark).length - 1;
    if (count % 2 === 0) continue;
    if (text.slice(start - mark.length, start) === mark) start -= mark.length;
    else if (text.slice(end, end + mark.length) === mark) end += mark.length;
    else kept += mark;
    break;
  }
  return { start, end, text: mask.text + kept };
}
