import { useMessages } from "#renderer/state/useMessages.ts";
import { StatusMark, type MarkShape, type MarkTone } from "#renderer/ui/StatusMark.tsx";
import type { Tier } from "./tiers.ts";

const MARKS: Record<Tier, { shape: MarkShape; tone: MarkTone }> = {
  must: { shape: "filled", tone: "danger" },
  review: { shape: "half", tone: "wait" },
  novel: { shape: "empty", tone: "wait" },
  plain: { shape: "dash", tone: "wait" },
  allowed: { shape: "check", tone: "soft" },
};

/** 伏せる, 確かめる, 初めての語, 普通の語 or そのまま. */
export function TierMark({ tier }: { tier: Tier }) {
  const { sanitising } = useMessages();
  return (
    <span title={sanitising.severityHint[tier]}>
      <StatusMark {...MARKS[tier]}>{sanitising.severity[tier]}</StatusMark>
    </span>
  );
}
