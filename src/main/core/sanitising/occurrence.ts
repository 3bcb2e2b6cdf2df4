import type { FoldedText } from "./folding/foldText.ts";

/**
 * Whether an occurrence of a pattern is that name and not a piece of other words: what lies between its characters and
 * beside it decides.
 */
export type Occurrence = {
  /** The text it was found in. */
  text: string;
  folded: FoldedText;
  /** Units of the skeleton, end exclusive. */
  first: number;
  last: number;
  pattern: string;
};

export type Strength = "none" | "weak" | "strong";

const LATIN = /[a-z0-9]/;
const LONGEST_GAP = 12;
const SENTENCE_END = /[。．！？!?、，]|\n\s*\n\s*\n/u;
const LONG_LATIN = 9;
const UNMISTAKABLE_LATIN = 12;

/** @returns how surely the name is meant, by its surroundings alone */
export function strengthOf(occurrence: Occurrence): Strength {
  const bounds = boundsOf(occurrence);
  if (bounds === "none") return "none";
  const gaps = gapsOf(occurrence);
  return gaps === "strong" ? bounds : gaps;
}

/** What stands between the characters: nothing or separators, but no end of a sentence. */
function gapsOf({ text, folded, first, last, pattern }: Occurrence): Strength {
  let gaps = 0;
  let weak = false;
  for (let at = first; at < last; at += 1) {
    const from = folded.to[at] ?? 0;
    const to = folded.from[at + 1] ?? 0;
    if (to <= from) continue;
    gaps += 1;
    if (to - from > LONGEST_GAP) return "none";
    const gap = text.slice(from, to);
    if (SENTENCE_END.test(gap) && !LATIN.test(pattern.charAt(at - first))) weak = true;
    if (pattern.length <= 3 && /[。、,;:]/u.test(gap)) return "none";
  }
  // H. Abe is an initial and a name.
  const isInitial = gaps === 1 && /^\.\s?$/u.test(text.slice(folded.to[first] ?? 0, folded.from[first + 1] ?? 0));
  if (isInitial) return "strong";
  // N.E.C. and N E C are an acronym spelled out; "ne c" is not.
  if (/^[a-z0-9]{2,4}$/.test(pattern) && gaps !== 0 && gaps !== pattern.length - 1) return "none";
  if (/^[a-z0-9]{5}$/.test(pattern) && gaps > 1 && gaps !== pattern.length - 1) return "none";
  return weak ? "weak" : "strong";
}

function boundsOf(occurrence: Occurrence): Strength {
  const { pattern, first, last, folded } = occurrence;
  const opens = !LATIN.test(pattern.charAt(0)) || isLatinBound(occurrence, first - 1, first);
  const closes = !LATIN.test(pattern.charAt(pattern.length - 1)) || isLatinBound(occurrence, last, last + 1);
  const isLatin = /^[a-z0-9]+$/.test(pattern);
  if (isLatin) {
    if (opens && closes) return "strong";
    if (pattern.length >= SHORTEST_GLUED && isGlued(occurrence, opens, closes)) return "strong";
    if (pattern.length >= UNMISTAKABLE_LATIN) return "strong";
    return pattern.length >= LONG_LATIN && (opens || closes) ? "strong" : "none";
  }
  if (!opens || !closes) return "none";
  if (/^[ァ-ヺー]+$/.test(pattern)) return kanaStrength(occurrence);
  return isPlaceOrOther(occurrence, folded) ? "weak" : "strong";
}

const SHORTEST_GLUED = 5;
/** What names of hosts, storages and accounts put before or behind their owner's. */
const GLUE =
  /^(?:x|sv|srv|svr|server|dc|ad|fs|nas|pc|nb|db|sql|web|www|app|apps|ap|api|file|files|bk|backup|mail|mx|smtp|vpn|gw|fw|proxy|rdp|ts|vdi|sso|idp|auth|login|portal|cloud|storage|blob|data|logs?|prod|prd|dev|stg|test|hd|hq|grp|group|corp|inc|co|jp|japan|global|online|net|info|support|it|admin|adm|svc|user|usr|my|secure|security|ssl|cdn|static|img|shop|store|ec|crm|erp|hr|jinji|soumu|csirt|soc)+$/;

