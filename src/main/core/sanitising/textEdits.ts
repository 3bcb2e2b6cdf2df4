import type { Mask } from "./maskSpans.ts";
import { applyMasks } from "./sanitise.ts";

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
