import type { DeskFinding } from "#shared/contract/sanitising.ts";

/** Characters on either side that tell one place of a text from another. */
const CONTEXT = 60;

type Place = Pick<DeskFinding, "text" | "sentence" | "start" | "group">;

function surroundingsOf({ sentence, text }: Place): { before: string; after: string } {
  const at = sentence.indexOf(text);
  return at < 0
    ? { before: "", after: "" }
    : { before: sentence.slice(0, at), after: sentence.slice(at + text.length) };
}

/** How many characters next to two places are the same. */
function likeness(one: Place, other: Place): number {
  const [first, second] = [surroundingsOf(one), surroundingsOf(other)];
  let before = 0;
  while (before < CONTEXT && before < first.before.length && before < second.before.length) {
    if (first.before.at(-1 - before) !== second.before.at(-1 - before)) break;
    before += 1;
  }
  let after = 0;
  while (after < CONTEXT && after < first.after.length && after < second.after.length) {
    if (first.after.charAt(after) !== second.after.charAt(after)) break;
    after += 1;
  }
  return before + after;
}

/**
 * The place of an original that a place of the text was made from: the very words, or where they are gone the same
 * party; of several the one with the likest surroundings, then the one as far into the text.
 *
 * @param lengths of the text and of the original, in UTF-16 units
 */
export function counterpartOf<P extends Place>(
  spoken: Place | null,
  findings: readonly P[],
  lengths: readonly [number, number],
): P | undefined {
  if (spoken === null) return undefined;
  const same = findings.filter(({ text }) => text === spoken.text);
  const candidates = same.length > 0 ? same : findings.filter(({ group }) => group === spoken.group);
  const into = spoken.start / Math.max(1, lengths[0]);
  const ranked = candidates.map((place) => ({
    place,
    like: likeness(spoken, place),
    apart: Math.abs(place.start / Math.max(1, lengths[1]) - into),
  }));
  return ranked.toSorted((a, b) => b.like - a.like || a.apart - b.apart)[0]?.place;
}
