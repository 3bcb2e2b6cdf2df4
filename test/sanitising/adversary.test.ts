import { expect, it } from "vitest";
import { compileRoster } from "#core/sanitising/compileRoster.ts";
import { sanitise } from "#core/sanitising/sanitise.ts";
import { scan } from "#core/sanitising/scan.ts";
import { PARTIES, PASSAGES, ROSTER } from "./adversary.ts";
import { MACHINE_PASSAGES } from "./machinePassages.ts";

const roster = compileRoster(ROSTER);
const options = { parties: PARTIES };

it.each([...PASSAGES, ...MACHINE_PASSAGES])("$name", ({ text, hidden, kept = [] }) => {
  for (const secret of hidden) expect(text).toContain(secret);
  const findings = scan(text, roster, options);
  const clean = sanitise(text, findings, roster, options);
  expect(clean.left).toEqual([]);
  for (const secret of hidden) expect(clean.text).not.toContain(secret);
  if (hidden.length > 0) expect(findings.some(({ severity }) => severity === "must")).toBe(true);
  for (const indicator of kept) expect(clean.text).toContain(indicator);
});
