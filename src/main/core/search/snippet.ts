import { fold, foldWithMap, type FoldedText } from "#shared/domain/fold.ts";

export type Snippet = { snippet: string; marks: { start: number; end: number }[] };

const BEFORE = 30;
const LENGTH = 120;
/** Folding with a map is slow on book-length texts; the beginning is found by the plain fold first. */
const NEIGHBOURHOOD = 2_000;

function findAll(folded: FoldedText, pieces: readonly string[]): { start: number; end: number }[] {
  const spans = pieces.flatMap((piece) => {
    const found: { start: number; end: number }[] = [];
    for (let at = folded.text.indexOf(piece); at >= 0; at = folded.text.indexOf(piece, at + piece.length)) {
      found.push({ start: folded.starts[at] ?? 0, end: folded.ends[at + piece.length - 1] ?? 0 });
    }
    return found;
  });
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}

function merge(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** A stretch of the text around its first match, with all matches in it marked; the beginning when none is in it. */
export function cutSnippet(text: string, pieces: readonly string[]): Snippet {
  const folded = fold(text);
  const first = Math.min(...pieces.map((piece) => folded.indexOf(piece)).filter((at) => at >= 0), text.length);
  const from = Math.max(0, first - NEIGHBOURHOOD);
  const near = text.slice(from, from + 2 * NEIGHBOURHOOD);
  const spans = merge(findAll(foldWithMap(near), pieces));
  const start = Math.max(0, (spans[0]?.start ?? 0) - BEFORE);
  const raw = near.slice(start, start + LENGTH);
  const lead = from + start > 0 ? "…" : "";
  const snippet = lead + raw.replaceAll(/\s/gu, " ") + (from + start + LENGTH < text.length ? "…" : "");
  const marks = spans
    .map(({ start: a, end: b }) => ({ start: a - start, end: Math.min(b - start, raw.length) }))
    .filter((span) => span.start < raw.length && span.end > span.start)
    .map((span) => ({ start: span.start + lead.length, end: span.end + lead.length }));
  return { snippet, marks };
}
