import { foldTable, EXPANDS, DROPPED } from "./foldTable.ts";
import { appendKana, soundOfRomaji, toKatakana } from "./spelling.ts";

/**
 * How a text sounds, in one spelling: kana and Latin words both become a plain Kunrei romaji without long vowels and
 * double consonants. アオバジュウコウ, あおばじゅうこー, Aoba Jūkō, aobajyuukou and AOBA-JUKOH all are "aobazyuko", so one
 * pattern a reading finds every romanisation.
 */
export type PhoneticText = {
  units: Uint16Array;
  length: number;
  from: Int32Array;
  to: Int32Array;
  /** 1 where a unit may begin a match (a word of Latin letters, or any kana). */
  opens: Uint8Array;
  /** 1 where a unit may end one. */
  closes: Uint8Array;
};

/** Between words that belong to nothing: kanji, digits. No pattern holds it. */
const BREAK = 1;

/** What a kana does to the sounds before it: takes some letters off their end and puts others there. */
type Step = { drop: number; add: string };

const steps = new Map<string, Step>();

/** The last two letters decide. */
function stepOf(tail: string, kana: string): Step {
  const key = `${tail} ${kana}`;
  const known = steps.get(key);
  if (known) return known;
  const next = appendKana(tail, kana);
  let kept = 0;
  while (kept < tail.length && kept < next.length && tail[kept] === next[kept]) kept += 1;
  const step = { drop: tail.length - kept, add: next.slice(kept) };
  steps.set(key, step);
  return step;
}

class Sounds {
  length = 0;
  units: Uint16Array;
  from: Int32Array;
  to: Int32Array;
  opens: Uint8Array;
  closes: Uint8Array;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.opens = new Uint8Array(capacity);
    this.closes = new Uint8Array(capacity);
  }

  word(sound: string, from: number, to: number): void {
    for (let at = 0; at < sound.length; at += 1) {
      this.#push(sound.charCodeAt(at), from, to, at === 0, at === sound.length - 1);
    }
  }

  kana(run: string, start: number): void {
    let tail = "";
    for (let at = 0; at < run.length; at += 1) {
      const marked = MARKS.has(run.charCodeAt(at + 1)) ? 2 : 1;
      const { drop, add } = stepOf(tail, plainKana(run, at, marked));
      const from = drop > 0 ? (this.from[this.length - drop] ?? 0) : start + at;
      this.#drop(drop);
      for (let unit = 0; unit < add.length; unit += 1) {
        this.#push(add.charCodeAt(unit), from, start + at + marked, unit === 0, unit === add.length - 1);
      }
      if (add === "" && this.length > 0) this.to[this.length - 1] = start + at + marked;
      tail = (tail.slice(0, tail.length - drop) + add).slice(-2);
      at += marked - 1;
    }
  }

  pause(): void {
    if (this.units[this.length - 1] !== BREAK) this.#push(BREAK, 0, 0, false, false);
  }

  #drop(count: number): void {
    this.length -= count;
    if (count > 0 && this.length > 0) this.closes[this.length - 1] = 1;
  }

  #push(unit: number, from: number, to: number, opens: boolean, closes: boolean): void {
    const at = this.length;
    this.units[at] = unit;
    this.from[at] = from;
    this.to[at] = to;
    this.opens[at] = opens ? 1 : 0;
    this.closes[at] = closes ? 1 : 0;
    this.length += 1;
  }
}

const MARKS = new Set([0x3099, 0x309a, 0xff9e, 0xff9f]);

function plainKana(run: string, at: number, length: number): string {
  const unit = run.charCodeAt(at);
  if (length === 1 && unit >= 0x30a1 && unit <= 0x30fc) return run.charAt(at);
  const sign = run.slice(at, at + length);
  return toKatakana(
    (unit >= 0x3041 && unit <= 0x3096 && length === 1 ? sign : sign.normalize("NFKC")).normalize("NFC"),
  );
}

const SEPARATOR = 0;
const KANA_SIGN = 1;
const SMALL_LETTER = 2;
const CAPITAL = 3;
const OTHER = 4;

let classes: Uint8Array | undefined;

