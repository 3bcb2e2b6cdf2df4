/**
 * ISO-2022-JP with what mail clients add to it: half-width katakana by escape (ESC ( I), by shift (SO/SI) or as 8-bit
 * bytes (cp50221, cp50222), NEC row 13 (①㈱) and JIS X 0212. The platform's decoder knows the first and third only.
 * The bytes are rewritten as EUC-JP, whose decoder knows every one of these sets.
 */

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const KANA_LEAD = 0x8e;
const JIS_X_0212_LEAD = 0x8f;
/** A byte EUC-JP has no use for: comes out as U+FFFD. */
const NO_CHARACTER = 0xff;

type CharacterSet = "ascii" | "kanji" | "supplement" | "kana";

const eucJp = new TextDecoder("euc-jp");

/** The set that an escape sequence at `at` selects, and how many bytes it takes. */
function readEscape(bytes: Uint8Array, at: number): { set: CharacterSet; length: number } | null {
  const first = bytes[at + 1];
  const second = bytes[at + 2];
  if (first === 0x28) {
    if (second === 0x42 || second === 0x4a || second === 0x48) return { set: "ascii", length: 3 };
    if (second === 0x49) return { set: "kana", length: 3 };
  }
  if (first === 0x24) {
    if (second === 0x40 || second === 0x42) return { set: "kanji", length: 3 };
    if (second === 0x28 && bytes[at + 3] === 0x44) return { set: "supplement", length: 4 };
    if (second === 0x28 && (bytes[at + 3] === 0x42 || bytes[at + 3] === 0x40)) return { set: "kanji", length: 4 };
    if (second === 0x28 && (bytes[at + 3] === 0x4f || bytes[at + 3] === 0x51)) return { set: "kanji", length: 4 };
  }
  return null;
}

/** True when there is an escape to a Japanese set and no 8-bit byte other than a half-width kana. */
export function looksLikeIso2022Jp(bytes: Uint8Array): boolean {
  let escapes = false;
  for (let at = bytes.indexOf(ESC); at !== -1; at = bytes.indexOf(ESC, at + 1)) {
    const escape = readEscape(bytes, at);
    if (escape && escape.set !== "ascii") {
      escapes = true;
      break;
    }
  }
  return escapes && !bytes.some((byte) => byte > 0x7f && (byte < 0xa1 || byte > 0xdf));
}

/** @returns the text; U+FFFD where the bytes name no character */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  const euc: number[] = [];
  let set: CharacterSet = "ascii";
  let shifted = false;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const escape = byte === ESC ? readEscape(bytes, at) : null;
    if (escape) {
      set = escape.set;
      shifted = false;
      at += escape.length;
    } else if (byte === SHIFT_OUT || byte === SHIFT_IN) {
      shifted = byte === SHIFT_OUT;
      at += 1;
    } else if (byte === 0x0a || byte === 0x0d) {
      // RFC 1468: a line ends in ASCII. Clients that forget to return there do it at the next line anyway.
      euc.push(byte);
      set = "ascii";
      at += 1;
    } else {
      at += pushCharacter(euc, bytes, at, shifted ? "kana" : set);
    }
  }
  return eucJp.decode(Uint8Array.from(euc));
}

/** Writes the character at `at` as EUC-JP. @returns how many bytes it took */
function pushCharacter(euc: number[], bytes: Uint8Array, at: number, set: CharacterSet): number {
  const byte = bytes[at] ?? 0;
  if (byte >= 0xa1) {
    euc.push(KANA_LEAD, byte);
    return 1;
  }
  const graphic = byte >= 0x21 && byte <= 0x7e;
  if (!graphic || set === "ascii") {
    euc.push(byte);
    return 1;
  }
  if (set === "kana") {
    if (byte <= 0x5f) euc.push(KANA_LEAD, byte | 0x80);
    else euc.push(NO_CHARACTER);
    return 1;
  }
  const second = bytes[at + 1] ?? 0;
  if (second < 0x21 || second > 0x7e) {
    euc.push(NO_CHARACTER);
    return 1;
  }
  if (set === "supplement") euc.push(JIS_X_0212_LEAD);
  euc.push(byte | 0x80, second | 0x80);
  return 2;
}
