import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { preparePreferences } from "./profilePreferences.ts";

const profile = mkdtempSync(join(tmpdir(), "preferences-"));
const path = join(profile, "Default", "Preferences");
afterAll(() => rmSync(profile, { recursive: true }));
const read = () => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;

it("never lets the browser keep a passphrase, in a new profile and in a damaged one", () => {
  preparePreferences(profile);
  expect(read()).toMatchObject({ credentials_enable_service: false, profile: { password_manager_enabled: false } });
  writeFileSync(path, "{ cut");
  preparePreferences(profile);
  expect(read().credentials_enable_service).toBe(false);
});

it("keeps what the browser wrote itself", () => {
  mkdirSync(join(profile, "Default"), { recursive: true });
  const written = {
    browser: { window_placement: { left: 7 } },
    profile: { name: "x", password_manager_enabled: true },
  };
  writeFileSync(path, JSON.stringify(written));
  preparePreferences(profile);
  expect(read()).toMatchObject({
    browser: { window_placement: { left: 7 } },
    profile: { name: "x", password_manager_enabled: false },
  });
});
