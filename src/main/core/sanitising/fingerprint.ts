import { createHash } from "node:crypto";
import type { LeavingPart } from "#shared/contract/approvals.ts";
import { textSha256, type ExactText } from "./textSha256.ts";

/** What a reader of a sharing gets beside its words. */
export type Enclosed = {
  tlp: string;
  pap: string | null;
  /** What a correction says that it corrects; null where there is nothing to correct. */
  correctionNote: string | null;
  /** Attackers' indicators that go along; their order says nothing. */
  indicators: readonly { kind: string; value: string }[];
};

/** In this order; a write-up has words alone. */
const PARTS: readonly LeavingPart[] = ["words", "labels", "list", "note"];

/**
 * What consents and releases are bound to: everything that whoever gets the text will see, a SHA-256 for each part, so that it
 * can be told which of them changed. For a write-up it is the hash of its words.
 */
export function fingerprintOf(words: ExactText, enclosed: Enclosed | null): string {
  if (enclosed === null) return textSha256(words);
  const { tlp, pap, indicators, correctionNote } = enclosed;
  const list = [...new Set(indicators.map(({ kind, value }) => JSON.stringify([kind, value])))].sort();
  return [textSha256(words), hashOf([tlp, pap]), hashOf(list), hashOf(correctionNote)].join("-");
}

/**
 * Which parts are others now than they were. One that the older does not tell of (it is from before that part was kept, or
 * from a file that knows words only) counts as another.
 */
export function changedParts(before: string, now: string): LeavingPart[] {
  const [older, newer] = [before.split("-"), now.split("-")];
  return PARTS.filter((_, index) => newer[index] !== undefined && older[index] !== newer[index]);
}

/** Sixty-four bits of it in groups of four, for people to compare by eye on paper. */
export function checkNumber(fingerprint: string): string {
  const groups = hashOf(fingerprint).slice(0, 16).match(/.{4}/gu) ?? [];
  return groups.join("-");
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
