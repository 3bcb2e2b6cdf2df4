import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LANGUAGES, messages } from "#shared/messages/messages.ts";
import { MASK_WORDS } from "../maskWords.ts";
import { DECODERS } from "./decoders.ts";

/** Names that decoders give to what they undid, besides their own: of notations, charsets and link services. */
function namesInSources(): string[] {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
    .join("\n");
  const told = [
    /\bname: "([\w-]+)"/g,
    /\bproduct: "([\w-]+)"/g,
    /\bnames: \["([\w-]+)"/g,
    /^ {2}\["([\w-]+)", new TextDecoder/gm,
  ];
  return [...new Set(told.flatMap((pattern) => [...sources.matchAll(pattern)].map(([, name = ""]) => name)))];
}

it.each(LANGUAGES)("%s: every decoder, and every kind of finding, has a word for the reviewer", (language) => {
  const { via, kind } = messages[language].sanitising;
  const names = [...new Set([...DECODERS.map(({ name }) => name), ...namesInSources()])];
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => via[name] === undefined)).toEqual([]);
  expect(Object.keys(MASK_WORDS).filter((name) => kind[name] === undefined)).toEqual([]);
});
