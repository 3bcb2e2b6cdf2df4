import type { Mask } from "./maskSpans.ts";
import { fitMask } from "./fitMask.ts";
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
  return merged.map((mask) => fitMask(text, mask));
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
