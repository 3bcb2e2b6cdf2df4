import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentenceWords } from "./sentenceWords.ts";

describe("the sentence of a finding", () => {
  it("is shown as it will be read, without the signs of Markdown", () => {
    expect(sentenceWords("- 10 月 11 日、[図](#fig-1)のとおり**社長**の", "10 月 11 日")).toEqual({
      before: "",
      found: "10 月 11 日",
      after: "、図のとおり社長の",
    });
    expect(sentenceWords("担当は a\\_b\\@kuro.example", "kuro.example")).toEqual({
      before: "担当は a_b@",
      found: "kuro.example",
      after: "",
    });
  });

  it("is whole where the words are in a link, or are not in it", () => {
    expect(sentenceWords("詳しくは[椋淵精機](https://x.test/)を", "椋淵精機")).toEqual({
      before: "詳しくは",
      found: "椋淵精機",
      after: "を",
    });
    expect(sentenceWords("別の文である。", "椋淵精機")).toEqual({ before: "別の文である。", found: "", after: "" });
  });

  it("loses nothing of words without signs", () => {
    const words = fc.array(fc.constantFrom("椋", "淵", "。", "a", "1", " 社"), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (before, text, after) => {
        const [left, found, right] = ["あ", "", ""].map((lead, at) => lead + [before, text, after][at]?.join(""));
        const shown = sentenceWords(`${left}${found}${right}`, found ?? "");
        expect(shown.before + shown.found + shown.after).toBe(`${left}${found}${right}`);
      }),
    );
  });
});
