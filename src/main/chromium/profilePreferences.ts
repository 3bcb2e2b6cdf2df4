import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Preferences = { [key: string]: unknown };

/**
 * What a browser would offer to a visitor of web pages and must not offer here: keeping the casebook's passphrase, filling
 * in names, translating, asking a server about spelling.
 */
const WANTED: Preferences = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  spellcheck: { use_spelling_service: false },
  search: { suggest_enabled: false },
};

function isPreferences(value: unknown): value is Preferences {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `wanted` laid over what the browser wrote itself (the window's place, for one). */
export function mergePreferences(written: unknown, wanted: Preferences = WANTED): Preferences {
  const merged: Preferences = isPreferences(written) ? { ...written } : {};
  for (const [key, value] of Object.entries(wanted)) {
    merged[key] = isPreferences(value) ? mergePreferences(merged[key], value) : value;
  }
  return merged;
}

/** Sets the profile's preferences. Only while no browser uses it: a running one writes its own over them. */
export function preparePreferences(profileFolder: string): void {
  const folder = join(profileFolder, "Default");
  const path = join(folder, "Preferences");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify(mergePreferences(readWritten(path))));
}

function readWritten(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined; // a new profile, or one that a crash damaged: the browser starts it afresh
  }
}
