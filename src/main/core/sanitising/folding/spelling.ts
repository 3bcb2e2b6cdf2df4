const ROWS: readonly (readonly [string, string])[] = [
  ["アイウエオ", ""],
  ["カキクケコ", "k"],
  ["サシスセソ", "s"],
  ["タチツテト", "t"],
  ["ナニヌネノ", "n"],
  ["ハヒフヘホ", "h"],
  ["マミムメモ", "m"],
  ["ラリルレロ", "r"],
  ["ガギグゲゴ", "g"],
  ["ザジズゼゾ", "z"],
  ["ダヂヅデド", "d"],
  ["バビブベボ", "b"],
  ["パピプペポ", "p"],
];
const VOWELS = "aiueo";
const KANA = new Map<string, string>([
  ...ROWS.flatMap(([row, consonant]) =>
    [...row].map((kana, column): [string, string] => [kana, consonant + VOWELS.charAt(column)]),
  ),
  ["ヤ", "ya"],
  ["ユ", "yu"],
  ["ヨ", "yo"],
  ["ワ", "wa"],
  ["ヲ", "o"],
  ["ン", "n"],
  ["ヴ", "bu"],
  ["ヂ", "zi"],
  ["ヅ", "zu"],
  ["ッ", ""],
  ["ー", ""],
]);
const GLIDES: ReadonlyMap<string, string> = new Map([
  ["ャ", "ya"],
  ["ュ", "yu"],
  ["ョ", "yo"],
  ["ェ", "ye"],
]);
const SMALL_VOWELS: ReadonlyMap<string, string> = new Map([
  ["ァ", "a"],
  ["ィ", "i"],
  ["ゥ", "u"],
  ["ェ", "e"],
  ["ォ", "o"],
]);

/** Kana only, to one romaji; other characters are left out. */
export function soundOfKana(kana: string): string {
  let sound = "";
  for (const sign of kana.normalize("NFKC")) sound = appendKana(sound, toKatakana(sign));
  return sound;
}

/**
 * The ways a reading is written where words are glued together and cannot be told apart by sound: Hepburn and Kunrei as most
 * write them, and both with ei and double consonants shortened too.
 */
export function romajiOfKana(kana: string): string[] {
  const sound = soundOfKana(kana);
  return [...new Set([...typedRomajiOfKana(kana), hepburnOf(sound), sound])];
}

/** The first two of them. */
export function typedRomajiOfKana(kana: string): string[] {
  const typed = typedRomaji(kana).replaceAll(/ou|oo/g, "o").replaceAll("uu", "u");
  const hepburn = hepburnOf(typed);
  return hepburn === typed ? [typed] : [hepburn, typed];
}

/** With long vowels as they are typed: oono, satou. */
export const longRomajiOfKana = (kana: string): string => typedRomaji(kana);

const joinPlainly = (before: string, sound: string) => before + sound;
const joinDoubled = (before: string, sound: string) => before + sound.charAt(0) + sound;

function typedRomaji(kana: string): string {
  let typed = "";
  let doubles = false;
  for (const sign of kana.normalize("NFKC")) {
    const katakana = toKatakana(sign);
    typed = appendKana(typed, katakana, doubles ? joinDoubled : joinPlainly);
    doubles = katakana === "ッ";
  }
  return typed;
}

const HEPBURN: ReadonlyMap<string, string> = new Map(
  Object.entries({ sy: "sh", ty: "ch", zy: "j", si: "shi", ti: "chi", tu: "tsu", hu: "fu", zi: "ji" }),
);

/** Plain romaji in Hepburn's spelling. */
export function hepburnOf(sound: string): string {
  return sound.replaceAll(/[stz][yi]|tu|(?<![sc])hu/g, (syllable) => HEPBURN.get(syllable) ?? syllable);
}

export function toKatakana(sign: string): string {
  const code = sign.charCodeAt(0);
  return code >= 0x3041 && code <= 0x3096 ? String.fromCharCode(code + 0x60) : sign;
}

/** @param kana one katakana, with its voicing */
export function appendKana(sound: string, kana: string, join = joinSounds): string {
  const glide = GLIDES.get(kana);
  if (glide !== undefined && sound.endsWith("i")) return sound.slice(0, -1) + glide;
  const small = SMALL_VOWELS.get(kana);
  if (small !== undefined) {
    // ティ is ti, ウィ is wi, ファ stays hua as romaji "fa" becomes.
    if (small === "i" && /[td]e$/.test(sound)) return `${sound.slice(0, -1)}i`;
    if (/(?:^|[aiueo])u$/.test(sound)) return `${sound.slice(0, -1)}w${small}`;
    return sound + small;
  }
  const plain = glide ?? KANA.get(kana) ?? "";
  if (plain === "") return sound;
  return join(sound, plain);
}

/** Long vowels and double letters count once. */
function joinSounds(sound: string, next: string): string {
  const last = sound.at(-1) ?? "";
  if (next.length === 1 && last !== "") {
    if (next === last || (last === "o" && next === "u") || (last === "e" && next === "i")) return sound;
  }
  if (last === next.charAt(0) && !VOWELS.includes(last)) return sound + next.slice(1);
  return last === "i" && next.startsWith("y") ? sound.slice(0, -1) + next : sound + next;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tch/g, "ch"],
  [/shi/g, "si"],
  [/sh/g, "sy"],
  [/chi/g, "ti"],
  [/ch/g, "ty"],
  [/ts(?=u)/g, "t"],
  [/f(?=u)/g, "h"],
  [/f/g, "hu"],
  [/jy?(?=[aueo])/g, "zy"],
  [/j/g, "z"],
  [/dz/g, "z"],
  [/du/g, "zu"],
  [/v/g, "b"],
  [/l/g, "r"],
  [/m(?=[bp])/g, "n"],
  [/([aiueo])h(?![aiueoy])/g, "$1"],
  [/ou/g, "o"],
  [/ei/g, "e"],
  [/iy(?=[aueo])/g, "y"],
  [/wo/g, "o"],
  [/(.)\1+/g, "$1"],
];

/** A Latin word of small letters, spelled by the rules above. */
export function soundOfRomaji(word: string): string {
  return SPELLINGS.reduce((sound, [spelling, plain]) => sound.replaceAll(spelling, plain), word);
}
