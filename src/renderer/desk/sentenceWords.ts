/** What Markdown puts before a line of a list, a heading or a quotation. */
const LINE_SIGN = /^\s*(?:(?:[-*+>]|#{1,6}|\d+[.)])\s+|\|\s*)/;
const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!~|>@<])/g;
const EMPHASIS = /\*\*|__|~~|`/g;
/** Stand around the words while the sentence is cleaned; for nobody's use, so no text has them. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];

export type SentenceWords = { before: string; found: string; after: string };

/** A sentence of the Markdown as it will be read, cut at the words found in it; all of it before them when they are not in it. */
export function sentenceWords(sentence: string, text: string): SentenceWords {
  const at = sentence.indexOf(text);
  const held = at < 0 ? sentence : `${sentence.slice(0, at)}${OPEN}${text}${CLOSE}${sentence.slice(at + text.length)}`;
  const plain = held
    .replace(LINE_SIGN, (sign) => (sign.includes(OPEN) ? OPEN : ""))
    .replace(LINK, "$1")
    .replace(EMPHASIS, "")
    .replace(ESCAPED, "$1");
  const [from, to] = [plain.indexOf(OPEN), plain.indexOf(CLOSE)];
  if (from < 0 || to < 0) return { before: plain.replaceAll(/[\ue000\ue001]/g, ""), found: "", after: "" };
  return { before: plain.slice(0, from), found: plain.slice(from + 1, to), after: plain.slice(to + 1) };
}
