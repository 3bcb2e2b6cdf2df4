import type { Stake } from "../sanitising/maskText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";

/**
 * Which indicators would tell who provided them: attackers put a victim's name or domain into their own addresses, and an
 * address like that cannot be masked and still be of use.
 */
export async function judgeIndicators<I extends { value: string }>(
  sanitiser: Sanitiser,
  indicators: readonly I[],
  stake: Stake,
  signal?: AbortSignal,
): Promise<(I & { tells: boolean })[]> {
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
