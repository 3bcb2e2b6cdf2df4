import { replaceMatches, type Decoder } from "./decoder.ts";
import { bytesOfToken } from "./percent.ts";

const WORD = /=\?([\w-]+?)(?:\*[\w-]+)?\?([BbQq])\?([^?\r\n]*)\?=/;
/** Neighbouring words are one text: a character may be cut between two of them. */
const WORDS = new RegExp(`${WORD.source}(?:\\s*${WORD.source})*`, "g");
/** RFC 2231: `filename*0*=UTF-8''%E9%9D; filename*1*=%92`: what joins the pieces. */
const CONTINUATION = /"?\s*;\s*[\w-]+\*[1-9]\d*\*?=\s*"?/g;

function readWords(run: string): string | undefined {
  const pieces: { charset: string; bytes: Uint8Array }[] = [];
  for (const match of run.matchAll(new RegExp(WORD.source, "g"))) {
    const [, charset = "", how = "", content = ""] = match;
    const bytes =
      how.toUpperCase() === "B" ? Buffer.from(content, "base64") : bytesOfToken(content.replaceAll("_", " "), "=");
    const last = pieces.at(-1);
    if (last?.charset === charset.toLowerCase()) last.bytes = Buffer.concat([last.bytes, bytes]);
    else pieces.push({ charset: charset.toLowerCase(), bytes });
  }
  const texts = pieces.map(({ charset, bytes }) => readCharset(charset, bytes));
  return texts.includes(undefined) ? undefined : texts.join("");
}

function readCharset(charset: string, bytes: Uint8Array): string | undefined {
  const isJis = bytes.includes(0x1b);
  try {
    return new TextDecoder(isJis ? "iso-2022-jp" : charset.replace(/^cp932$/, "shift_jis")).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Mail headers: =?UTF-8?B?…?= and parameters that go on. */
export const encodedWord: Decoder = {
  name: "encoded-word",
  rewrite(text) {
    const words = text.includes("=?") ? replaceMatches(text, WORDS, ([run]) => readWords(run)) : [];
    return text.includes("*1")
      ? [...words, ...replaceMatches(text, CONTINUATION, () => "")].sort((a, b) => a.start - b.start)
      : words;
  },
};
