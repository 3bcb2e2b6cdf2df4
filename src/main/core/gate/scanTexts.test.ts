import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRoster } from "../sanitising/compileRoster.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { outsideEntity } from "../sanitising/sanitisingEngine.ts";
import { findScannedRoster } from "../sanitising/sanitisingRepository.ts";
import { scan } from "../sanitising/scan.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { scanTexts } from "./scanTexts.ts";

const OUTSIDER = "蓮沼精機";
const LINES = [
  {
    type: "organization",
    id: "O1",
    name: "霧峰重工業株式会社",
    reading: "キリミネジュウコウギョウ",
    domains: ["kirimine.example"],
    persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
  },
  { type: "organization", id: "O2", name: "椋淵電機", domains: ["mukubuchi.example"] },
];

const NAMES = ["霧峰重工業", "椋淵電機", "kirimine.example", "m.tsuzuki@kirimine.example", "都築様", OUTSIDER];
const name = fc.constantFrom(...NAMES);
const plain = fc.constantFrom(
  "evil.test",
  "hxxps://evil[.]test/a",
  "198.51.100.7",
  "件名",
  "2022-12-01",
  "0a".repeat(32),
  "",
);
/** A name in one of the ways it hides, whole or not: what is left open must not reach into the next text. */
const hidden = fc.oneof(
  name,
  name.map((text) => Buffer.from(text).toString("base64")),
  name.map((text) => `https://evil.test/?u=${encodeURIComponent(text)}`),
  name.map((text) => [...text].toReversed().join("")),
  fc.tuple(name, fc.nat(12)).map(([text, at]) => text.slice(0, at)),
  fc.tuple(name, fc.nat(12)).map(([text, at]) => text.slice(at)),
  fc.constantFrom("=?utf-8?B?", "<a href='", "'>", "begin 644 a", "\u001b$B", "+", "担当", "&#x97", "\\u97"),
);
const text = fc.array(fc.oneof(plain, hidden), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const parties = fc.constantFrom([], ["O1"], ["O1", "O2"]);
const outsiders = fc.constantFrom([], [OUTSIDER]);

describe("scanTexts", () => {
  it("finds in a row of texts exactly what is found in each alone, whatever was asked before", async () => {
    const { session } = openTestBook(LINES);
    const sanitiser = createSanitiser(session);
    const roster = session.read(findScannedRoster);
    const alone = (one: string, ids: readonly string[], outside: readonly string[]) => {
      const more = outside.map((outsider) => ({
        id: outsideEntity(outsider),
        name: outsider,
        aliases: [],
        domains: [],
        persons: [],
        products: [],
        addresses: [],
        phones: [],
      }));
      return scan(one, compileRoster(roster, more), { parties: [...ids, ...more.map(({ id }) => id)] });
    };
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 12 }), parties, outsiders, async (texts, ids, outside) => {
        const found = await scanTexts(sanitiser, texts, { parties: ids, outsiders: outside });
        expect(found).toEqual(texts.map((one) => alone(one, ids, outside)));
      }),
      { numRuns: 60 },
    );
  });

  it("asks the engine once for what comes again and again", async () => {
    const asked: string[] = [];
    const sanitiser = {
      ...createSanitiser(openTestBook(LINES).session),
      scanAll: async (texts: readonly string[]) => {
        asked.push(...texts);
        return texts.map(() => []);
      },
    };
    const found = await scanTexts(sanitiser, ["a", "b", "a", "", "b"], {});
    expect([asked, found.length]).toEqual([["a", "b"], 5]);
  });
});
