import { foldString } from "../folding/foldText.ts";
import { hepburnOf, soundOfKana, typedRomajiOfKana } from "../folding/spelling.ts";
import type { Identifier, RosterOrganization } from "../roster.ts";
import { soundIdentifiers } from "./soundPatterns.ts";

type Person = RosterOrganization["persons"][number];
const person = { kind: "person", matcher: "skeleton", need: "none", severity: "must" } as const;

/** Names of people in full. */
export function personIdentifiers({ name, reading }: Person): Identifier[] {
  const full = foldString(name);
  return [
    { ...person, text: full, scope: full.length >= 3 ? "all" : "party" },
    ...(isLatin(name) ? latinIdentifiers(name) : []),
    ...(reading ? readingIdentifiers(wordsOf(reading)) : []),
  ];
}

/** Surname or given name alone: only beside an honorific and in their own case. */
export function personPartIdentifiers({ name, reading }: Person): Identifier[] {
  const words = reading ? wordsOf(reading) : [];
  const [surname, given] = words.map(soundOfKana);
  return [
    ...partsOf(name).map((part): Identifier => ({ ...person, text: part, scope: "party", need: "person" })),
    ...(words.length > 1 ? words.flatMap(wordIdentifiers) : []),
    ...(words.length === 2 ? initials(surname ?? "", given ?? "") : []),
  ];
}

const isLatin = (name: string) => /^[\p{Script=Latin}\s.,'-]+$/u.test(name);

/** Surname and given name; where no space parts them, the cuts that most names have. */
function partsOf(name: string): string[] {
  const words = wordsOf(name);
  if (words.length > 1) return words.map(foldString).filter((part) => part.length > 0);
  const full = foldString(name);
  if (!/^\p{Script=Han}/u.test(full) || full.length < 3) return [];
  const cuts = full.length >= 5 ? [2, 3] : [2];
  return cuts.flatMap((cut) => [full.slice(0, cut), full.slice(cut)]).filter((part) => part.length >= 2);
}

function wordsOf(reading: string): string[] {
  return reading
    .normalize("NFKC")
    .split(/[\s・･]+/u)
    .filter((word) => word !== "");
}

function readingIdentifiers(words: readonly string[]): Identifier[] {
  const kana = foldString(words.join(""));
  const sounds = words.map(soundOfKana);
  const orders = words.length === 2 ? [sounds.join(""), sounds.toReversed().join("")] : [soundOfKana(words.join(""))];
  return [
    { ...person, text: kana, scope: kana.length >= 5 ? "all" : "party" },
    ...orders.flatMap((sound) => soundIdentifiers(sound, "person")),
    ...glued(words),
    ...glued(words.toReversed()),
  ];
}

/** Long enough to be nobody else's even inside a longer word. */
const LONG_ROMAJI = 8;

function glued(words: readonly string[]): Identifier[] {
  return typedRomajiOfKana(words.join(""))
    .filter((text) => text.length >= LONG_ROMAJI)
    .map((text) => ({ ...person, text, scope: "all" }));
}

function wordIdentifiers(word: string): Identifier[] {
  const sound = soundOfKana(word);
  return [
    { ...person, text: foldString(word), scope: "party", need: "person" },
    ...(sound.length < 3
      ? []
      : [{ ...person, matcher: "sound", text: sound, scope: "party", need: "person" } as const]),
  ];
}

/** h.sato, sato.h, hsato, satoh: in addresses and paths only. */
function initials(surname: string, given: string): Identifier[] {
  const pairs = [
    [hepburnOf(surname), hepburnOf(given)],
    [surname, given],
  ];
  return pairs.flatMap(([family = "", first = ""]) => {
    if (family.length < 3 || first === "") return [];
    return [`${first.charAt(0)}${family}`, `${family}${first.charAt(0)}`].map((text): Identifier => ({
      ...person,
      text,
      scope: "party",
      need: "person",
    }));
  });
}

function latinIdentifiers(name: string): Identifier[] {
  const words = name
    .split(/[\s.,]+/u)
    .map(foldString)
    .filter((word) => word !== "");
  const orders = [words.join(""), words.toReversed().join("")];
  return orders.map((text): Identifier => ({ ...person, text, scope: text.length >= 8 ? "all" : "party" }));
}