/** What a UTF-16 unit is, as the fold sees it: accents and widths do not matter. */
function unitClasses(): Uint8Array {
  if (classes) return classes;
  const { units, expansions } = foldTable();
  classes = new Uint8Array(65_536);
  for (let unit = 0; unit < 65_536; unit += 1) {
    const folded = units[unit] ?? DROPPED;
    const first = folded === EXPANDS ? (expansions.get(unit)?.charCodeAt(0) ?? 0) : folded;
    if (folded === DROPPED) classes[unit] = unit === 0x30fc || unit === 0xff70 ? KANA_SIGN : SEPARATOR;
    else if (first >= 0x30a1 && first <= 0x30fc) classes[unit] = unit < 0x3300 || unit > 0xff65 ? KANA_SIGN : OTHER;
    else if (first < 0x61 || first > 0x7a) classes[unit] = OTHER;
    else classes[unit] = isCapital(unit) ? CAPITAL : SMALL_LETTER;
  }
  for (const mark of MARKS) classes[mark] = KANA_SIGN;
  for (let mark = 0x300; mark <= 0x36f; mark += 1) classes[mark] = SMALL_LETTER;
  return classes;
}

function isCapital(unit: number): boolean {
  const letter = String.fromCharCode(unit);
  return letter.toLowerCase() !== letter;
}

/** @returns where the run of one kind that starts at `start` ends; "AOBAJuko" is AOBA and Juko */
function endOfRun(text: string, start: number, kinds: Uint8Array): number {
  const first = kinds[text.charCodeAt(start)] ?? SEPARATOR;
  const kindAt = (at: number) => (at < text.length ? (kinds[text.charCodeAt(at)] ?? SEPARATOR) : SEPARATOR);
  let end = start + 1;
  if (first !== CAPITAL) {
    while (kindAt(end) === first) end += 1;
    return end;
  }
  if (kindAt(end) === SMALL_LETTER) {
    while (kindAt(end) === SMALL_LETTER) end += 1;
    return end;
  }
  while (kindAt(end) === CAPITAL && kindAt(end + 1) !== SMALL_LETTER) end += 1;
  return end;
}

/** Views are many: one after the other uses the same memory. */
let shared = new Sounds(4_096);

/**
 * @param text any text; kana runs and Latin words (also the parts of CamelCase) are read, the rest breaks
 * @returns what is good until the next call only
 */
export function soundText(text: string): PhoneticText {
  const kinds = unitClasses();
  // A unit gives at most three letters.
  if (shared.units.length < text.length * 3 + 16) shared = new Sounds(text.length * 4 + 16);
  const sounds = shared;
  sounds.length = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kinds[text.charCodeAt(at)] ?? SEPARATOR;
    if (kind === SEPARATOR) {
      at += 1;
      continue;
    }
    const end = endOfRun(text, at, kinds);
    if (kind === KANA_SIGN) sounds.kana(text.slice(at, end), at);
    else if (kind === OTHER) sounds.pause();
    else {
      const sound = soundOfWord(text.slice(at, end));
      if (sound === undefined) sounds.pause();
      else sounds.word(sound, at, end);
    }
    at = end;
  }
  return sounds;
}

const words = new Map<string, string | undefined>();
const MOST_WORDS = 50_000;
/** Longer is no word. */
const LONGEST_WORD = 60;

function soundOfWord(run: string): string | undefined {
  if (run.length > LONGEST_WORD) return undefined;
  if (words.has(run)) return words.get(run);
  const latin = latinLetters(run);
  const sound = latin === undefined ? undefined : soundOfRomaji(latin).slice(0, run.length * 3);
  if (words.size < MOST_WORDS) words.set(run, sound);
  return sound;
}

/** @returns undefined for a run with anything but Latin letters in it */
function latinLetters(run: string): string | undefined {
  const { units, expansions } = foldTable();
  let word = "";
  for (let at = 0; at < run.length; at += 1) {
    const unit = run.charCodeAt(at);
    const folded = units[unit] ?? DROPPED;
    if (folded === DROPPED) continue;
    const letters = folded === EXPANDS ? (expansions.get(unit) ?? "") : String.fromCharCode(folded);
    if (!/^[a-z]+$/.test(letters)) return undefined;
    word += letters;
  }
  return word;
}
