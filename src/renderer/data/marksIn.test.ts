import * as fc from "fast-check";
import { expect, it } from "vitest";
import { marksIn } from "./marksIn.ts";

const marked = (text: string, searched: string) =>
  marksIn(text, searched).map(({ start, end }) => text.slice(start, end));

it.each([
  ["経営者等を装うビジネスメール詐欺", "詐欺", ["詐欺"]],
  ["ＶＰＮ装置とvpn装置", "VPN", ["ＶＰＮ", "vpn"]],
  ["うイルスメールとウイルス", "ウイルス", ["うイルス", "ウイルス"]],
  ["ｳｲﾙｽ", "ういるす", ["ｳｲﾙｽ"]],
  ["請求書の詐欺", "詐欺 請求", ["請求", "詐欺"]],
  ["bad site, badsite", '"bad site"', ["bad site"]],
  ["何もない", "", []],
  ["何もない", '"', []],
])("marks in %s what %s finds", (text, searched, found) => {
  expect(marked(text, searched)).toEqual(found);
});

it("marks lie in order within the text, whatever is searched", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, searched) => {
      const marks = marksIn(text, searched);
      marks.forEach(({ start, end }, index) => {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeGreaterThanOrEqual(marks[index - 1]?.start ?? 0);
      });
    }),
  );
});
