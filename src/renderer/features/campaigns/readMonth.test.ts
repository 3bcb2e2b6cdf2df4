import { describe, expect, it } from "vitest";
import { readMonth } from "./readMonth.ts";

describe("a month as typed", () => {
  it.each(["2017-10", "2017/10", "2017年10月", "２０１７年１０月", " 2017.10 "])("%s", (text) => {
    expect(readMonth(text)).toBe("2017-10");
  });

  it.each(["2017", "2017-13", "2017-00", "10-2017", ""])("refuses %j", (text) => {
    expect(readMonth(text)).toBeUndefined();
  });
});
