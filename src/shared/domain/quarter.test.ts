import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addQuarters,
  columnsEndingIn,
  firstDayOf,
  isQuarter,
  lastDayOf,
  monthsOf,
  Quarter,
  quarterOf,
  quarterOfDay,
  quartersBetween,
  spanOf,
} from "./quarter.ts";

const quarter = fc
  .record({ year: fc.integer({ min: 1990, max: 2100 }), number: fc.constantFrom(1, 2, 3, 4) })
  .map(({ year, number }) => Quarter.parse(`${year}Q${number}`));

describe("a moment belongs to the quarter that holds it in Tokyo", () => {
  test.each([
    ["2022-09-30T14:59:59.999Z", "2022Q3"],
    ["2022-09-30T15:00:00Z", "2022Q4"],
    ["2022-12-31T14:59:59.999Z", "2022Q4"],
    ["2022-12-31T15:00:00Z", "2023Q1"],
    ["2022-12-31T23:59:59-05:00", "2023Q1"],
    ["2024-02-29T23:59:59+09:00", "2024Q1"],
    ["1969-12-31T14:59:59Z", "1969Q4"],
    ["1969-12-31T15:00:00Z", "1970Q1"],
  ])("%s in %s", (text, expected) => {
    expect(quarterOf(Date.parse(text))).toBe(expected);
  });

  test("spans meet without gap or overlap, and hold what they should", () => {
    fc.assert(
      fc.property(quarter, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (one, share) => {
        const { fromMs, untilMs } = spanOf(one);
        expect(spanOf(addQuarters(one, 1)).fromMs).toBe(untilMs);
        expect(quarterOf(fromMs + Math.floor((untilMs - fromMs) * share))).toBe(one);
        expect(quarterOf(fromMs - 1)).toBe(addQuarters(one, -1));
        expect(quarterOfDay(firstDayOf(one))).toBe(one);
        expect(quarterOfDay(lastDayOf(one))).toBe(one);
      }),
    );
  });
});

test("the last day is as the calendar has it", () => {
  expect(["2024Q1", "2023Q2", "2023Q3", "2023Q4"].map((text) => lastDayOf(Quarter.parse(text)))).toEqual([
    "2024-03-31",
    "2023-06-30",
    "2023-09-30",
    "2023-12-31",
  ]);
});

test("columns run oldest to newest over the turn of the year", () => {
  expect(columnsEndingIn(Quarter.parse("2023Q2"))).toEqual(["2022Q3", "2022Q4", "2023Q1", "2023Q2"]);
  expect(columnsEndingIn(Quarter.parse("2023Q2"), 1)).toEqual(["2023Q2"]);
  expect(monthsOf(Quarter.parse("2023Q2"))).toEqual({ first: 4, last: 6 });
});

test("adding and counting quarters undo one another", () => {
  fc.assert(
    fc.property(quarter, fc.integer({ min: -200, max: 200 }), (one, count) => {
      expect(quartersBetween(one, addQuarters(one, count))).toBe(count);
      expect(addQuarters(addQuarters(one, count), -count)).toBe(one);
    }),
  );
});

test.each(["2022Q0", "2022Q5", "22Q1", "2022q1", "2022Q1 ", "2022Q11", "", "2022-Q1"])("%j is no quarter", (text) => {
  expect(isQuarter(text)).toBe(false);
});
