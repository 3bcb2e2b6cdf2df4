import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../errors.ts";
import { readMoment } from "../domain/moment.ts";
import { describeError, LANGUAGES, messages } from "./messages.ts";
import { bytesOf, digitsOf, listMomentOf, readTypedMoment, readWholeNumber } from "./numerals.ts";

/** Every leaf of a catalogue, by its path. */
function leavesOf(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

describe("the two catalogues", () => {
  it("have the same keys, of the same kind and with as many parameters", () => {
    const shape = (value: unknown) => (typeof value === "function" ? value.length : typeof value);
    const shapes = (language: "ja" | "en") =>
      leavesOf(messages[language])
        .map(([path, value]) => `${path} ${typeof value}`)
        .sort();
    expect(shapes("en")).toEqual(shapes("ja"));
    expect(shape(messages.en.format.day)).toBe(shape(messages.ja.format.day));
  });

  it("leave nothing in Japanese in the English one, save for 日本語 itself", () => {
    const japanese = leavesOf(messages.en).filter(
      ([, value]) => typeof value === "string" && /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(value),
    );
    expect(japanese.map(([path]) => path)).toEqual([".frame.language.ja"]);
  });

  it.each(LANGUAGES)("%s: one sentence for every error, complete even when a parameter is missing", (language) => {
    for (const code of ERROR_CODES) {
      const sentence = describeError({ code, params: {} }, language);
      expect(sentence, code).toMatch(language === "ja" ? /[。）]$/ : /[.)]$/);
      expect(sentence, code).not.toMatch(/undefined|NaN|「」|“”/);
    }
  });
});

it("sentences on a quarter write it out", () => {
  const error = { code: "publishing.nothing-to-report", params: { quarter: "2026Q4" } } as const;
  expect(describeError(error, "ja")).toContain("2026年10月～12月には");
  expect(describeError(error, "en")).toMatch(/^Oct.Dec 2026 has no records/);
});

describe("dates and numbers", () => {
  it("are written in Japanese time, close to their units", () => {
    const momentMs = Date.UTC(2022, 11, 8, 5, 5);
    expect(messages.ja.format.moment(momentMs)).toBe("2022-12-08 14:05");
    expect(messages.ja.format.dayOfMoment(momentMs).replaceAll("\u00a0", " ")).toBe("2022 年 12 月 8 日");
    expect(messages.en.format.dayOfMoment(momentMs).replaceAll("\u00a0", " ")).toBe("8 December 2022");
    expect(messages.ja.format.quarter("2022Q4")).toBe("2022年10月～12月");
    expect(messages.ja.format.items(26)).toBe("26\u00a0件");
  });

  it("group digits by threes", () => {
    expect([digitsOf(0), digitsOf(5500), digitsOf(-1234567)]).toEqual(["0", "5,500", "\u22121,234,567"]);
    expect(
      [bytesOf(1023), bytesOf(1024), bytesOf(64 * 1024 * 1024)].map((text) => text.replace("\u00a0", " ")),
    ).toEqual(["1023 B", "1.0 KB", "64.0 MB"]);
  });

  it("read what is written, whatever the minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (minutes) => {
        const momentMs = (minutes % 30_000_000) * 60_000;
        expect(readMoment(readTypedMoment(listMomentOf(momentMs)) ?? "")).toBe(momentMs);
      }),
    );
  });

  it.each([
    ["２０２２年１２月８日 １４時０５分", "2022-12-08T14:05:00+09:00"],
    ["2022/12/8 9:05", "2022-12-08T09:05:00+09:00"],
    ["20221208 1405", "2022-12-08T14:05:00+09:00"],
    ["2022.12.8", "2022-12-08T00:00:00+09:00"],
  ])("reads %s", (typed, moment) => {
    expect(readTypedMoment(typed)).toBe(moment);
  });

  it("take full-width figures for numbers, and nothing else", () => {
    expect([readWholeNumber("１，２３４"), readWholeNumber(" 12 "), readWholeNumber("")]).toEqual([
      1234,
      12,
      undefined,
    ]);
    expect([readWholeNumber("-1"), readWholeNumber("1.5"), readWholeNumber("一")]).toEqual(Array(3).fill(undefined));
  });
});
