import { describe, expect, it } from "vitest";
import { counterpartOf } from "./counterpart.ts";
import { makeFinding } from "./testing/makeFinding.ts";

const day = (start: number, sentence: string) => makeFinding({ text: "10 月 15 日", start, sentence });

describe("what a place of the text was made from", () => {
  const places = [
    day(100, "椋淵精機の第14拠点では、10 月 15 日に検知した。"),
    day(300, "霧峰重工業の第42拠点では、10 月 15 日に検知した。"),
    day(500, "葦洲電力の第70拠点では、10 月 15 日に検知した。"),
  ];

  it("has the same words and the likest surroundings, also once the places before it are decided", () => {
    expect(counterpartOf(day(10, "A社の第42拠点では、10 月 15 日に検知した。"), places, [1000, 1000])).toBe(places[1]);
  });

  it("is as far into the text where the surroundings are alike", () => {
    const alike = places.map((place) => ({ ...place, sentence: "10 月 15 日に検知した。" }));
    expect(counterpartOf(day(520, "10 月 15 日に検知した。"), alike, [1000, 1000])).toBe(alike[2]);
    expect(counterpartOf(day(52, "10 月 15 日に検知した。"), alike, [100, 1000])).toBe(alike[2]);
  });

  it("is of the same party where the words are gone, and nowhere for nobody", () => {
    const named = makeFinding({ text: "霧峰", group: "O1" });
    expect(counterpartOf(makeFinding({ text: "霧峰重工業", group: "O1" }), [named], [10, 10])).toBe(named);
    expect(counterpartOf(makeFinding({ text: "別の社", group: "O2" }), [named], [10, 10])).toBeUndefined();
    expect(counterpartOf(null, [named], [10, 10])).toBeUndefined();
  });
});
