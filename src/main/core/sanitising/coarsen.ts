import type { ExactNumber } from "#shared/contract/sanitising.ts";

/** Exact numbers of a text and how they could be said less exactly. */
export function findExactNumbers(_text: string): ExactNumber[] {
  return [];
}
