import { fold } from "#shared/domain/fold.ts";

const PIECE = /["＂]([^"＂]*)["＂]?|[^\s"＂]+/gu;

/**
 * Splits what was typed into pieces, words and "quoted" exact pieces of text, and folds each: folding first would make
 * spaces of characters such as ゛ and split at them. A quotation left open runs to the end.
 * @returns no pieces for a blank query
 */
export function parseQuery(text: string): string[] {
  const pieces = [...text.matchAll(PIECE)].map(([word, quoted]) => quoted ?? word);
  return [...new Set(pieces.filter((piece) => piece.trim().length > 0).map(fold))];
}
