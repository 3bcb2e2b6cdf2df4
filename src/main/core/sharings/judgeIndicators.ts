import type { SharingIndicator } from "#shared/contract/sharings.ts";
import type { Stake } from "../sanitising/maskText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import type { ListedIndicator } from "./indicatorRepository.ts";

/**
 * Which indicators would tell who provided them: attackers put a victim's name or domain into their own addresses, and an
 * address like that cannot be masked and still be of use.
 */
export async function judgeIndicators(
  sanitiser: Sanitiser,
  indicators: readonly ListedIndicator[],
  stake: Stake,
  signal?: AbortSignal,
): Promise<SharingIndicator[]> {
  if (indicators.length === 0) return [];
  const options = { ...stake, novelty: false, ...(signal && { signal }) };
  const findings = await sanitiser.scanAll(
    indicators.map(({ value }) => value),
    options,
  );
  return indicators.map((indicator, position) => ({
    ...indicator,
    tells: findings[position]?.some(({ severity }) => severity === "must") ?? true,
  }));
}

/** The list that goes out: what is neither withheld nor tells. */
export function outgoingIndicators(indicators: readonly SharingIndicator[]): { kind: string; value: string }[] {
  return indicators.flatMap(({ kind, value, withheld, tells }) => (withheld || tells ? [] : [{ kind, value }]));
}
