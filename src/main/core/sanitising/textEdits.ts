import type { Mask } from "./maskSpans.ts";
import { fitMask } from "./fitMask.ts";
import { quotedSpans } from "./quotedText.ts";
import { applyMasks } from "./sanitise.ts";

/** Masks that touch the same words become one, and the wider gives the words; each then leaves Markdown as it is. */
export function fitMasks(text: string, masks: readonly Mask[]): Mask[] {
  const merged: Mask[] = [];
  let widest = 0;
  for (const mask of masks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    const width = mask.end - mask.start;
    if (!last || mask.start >= last.end) {
      merged.push({ ...mask });
      widest = width;
      continue;
    }
    if (width > widest) {
      last.text = mask.text;
      widest = width;
    }
    last.end = Math.max(last.end, mask.end);
  }
  return keepLiteral(
    text,
    merged.map((mask) => fitMask(text, mask)),
  );
}

/** invoice_都築.xlsx: beside the bracket of a mask its underscore would begin an emphasis. */
function keepLiteral(text: string, masks: Mask[]): Mask[] {
  const marks = masks.filter(({ start, end }) => text.charAt(end) === "_" || text.charAt(start - 1) === "_");
  if (marks.length === 0) return masks;
  const quoted = quotedSpans(text);
  return masks.map((mask) => {
    const { start, end } = mask;
    const first = text.charAt(start - 1) === "_" && text.charAt(start - 2) !== "\\";
    const last = text.charAt(end) === "_";
    if ((!first && !last) || quoted.some((span) => span.start <= start && span.end >= end)) return mask;
    return { start: first ? start - 1 : start, end, text: `${first ? "\\_" : ""}${mask.text}${last ? "\\" : ""}` };
  });
}

/** Edits that touch one another become one, and the wider gives the words. */
export function applyEdits(text: string, edits: readonly Mask[]): string {
  return edits.length === 0 ? text : applyMasks(text, edits);
}

/** Where a place of a text is after edits before it. */
export function placeAfter(edits: readonly Mask[], place: number): number {
  let moved = place;
  let reached = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end > place) break;
    // One inside another has been counted with it.
    if (end <= reached) continue;
    moved += text.length - (end - start);
    reached = end;
  }
  return moved;
}
