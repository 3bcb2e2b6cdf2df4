import { expect, test } from "vitest";
import { printableCharacters } from "./printableCharacters.ts";

test("the fonts have what reports are written with, and lack what prints as an empty box", async () => {
  const isPrintable = await printableCharacters();
  const lacking = (text: string) => [...text].filter((character) => !isPrintable(character)).join("");
  expect(lacking("運用状況 ABC123、。①⑥㈱髙﨑～―※ｱ㍿\n\u200d\u3000é")).toBe("");
  expect(lacking("標的😀型 שלום 한글")).toBe("😀שלום한글");
});
