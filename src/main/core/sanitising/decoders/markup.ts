import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

const TAG = /<!--[\s\S]{0,2000}?-->|<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]{0,2000})?\/?>|<\/?(?:rp|rt)>/g;
/** The reading of a word, put behind it in brackets: it parts the word from what follows. */
const RUBY =
  /(?:<rp>[^<]*<\/rp>)?<rt>[^<]*<\/rt>(?:<rp>[^<]*<\/rp>)?|(?<=\p{Script=Han})[(（《〔｜][ぁ-ゖァ-ヺー・\s]+[)）》〕]/gu;
/** [text](target), and what marks words in Markdown and TeX. */
const MARKDOWN = /!?\[(?=[^\]\n]{1,200}\]\()|\]\([^)\n]{1,2000}\)|\\(?:textbf|emph|text)\{/g;

/** Tags, ruby and Markdown marks inside a name. A view beside the others: a tag's own attributes are text too. */
export const markup: Decoder = {
  name: "markup",
  branch(view, trails) {
    const { text } = view;
    const marks = [
      ...replaceMatches(text, RUBY, () => ""),
      ...replaceMatches(text, TAG, () => ""),
      ...(text.includes("](") ? replaceMatches(text, MARKDOWN, () => "") : []),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
    return viewPassages(view, trails, "markup", marks).map((passage) => ({
      view: passage,
      goesOn: true,
      isExact: false,
    }));
  },
};
