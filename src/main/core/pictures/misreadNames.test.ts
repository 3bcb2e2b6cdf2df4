import { describe, expect, it } from "vitest";
import { findMisreadNames } from "./misreadNames.ts";

const NAMES = ["株式会社椋淵精機", "椋淵精機", "椋淵", "都築 真由", "Mukubuchi"];

const found = (text: string) =>
  findMisreadNames(text, NAMES).map(({ start, end, text: words, reads }) => {
    expect(text.slice(start, end)).toBe(words);
    return `${words}=${reads}`;
  });

describe("findMisreadNames", () => {
  it("finds a name with a letter of four wrong, two of eight, through spaces", () => {
    expect(found("極淵精機の人事部")).toEqual(["極淵精機=椋淵精機"]);
    expect(found("株式会社酸湯精機です")).toEqual(["株式会社酸湯精機=株式会社椋淵精機"]);
    expect(found("都策 真由 様")).toEqual(["都策 真由=都築真由"]);
  });

  it("leaves alone what the engine reads, what is farther off, and what goes on in another line", () => {
    expect(found("椋淵精機")).toEqual([]);
    expect(found("南雲測量の担当者、日本精機、椋の木、Mukubuchl")).toEqual([]);
    expect(found("極淵\n精機")).toEqual([]);
    expect(found("")).toEqual([]);
  });
});
