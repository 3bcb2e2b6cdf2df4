import * as fc from "fast-check";
import { expect, it } from "vitest";
import { marksIn } from "./marksIn.ts";
import { plainSnippet } from "./plainSnippet.ts";

it.each([
  ["［2019 年 10 月～12 月］」[^REF-OPS-2019Q4]の 3.3 章", "［2019 年 10 月～12 月］」の 3.3 章"],
  ["… ## 攻撃の手口 攻撃の流れを", "… 攻撃の手口 攻撃の流れを"],
  ["次の**三つ**を", "次の三つを"],
  ["| 日 | 事 | | --- | --- | | 1 | 侵入", " 日  事  1  侵入"],
  ["```attack-flow 攻撃の流れ", " 攻撃の流れ"],
  ["番号は #3 と C# である", "番号は #3 と C# である"],
])("%s", (snippet, text) => {
  expect(plainSnippet(snippet, []).text).toBe(text);
});

it("marks stay on their words", () => {
  const words = fc.array(fc.constantFrom("詐欺", "[^REF-1]", "**", "メール", "## ", "| ", " "), { maxLength: 20 });
  fc.assert(
    fc.property(words, (pieces) => {
      const snippet = pieces.join("");
      const { text, marks } = plainSnippet(snippet, marksIn(snippet, "詐欺"));
      expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(pieces.filter((piece) => piece === "詐欺"));
    }),
  );
});
