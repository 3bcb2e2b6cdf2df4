import { expect, test } from "vitest";
import { readTlp } from "./tlp.ts";

test.each([
  ["TLP:AMBER", "TLP:AMBER"],
  ["tlp:amber", "TLP:AMBER"],
  ["AMBER + STRICT", "TLP:AMBER+STRICT"],
  ["TLP:AMBER+STRICT", "TLP:AMBER+STRICT"],
  ["TLP:WHITE", "TLP:CLEAR"],
  ["white", "TLP:CLEAR"],
  ["ＴＬＰ：ＲＥＤ", "TLP:RED"],
  [" TLP: green ", "TLP:GREEN"],
])("%j is %s", (text, label) => {
  expect(readTlp(text)).toBe(label);
});

test.each(["", "TLP", "TLP:", "TLP:PURPLE", "AMBER-STRICT", "REDD"])("%j is no label", (text) => {
  expect(readTlp(text)).toBeUndefined();
});
