import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, isDay, readMoment, startOfDay, writeMoment } from "./moment.ts";

describe("RFC 3339", () => {
  test.each([
    ["2022-12-08T14:05:00+09:00", "2022-12-08T05:05:00.000Z"],
    ["2022-12-08t05:05:00z", "2022-12-08T05:05:00.000Z"],
    ["2022-12-08 05:05:00Z", "2022-12-08T05:05:00.000Z"],
    ["2022-12-08T05:05:00.1Z", "2022-12-08T05:05:00.100Z"],
    ["2022-12-08T05:05:00.123456Z", "2022-12-08T05:05:00.123Z"],
    ["2022-12-31T23:59:59.999-11:30", "2023-01-01T11:29:59.999Z"],
    ["0000-01-01T00:00:00+09:00", "-000001-12-31T15:00:00.000Z"],
    ["2024-02-29T00:00:00+14:00", "2024-02-28T10:00:00.000Z"],
  ])("%s is read", (text, expected) => {
    expect(new Date(readMoment(text) ?? Number.NaN).toISOString()).toBe(expected);
  });

  test.each([
    "2022-12-08T14:05:00",
    "2022-12-08",
    "2022-12-08T14:05+09:00",
    "2022-12-08T14:05:00+0900",
    "2022-12-08T14:05:00+09",
    "2022-12-08T24:00:00Z",
    "2022-12-08T23:60:00Z",
    "2022-12-08T23:59:60Z",
    "2022-02-30T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "2022-13-01T00:00:00Z",
    "2022-00-01T00:00:00Z",
    "2022-12-08T14:05:00+24:00",
    "2022-12-08T14:05:00+09:60",
    "2022-12-08T14:05:00.Z",
    "２０２２-12-08T14:05:00Z",
    "9999-12-31T15:00:00Z",
    "0000-01-01T00:00:00+14:00",
    " 2022-12-08T14:05:00Z",
    "",
  ])("%j is refused", (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  test("what is written is read back to the millisecond, in Japanese time", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2200, 0, 1) }), (momentMs) => {
        const written = writeMoment(momentMs);
        expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+09:00$/);
        expect(readMoment(written)).toBe(momentMs);
        expect(written.slice(0, 10)).toBe(dayOf(momentMs));
      }),
    );
  });
});

test("a day begins at its midnight in Tokyo", () => {
  expect(startOfDay("2022-10-01")).toBe(Date.parse("2022-09-30T15:00:00Z"));
  expect(dayOf(startOfDay("2022-10-01"))).toBe("2022-10-01");
  expect(dayOf(startOfDay("2022-10-01") - 1)).toBe("2022-09-30");
});

test.each(["2022-2-1", "2022-02-30", "2022-13-01", "20220201", "2022-02-01T00:00", ""])("%j is no day", (text) => {
  expect(isDay(text)).toBe(false);
});
