/** Participants are A社 to W社, then AA社…; outsiders X社, Y社, Z社, then XA社…: nobody can be both. */
export type PseudonymRole = "participant" | "outsider";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const PARTICIPANTS = LETTERS.slice(0, 23);
const OUTSIDERS = LETTERS.slice(23);

/** All letters of a role in their order: one letter, then two, then three. */
function* lettersOf(role: PseudonymRole): Generator<string> {
  const firsts = role === "participant" ? PARTICIPANTS : OUTSIDERS;
  yield* firsts;
  for (const first of firsts) for (const second of LETTERS) yield first + second;
  for (const first of firsts) for (const second of LETTERS) for (const third of LETTERS) yield first + second + third;
}

/** Written in one way everywhere: A社, without a space. */
export const letterLabel = (letters: string): string => `${letters}社`;

/** The first label of a role that is not taken. */
export function nextLabel(role: PseudonymRole, taken: ReadonlySet<string>): string {
  for (const letters of lettersOf(role)) if (!taken.has(letterLabel(letters))) return letterLabel(letters);
  // 15,000 organisations in one text: no text has them.
  return letterLabel(`${role === "participant" ? "A" : "X"}${taken.size}`);
}

const SPOKEN_LETTER = /(?<![A-Za-zＡ-Ｚａ-ｚ0-9])([A-ZＡ-Ｚ]{1,3})[ \u00a0\u3000]?社/gu;

/** A place that says a letter, however it is written (A 社, Ａ社), and the one way to write it. */
export type SpokenLetter = { start: number; end: number; text: string; label: string };

export function findSpokenLetters(text: string): SpokenLetter[] {
  return [...text.matchAll(SPOKEN_LETTER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    label: letterLabel((match[1] ?? "").normalize("NFKC")),
  }));
}

/** The labels of the letters that a text says, in order of first appearance. */
export function lettersIn(text: string): string[] {
  return [...new Set(findSpokenLetters(text).map(({ label }) => label))];
}

/** Letters written the one way: A社. */
export function straightenLetters(text: string): string {
  return text.replaceAll(SPOKEN_LETTER, (_, letters: string) => letterLabel(letters.normalize("NFKC")));
}

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Finds a label where it is that label and not the end of a longer one (AA社). */
function placesOf(label: string): RegExp {
  const before = /^[A-Za-z0-9]/.test(label) ? "(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])" : "";
  return new RegExp(before + escape(label), "gu");
}

/** How many places of a text say a label. */
export function countPlaces(text: string, label: string): number {
  return [...text.matchAll(placesOf(label))].length;
}

/** Every place of a label says another. */
export function replaceLabel(text: string, from: string, to: string): string {
  return text.replaceAll(placesOf(from), () => to);
}

/** Several labels give way at once: none is mistaken for what another has just become. */
export function replaceLabels(text: string, changes: ReadonlyMap<string, string>): string {
  if (changes.size === 0) return text;
  const longestFirst = [...changes.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])(?:${longestFirst.map(escape).join("|")})`, "gu");
  return text.replaceAll(pattern, (label) => changes.get(label) ?? label);
}