/** qubiqstorage, svqubiq02: nothing but the words of a trade stands around it. */
function isGlued({ text, folded, first, last }: Occurrence, opens: boolean, closes: boolean): boolean {
  const start = folded.from[first] ?? 0;
  const end = folded.to[last] ?? 0;
  const before = /[a-z]{1,24}$/i.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? "";
  const after = /^[a-z]{1,24}/i.exec(text.slice(end, end + 24))?.[0] ?? "";
  return (opens || GLUE.test(before.toLowerCase())) && (closes || GLUE.test(after.toLowerCase()));
}

/** Whether a Latin word begins or ends between two units of the skeleton. */
function isLatinBound({ text, folded }: Occurrence, before: number, after: number): boolean {
  if (before < 0 || after >= folded.length) return true;
  const from = folded.to[before] ?? 0;
  const to = folded.from[after] ?? 0;
  if (to > from) return true;
  const left = text.charAt(from - 1);
  const right = text.charAt(to);
  if (!isLatinUnit(folded.units[before] ?? 0) || !isLatinUnit(folded.units[after] ?? 0)) return true;
  // Tag characters hide behind a sign that is seen.
  if (isTag(text, folded.from[before] ?? 0) !== isTag(text, to)) return true;
  // CamelCase, and numbers put behind a name.
  return (/\p{Ll}/u.test(left) && /\p{Lu}/u.test(right)) || /\d/.test(left) !== /\d/.test(right);
}

const isTag = (text: string, at: number): boolean => text.charCodeAt(at) === 0xdb40;

function isLatinUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

const SURE_KANA = 5;
const SURE_HIRAGANA = 4;
/** Between words of a sentence; ありがとうほうれん草 holds とうほう by chance. */
const PARTICLE = /[はがをにでとものやへよねかさ]/;

/** A short kana name inside a longer katakana word, or spread over hiragana, is more likely part of another word. */
function kanaStrength({ text, folded, first, last, pattern }: Occurrence): Strength {
  if (pattern.length >= SURE_KANA) return "strong";
  const start = folded.from[first] ?? 0;
  const end = folded.to[last] ?? 0;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (/[ぁ-ゖ]/.test(text.slice(start, end))) {
    const opens = !/[ぁ-ゖー]/.test(before) || PARTICLE.test(before);
    const closes = !/[ぁ-ゖー]/.test(after) || PARTICLE.test(after);
    const isAlone = !/[ぁ-ゖー]/.test(before) && !/[ぁ-ゖー]/.test(after);
    return isAlone || (pattern.length >= SURE_HIRAGANA && opens && closes) ? "strong" : "weak";
  }
  return /[ァ-ヺー]/.test(before) ||
    (/[ァ-ヺー]/.test(after) && !/^(?:グループ|ホールディングス|サン|サマ)/.test(text.slice(end)))
    ? "weak"
    : "strong";
}

const PLACE_AFTER =
  /^(?:区|市|県|町|村|郡|駅|通り|川|山[^本]|島|内海|線|港|湾|湖|岬|半島|橋|城|ダム|温泉|平野|盆地|海岸|大学|高校|神社|寺)/u;
/** 新青葉重工 and 東青葉重工 are other companies than 青葉重工. */
const OTHER_BEFORE = /(?:^|[^\p{Script=Han}])[新東西南北]$/u;
const SHORT_KANJI = 3;

function isPlaceOrOther({ text, first, last, pattern }: Occurrence, folded: FoldedText): boolean {
  const start = folded.from[first] ?? 0;
  const end = folded.to[last] ?? 0;
  if (pattern.length <= SHORT_KANJI && PLACE_AFTER.test(text.slice(end, end + 2))) return true;
  return OTHER_BEFORE.test(text.slice(Math.max(0, start - 2), start));
}
