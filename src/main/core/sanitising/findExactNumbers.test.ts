import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findExactNumbers } from "./findExactNumbers.ts";
import { writeNumber } from "./coarsenChoice.ts";
import { coarsenCount, coarsenDuration, coarsenPercent } from "./coarsenQuantity.ts";

const firstOf = (text: string) => findExactNumbers(text).map(({ text: exact, choices }) => [exact, choices[0]]);

const cases: readonly (readonly [text: string, exact: string, coarse: string])[] = [
  ["サーバの68%が", "68%", "約7割"],
  ["サーバの 68 % が", "68 %", "約 7 割"],
  ["9,812,345件のアクセス", "9,812,345件", "1,000万件弱"],
  ["9,812,345 件のアクセス", "9,812,345 件", "1,000 万件弱"],
  ["６１２，３４５件", "６１２，３４５件", "60万件強"],
  ["費用は19,870,000円", "19,870,000円", "約2,000万円"],
  ["費用は 1,987 万円", "1,987 万円", "約 2,000 万円"],
  ["1億2,345万円を失った", "1億2,345万円", "約1億2,000万円"],
  ["復旧に33日を要した", "33日", "1か月強"],
  ["復旧に 33 日を要した", "33 日", "1 か月強"],
  ["72時間で", "72時間", "約3日"],
  ["92分かかった", "92分", "約1時間半"],
  ["2022年12月8日に", "2022年12月8日", "2022年12月上旬"],
  ["2022 年 12 月 28 日に", "2022 年 12 月 28 日", "2022 年 12 月下旬"],
  ["令和4年12月15日14時32分に", "令和4年12月15日14時32分", "令和4年12月中旬"],
  ["2022-12-08に", "2022-12-08", "2022年12月上旬"],
  ["14時32分に", "14時32分", "14時台"],
  ["8日に検知", "8日", "上旬"],
  ["約 12,345 件", "約 12,345 件", "約 1 万 2,000 件"],
  ["95.2%を占める", "95.2%", "9割超"],
];

describe("exact numbers of a text", () => {
  it.each(cases)("%s: %s becomes %s", (text, exact, coarse) => {
    expect(firstOf(text)).toEqual([[exact, coarse]]);
  });

  it.each([
    "約 7 割のサーバと約2,000万円、1,000万件弱、60万件を超える、1か月強、4つ、2通、3日間、1週間",
    "2022年12月、2022 年 10 月～12 月、第12回、図12、表 3、4.1.2",
    "10.0.12.34件、203[.]0[.]113[.]57 件、CVE-2022-12345 件、v12.3.45 台、バージョン 12 台",
    "https://a.example/12345件?x=12,345件 9f86d081884c7d659a2feaa0c55ad015件 hr-12345件",
    "人月や社員、12分の1、100%、0%",
  ])("leaves alone %s", (text) => {
    expect(firstOf(text)).toEqual([]);
  });

  it("tells where they stand", () => {
    const text = "全体の68%、うち137台";
    for (const { start, end, text: exact } of findExactNumbers(text)) expect(text.slice(start, end)).toBe(exact);
  });
});

/** What a reader takes a coarse count to mean; written apart from the code that makes it. */
function readCount(words: string): [low: number, high: number] {
  const match = /^(約|十数|数十)?(?:([\d,]+)億)?(?:([\d,]+)万)?([\d,]+)?(?:件)(弱|強|超)?$/u.exec(words);
  if (!match) throw new Error(words);
  if (match[1] === "十数") return [11, 19];
  if (match[1] === "数十") return [20, 99];
  const digits = (text: string | undefined) => Number((text ?? "0").replaceAll(",", ""));
  const value = digits(match[2]) * 1e8 + digits(match[3]) * 1e4 + digits(match[4]);
  const lastDigit = 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
  if (match[5] === "弱") return [value * 0.8, value];
  if (match[5] === "強") return [value, value * 1.2];
  if (match[5] === "超") return [value, value + lastDigit];
  return [value - lastDigit / 2, value + lastDigit / 2];
}

describe("a coarse number", () => {
  it("means a span that holds the exact count, and never the count itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (value) => {
        for (const { words, low, high } of coarsenCount(value, "件")) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          const [readLow, readHigh] = readCount(words);
          expect([words, readLow <= value && value <= readHigh]).toEqual([words, true]);
          expect(high).toBeGreaterThan(low);
          expect(words).not.toBe(`約${writeNumber(value)}件`);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("holds the exact share and the exact span of time", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.constantFrom("分", "時間", "日", "週間", "か月"),
        (value, unit) => {
          for (const { words, low, high } of coarsenPercent(value / 100))
            expect([words, low <= value / 100 && value / 100 <= high]).toEqual([words, true]);
          for (const { words, low, high } of coarsenDuration(value, unit))
            expect([words, value, low <= value + 1e-9 && value <= high + 1e-9]).toEqual([words, value, true]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("is offered for every exact count, in both styles", () => {
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 99_999_999 }), fc.boolean(), (value, isSpaced) => {
        fc.pre(!/^\d0*$/.test(String(value)));
        const written = `${value.toLocaleString("en-US")}${isSpaced ? " " : ""}件`;
        const [found] = findExactNumbers(`全体で${written}であった。`);
        expect(found?.text).toBe(written);
        expect(found?.choices.length).toBeGreaterThan(0);
      }),
    );
  });
});
