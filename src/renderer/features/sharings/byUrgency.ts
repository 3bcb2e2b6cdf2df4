import type { WaitingApproval } from "#shared/contract/approvals.ts";

/** Overdue first and longest overdue on top, then what is due soonest, then without a due day by age. */
export function byUrgency(rows: readonly WaitingApproval[]): WaitingApproval[] {
  return [...rows].sort((a, b) => {
    if (a.overdueDays !== null && b.overdueDays !== null && a.overdueDays !== b.overdueDays) {
      return b.overdueDays - a.overdueDays;
    }
    if ((a.overdueDays === null) !== (b.overdueDays === null)) return a.overdueDays === null ? 1 : -1;
    return a.askedAt - b.askedAt;
  });
}
