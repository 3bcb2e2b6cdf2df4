import type { SharingDetail } from "#shared/contract/sharings.ts";

/** A framework is told as one recipient, however many stand behind it. */
export function reachesNobody({ reached, frameworks }: SharingDetail["audience"]): boolean {
  return reached === 0 && frameworks.length === 0;
}
