import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

const TAG = /<!--[\s\S]{0,2000}?-->|<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]{0,2000})?\/?>|<\/?(?:rp|rt)>/g;
/** The reading of a word, put behind it in brackets: it parts the word from what follows. */
const RUBY =
  /(?:<rp>[^<]*<\/rp>)?<rt>[^<]*<\/rt>(?:<rp>[^<]*<\/rp>)?|(?<=[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}])[(（《〔｜[［][ぁ-ゖァ-ヺー・\s]+[)）》〕\]］]/gu;
/** {word|reading}, \ruby{word}{reading}, [[rb:word > reading]]: the word stays. */
const NAMED_RUBY =
  /\{([^{}|\n]{1,20})\|[ぁ-ゖァ-ヺー・|\s]{1,40}\}|\\ruby\{([^{}\n]{1,20})\}\{[^{}\n]{0,40}\}|\[\[rb:([^\]\n>]{1,20}?)\s*>[^\]\n]{1,40}\]\]/g;
/** A footnote's number, in the middle of a word. */
const FOOTNOTE =
  /(?<=\p{L})(?:<sup>[^<]{0,8}<\/sup>|\[\^?[\w*†‡]{1,4}\]|※\s?\d{0,2}|[¹²³⁰⁴-⁹]{1,2}|[*†‡]\d{1,2})(?=\p{L})/gu;
/** [text](target), and what marks words in Markdown, TeX and on boards. */
const MARKDOWN =
  /!?\[(?=[^\]\n]{1,200}\]\()|\]\([^)\n]{1,2000}\)|\\(?:textbf|textit|emph|text)\{|(?<=[\p{L}\p{N}])(?:\*{1,3}|~~|==|`)(?=[\p{L}\p{N}])/gu;
const BOARD = /\[\/?(?:b|i|u|s|color|size|font|url|quote|code)(?:=[^\]\n]{0,100})?\]/gi;

/** Tags, ruby, footnotes and Markdown marks inside a name. A view beside the others: a tag's own attributes are text too. */
export const markup: Decoder = {
  name: "markup",
  branch(view, trails) {
    const { text } = view;
    const marks = [
      ...replaceMatches(text, RUBY, () => ""),
      ...replaceMatches(text, NAMED_RUBY, ([, braced, tex, board]) => braced ?? tex ?? board),
      ...replaceMatches(text, FOOTNOTE, () => ""),
      ...replaceMatches(text, TAG, () => ""),
      ...replaceMatches(text, MARKDOWN, () => ""),
      ...(text.includes("[/") ? replaceMatches(text, BOARD, () => "") : []),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
    return viewPassages(view, trails, "markup", marks).map((passage) => ({
      view: passage,
      goesOn: true,
      isExact: false,
    }));
  },
};
