import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { claimProfileFolder } from "./claimProfileFolder.ts";

const state = mkdtempSync(join(tmpdir(), "profiles-"));
afterAll(() => rmSync(state, { recursive: true }));

it("gives the first window its own folder again, and a second one another", () => {
  const first = claimProfileFolder(state);
  const second = claimProfileFolder(state);
  expect([first, second].map(({ folder }) => basename(folder))).toStrictEqual(["window", "window-2"]);
  first.release();
  const again = claimProfileFolder(state);
  expect(again.folder).toBe(first.folder);
  again.release();
  second.release();
  expect(existsSync(join(state, "window.pid"))).toBe(false);
});

it("takes over from a process that died without a word", () => {
  writeFileSync(join(state, "window.pid"), "999999999");
  const claim = claimProfileFolder(state);
  expect(basename(claim.folder)).toBe("window");
  claim.release();
});
