import { expect, it } from "vitest";
import type { WaitingApproval } from "#shared/contract/approvals.ts";
import { byUrgency } from "./byUrgency.ts";

const ID = "0190b4a0-0000-7000-8000-000000000001";

function waiting(title: string, overdueDays: number | null, askedAt: number): WaitingApproval {
  const of = { text: { kind: "sharing", id: ID }, party: { organizationId: ID }, name: "甲", requestId: ID } as const;
  return { ...of, title, purposes: ["share"], askedAt, dueOn: null, overdueDays, stale: false };
}

it("puts what is overdue first, what is due next, and what has no day last and by age", () => {
  const rows = [
    waiting("期限なし・新", null, 20),
    waiting("あと3日", -3, 1),
    waiting("2日超過", 2, 5),
    waiting("期限なし・古", null, 10),
    waiting("9日超過", 9, 8),
    waiting("今日", 0, 3),
  ];
  expect(byUrgency(rows).map(({ title }) => title)).toEqual([
    "9日超過",
    "2日超過",
    "今日",
    "あと3日",
    "期限なし・古",
    "期限なし・新",
  ]);
});
