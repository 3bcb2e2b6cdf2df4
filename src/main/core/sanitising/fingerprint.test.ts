import { expect, test } from "vitest";
import { changedParts, checkNumber, fingerprintOf, type Enclosed } from "./fingerprint.ts";

const words = { title: "不審なメール", body: "一通届いた。" };
const enclosed: Enclosed = {
  tlp: "TLP:AMBER",
  pap: null,
  correctionNote: null,
  indicators: [
    { kind: "domain-name", value: "a.test" },
    { kind: "ipv4-addr", value: "192.0.2.1" },
  ],
};
const print = fingerprintOf(words, enclosed);
const than = (change: Partial<Enclosed>) => changedParts(print, fingerprintOf(words, { ...enclosed, ...change }));

test("each part that readers see changes its own part of the fingerprint", () => {
  expect(changedParts(print, print)).toEqual([]);
  expect(changedParts(print, fingerprintOf({ ...words, body: "二通届いた。" }, enclosed))).toEqual(["words"]);
  expect(than({ tlp: "TLP:GREEN" })).toEqual(["labels"]);
  expect(than({ pap: "PAP:RED" })).toEqual(["labels"]);
  expect(than({ indicators: [] })).toEqual(["list"]);
  expect(than({ correctionNote: "宛先を改めた。" })).toEqual(["note"]);
  expect(than({ indicators: enclosed.indicators.toReversed() })).toEqual([]);
});

test("a fingerprint of words alone tells nothing of the rest", () => {
  const before = fingerprintOf(words, null);
  expect(changedParts(before, print)).toEqual(["labels", "list", "note"]);
  expect(changedParts(before, before)).toEqual([]);
  expect(changedParts("", before)).toEqual(["words"]);
});

test("its number for eyes changes with every part", () => {
  const numbers = [print, fingerprintOf(words, { ...enclosed, indicators: [] }), fingerprintOf(words, null)].map(
    checkNumber,
  );
  expect(new Set(numbers).size).toBe(3);
  for (const number of numbers) expect(number).toMatch(/^[0-9a-f]{4}(?:-[0-9a-f]{4}){3}$/u);
});
