import { fold } from "#shared/domain/fold.ts";

/** Words that carry a matter: runs of kanji, of katakana, of Latin and digits. Hiragana and signs hold sentences together. */
const RUNS = /[\p{Script=Han}々〆]+|[\p{Script=Katakana}ー]+|[A-Za-z0-9][A-Za-z0-9._@-]*/gu;
const LONGEST_RUN = 16;

/** The runs of a text that are two characters and longer, folded, with how often each occurs. */
export function runsOf(text: string): Map<string, number> {
  const runs = new Map<string, number>();
  for (const [run] of text.normalize("NFKC").matchAll(RUNS)) {
    const folded = fold(run).slice(0, LONGEST_RUN);
    if (folded.length >= 2) runs.set(folded, (runs.get(folded) ?? 0) + 1);
  }
  return runs;
}

/** How much each pair of characters weighs in a text; a pair that is said often says less each time. */
export type TextVector = ReadonlyMap<string, number>;

export function vectorOf(text: string): TextVector {
  const counts = new Map<string, number>();
  for (const [run, times] of runsOf(text)) {
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + times);
    }
  }
  return new Map([...counts].map(([pair, count]) => [pair, 1 + Math.log(count)]));
}

/** Texts of fewer different pairs are too short to be alike: two headings of two words are soon the same. */
const PAIRS_TO_COMPARE = 20;

/**
 * Cosine of two texts, 0…1, less for very short ones. `commonness` (0…1) of a pair takes weight from what many texts say.
 */
export function likenessOf(a: TextVector, b: TextVector, commonness: (pair: string) => number): number {
  const weigh = (vector: TextVector, pair: string): number => (vector.get(pair) ?? 0) * (1 - commonness(pair));
  const length = (vector: TextVector): number =>
    Math.sqrt([...vector.keys()].reduce((sum, pair) => sum + weigh(vector, pair) ** 2, 0));
  const lengths = length(a) * length(b);
  if (lengths === 0) return 0;
  const product = [...a.keys()].reduce((sum, pair) => sum + weigh(a, pair) * weigh(b, pair), 0);
  return Math.min(1, product / lengths) * Math.min(1, Math.min(a.size, b.size) / PAIRS_TO_COMPARE);
}
