import type { DeskFinding } from "#shared/contract/sanitising.ts";

/** In the order in which they are worked off. */
export const TIERS = ["must", "review", "novel", "plain", "allowed"] as const;
export type Tier = (typeof TIERS)[number];

/**
 * How urgent a finding is: what was never published before comes after what else a person looks at, and last of it what
 * is made of ordinary words.
 */
export function tierOf(finding: Pick<DeskFinding, "severity" | "kind" | "decision" | "plain">): Tier {
  const { severity, kind, decision, plain } = finding;
  if (severity === "must") return "must";
  if (decision?.action === "allow") return "allowed";
  if (kind !== "novel-term") return "review";
  return plain ? "plain" : "novel";
}

/** One place of the text: the key alone is the same for the same words in the same sentence. */
export function markIdOf({ key, where, start }: Pick<DeskFinding, "key" | "where" | "start">): string {
  return `${key} ${where} ${start}`;
}

export const isOpen = (finding: DeskFinding): boolean => tierOf(finding) !== "allowed";
