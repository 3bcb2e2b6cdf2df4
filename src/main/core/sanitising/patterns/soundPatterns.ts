import type { Identifier } from "../roster.ts";

/** Shorter sounds are words of other languages too often. */
const LONG_SOUND = 7;
const SHORT_SOUND = 4;

/** A reading as it may be romanised; see folding/soundText.ts. */
export function soundIdentifiers(sound: string, kind: "organization" | "person" | "product"): Identifier[] {
  if (sound.length < SHORT_SOUND) return [];
  const scope = sound.length >= LONG_SOUND ? "all" : "party";
  return [{ text: sound, matcher: "sound", kind, scope, need: "none", severity: "must" }];
}
