import { DAY_MS, dayOf, startOfDay } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";

/** How long an answer about one text is waited for; `overdueDays` > 0 past the due day. */
export type WaitingTime = { days: number; overdueDays: number };

/** Whole days in Tokyo between a moment and today. */
export function daysSince(momentMs: number, nowMs: number): number {
  return Math.round((startOfDay(dayOf(nowMs)) - startOfDay(dayOf(momentMs))) / DAY_MS);
}

/** The longest wait of every text that waits for a provider, by the id of the text. */
export function useWaitingTimes(): ReadonlyMap<string, WaitingTime> {
  const { data = [] } = useRead(api.approvals.waiting, {});
  const now = Date.now();
  const times = new Map<string, WaitingTime>();
  for (const { text, askedAt, overdueDays } of data) {
    const known = times.get(text.id) ?? { days: 0, overdueDays: 0 };
    times.set(text.id, {
      days: Math.max(known.days, daysSince(askedAt, now)),
      overdueDays: Math.max(known.overdueDays, overdueDays ?? 0),
    });
  }
  return times;
}
