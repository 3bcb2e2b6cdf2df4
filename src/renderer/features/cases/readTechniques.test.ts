import { describe, expect, it } from "vitest";
import { readTechniques } from "./readTechniques.ts";

describe("techniques as typed", () => {
  it.each([
    ["T1566", ["T1566"]],
    ["t1566.002", ["T1566.002"]],
    ["ｔ１５６６．００２、Ｔ１０７８", ["T1566.002", "T1078"]],
    ["T1486 T1110,T1018", ["T1486", "T1110", "T1018"]],
    ["  ", []],
  ])("%s", (text, ids) => {
    expect(readTechniques(text)).toEqual({ ids, unknown: undefined });
  });

  it("names what is none", () => {
    expect(readTechniques("T1566, フィッシング").unknown).toBe("フィッシング");
    expect(readTechniques("T15").unknown).toBe("T15");
  });
});
