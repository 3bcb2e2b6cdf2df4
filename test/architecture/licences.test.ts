import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readShippedPackages, writeNotices } from "../../build/shippedPackages.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Licences that let an MIT program carry the package. */
const PERMISSIVE =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|OFL-1\.1)\b/;

const packages = readShippedPackages(ROOT);

test("everything that is shipped may be", () => {
  expect(packages.length).toBeGreaterThan(30);
  expect(packages.filter(({ licence }) => !PERMISSIVE.test(licence))).toEqual([]);
});

test("the notices name what is shipped (node build/writeNotices.ts writes them)", () => {
  expect(readFileSync(join(ROOT, "THIRD-PARTY-NOTICES.md"), "utf8")).toBe(writeNotices(packages));
});
