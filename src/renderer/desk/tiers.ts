import type { DeskFinding } from "#shared/contract/sanitising.ts";

/** In the order in which they are worked off. */
export const TIERS = ["must", "review", "novel", "allowed"] as const;
export type Tier = (typeof TIERS)[number];

/** How urgent a finding is: what is never published before comes after what else a person looks at. */
export function tierOf({ severity, kind, decision }: Pick<DeskFinding, "severity" | "kind" | "decision">): Tier {
  if (severity === "must") return "must";
  if (decision?.action === "allow") return "allowed";
  return kind === "novel-term" ? "novel" : "review";
}

/** One place of the text: the key alone is the same for the same words in the same sentence. */
export function markIdOf({ key, where, start }: Pick<DeskFinding, "key" | "where" | "start">): string {
  return `${key} ${where} ${start}`;
}

export const isOpen = (finding: DeskFinding): boolean => tierOf(finding) !== "allowed";
