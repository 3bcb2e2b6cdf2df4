import { foldString } from "../folding/foldText.ts";
import { hepburnOf, longRomajiOfKana, soundOfKana, typedRomajiOfKana } from "../folding/spelling.ts";
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
    ...(reading ? mixedIdentifiers(wordsOf(name), wordsOf(reading)) : []),
  ];
}

/** 甲斐 ひろゆき, かい 寛之: one half in kanji, the other as it is read. */
function mixedIdentifiers(name: readonly string[], reading: readonly string[]): Identifier[] {
  const [surname = "", given = ""] = name;
  const [surnameRead = "", givenRead = ""] = reading;
  if (name.length !== 2 || reading.length !== 2) return [];
  return [surname + givenRead, surnameRead + given].map((mixed): Identifier => {
    const text = foldString(mixed);
    return { ...person, text, scope: text.length >= 4 ? "all" : "party" };
  });
}

/** Surname or given name alone: only beside an honorific and in their own case. */
export function personPartIdentifiers({ name, reading }: Person): Identifier[] {
  const words = reading ? wordsOf(reading) : [];
  return [
    ...partsOf(name).map((part): Identifier => ({ ...person, text: part, scope: "party", need: "person" })),
    ...(words.length > 1 ? words.flatMap(wordIdentifiers) : []),
    ...(words.length === 2 ? initials(words[0] ?? "", words[1] ?? "") : []),
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

/** h.sato, sato.h, hsato, satoh, H. Satou, H. Satoh: in addresses and paths, and as initials are written. */
function initials(surname: string, given: string): Identifier[] {
  const first = soundOfKana(given).charAt(0);
  const firsts = [...new Set([first, hepburnOf(soundOfKana(given)).charAt(0)])].filter((letter) => letter !== "");
  const sound = soundOfKana(surname);
  const long = hepburnOf(longRomajiOfKana(surname));
  const families = new Set([hepburnOf(sound), sound, long, long.replaceAll(/ou|oo/g, "oh")]);
  return [...families]
    .filter((family) => family.length >= 3)
    .flatMap((family) => firsts.flatMap((letter) => [`${letter}${family}`, `${family}${letter}`]))
    .map((text): Identifier => ({ ...person, text, scope: "party", need: "person" }));
}

function latinIdentifiers(name: string): Identifier[] {
  const words = name
    .split(/[\s.,]+/u)
    .map(foldString)
    .filter((word) => word !== "");
  const orders = [words.join(""), words.toReversed().join("")];
  return orders.map((text): Identifier => ({ ...person, text, scope: text.length >= 8 ? "all" : "party" }));
}
