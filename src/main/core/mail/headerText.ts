import { decodeText, isPlainAscii } from "./charset.ts";

/**
 * Text of header fields: RFC 2047 encoded words, and the raw 8-bit or ISO-2022-JP text that clients put there without
 * encoding it. Values come in as Latin-1 strings, one character a byte, so that no byte is lost before its charset is
 * known.
 */

const WORD = String.raw`=\?([^?\s]{1,60})\?([bBqQ])\?([^\r\n]{0,2000}?)\?=`;
const WORDS = new RegExp(`${WORD}(?:[ \\t\\r\\n]*${WORD.replaceAll("(", "(?:").replaceAll("(?:?:", "(?:")})*`, "g");
const ONE_WORD = new RegExp(WORD, "g");

export function bytesOf(latin1: string): Uint8Array {
  return Buffer.from(latin1, "latin1");
}

/** @param hint charset of the mail's body: where a raw 8-bit header has no label of its own, it is the best guess */
export function decodeRawHeader(latin1: string, hint: string): string {
  const bytes = bytesOf(latin1);
  return isPlainAscii(bytes) ? latin1 : decodeText(bytes, hint);
}

/** Removes line folds, keeping the blank that followed; control characters have no place in a field. */
export function tidyHeader(text: string): string {
  return text
    .replaceAll(/[\t\r\n]+ ?/g, " ")
    .replaceAll(/\p{Cc}/gu, "")
    .trim();
}

/** The text of an unstructured field such as Subject. */
export function readHeaderText(latin1: string, hint: string): string {
  return tidyHeader(decodeEncodedWords(decodeRawHeader(latin1, hint)));
}

/** Decodes each run of encoded words; blanks between two of them belong to the encoding, not to the text. */
export function decodeEncodedWords(text: string): string {
  return text.includes("=?") ? text.replaceAll(WORDS, decodeRun) : text;
}

/** As `decodeEncodedWords`, for fields in which the decoded text must not be read as syntax (addresses). */
export function quoteEncodedWords(text: string): string {
  if (!text.includes("=?")) return text;
  let quoted = false;
  let seen = 0;
  return text.replaceAll(WORDS, (run: string, ...rest: unknown[]) => {
    const at = rest.find((value) => typeof value === "number") ?? 0;
    for (; seen < at; seen += 1) {
      if (text[seen] === "\\") seen += 1;
      else if (text[seen] === '"') quoted = !quoted;
    }
    seen = at + run.length;
    const decoded = decodeRun(run).replaceAll(/[\\"]/g, String.raw`\$&`);
    return quoted ? decoded : `"${decoded}"`;
  });
}

/**
 * Adjacent words of one charset are joined as bytes before they are decoded: clients split them in the middle of a
 * multibyte character.
 */
function decodeRun(run: string): string {
  let text = "";
  let charset = "";
  let pending: Uint8Array[] = [];
  for (const match of run.matchAll(ONE_WORD)) {
    const [, label = "", encoding = "", payload = ""] = match;
    if (label.toLowerCase() !== charset) {
      text += decodeText(Buffer.concat(pending), charset);
      pending = [];
      charset = label.toLowerCase();
    }
    pending.push(encoding.toUpperCase() === "B" ? Buffer.from(payload, "base64") : decodeQ(payload));
  }
  return text + decodeText(Buffer.concat(pending), charset);
}

function decodeQ(payload: string): Uint8Array {
  const plain = payload
    .replaceAll("_", " ")
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  // Characters beyond Latin-1 were raw text inside the word: keep them as UTF-8.
  return /[\u0100-\uffff]/.test(plain) ? Buffer.from(plain, "utf8") : bytesOf(plain);
}
