/** A way to say a number less exactly, and the span of what it can mean, in the number's own unit. */
export type CoarseChoice = { words: string; low: number; high: number };

/** Puts words together as the text around writes them: `約 7 割` where digits stand apart from Japanese, else `約7割`. */
export function spell(words: string, isSpaced: boolean): string {
  if (!isSpaced) return words;
  return words
    .replaceAll(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=\d)/gu, " ")
    .replaceAll(/(?<=\d)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, " ");
}

/** Made once: making one takes longer than writing a hundred numbers, and a text may have thousands. */
const COMMAS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const withCommas = (value: number) => COMMAS.format(value);

/** A whole number as reports write it: 5,500 · 1万2,000 · 1,000万 · 1億2,000万. */
export function writeNumber(value: number): string {
  const rounded = Math.round(value);
  if (rounded < 10_000) return withCommas(Number.isInteger(value) ? rounded : value);
  const hundredMillions = Math.floor(rounded / 100_000_000);
  const tenThousands = Math.floor((rounded % 100_000_000) / 10_000);
  const rest = rounded % 10_000;
  return [
    hundredMillions > 0 ? `${withCommas(hundredMillions)}億` : "",
    tenThousands > 0 ? `${withCommas(tenThousands)}万` : "",
    rest > 0 ? withCommas(rest) : "",
  ].join("");
}

/** The power of ten of a number's first digit; 1 below ten. Logarithms would round 9,999,999,977 up. */
export const magnitudeOf = (value: number): number => 10 ** (Math.floor(value).toFixed(0).length - 1);

/** Rounded to its first `digits` digits. */
export function roundTo(value: number, digits: number): number {
  const unit = magnitudeOf(value) / 10 ** (digits - 1);
  return Math.round(value / unit) * unit;
}

export function significantDigits(value: number): number {
  const digits = value.toPrecision(12).replace(/e.*$/, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
  return Math.max(1, digits.length);
}
