import type { MailHop } from "#shared/domain/mail.ts";

/** One step of a mail's way, in the order it went; `delayMs` since the step before, null when a time is missing. */
export type RouteStep = MailHop & { order: number; delayMs: number | null };

/** What the sending side called itself, without its address, which has a column of its own. */
export function nameOf({ from, fromIp }: Pick<MailHop, "from" | "fromIp">): string {
  if (fromIp === null) return from;
  return from.replace(`[${fromIp}]`, "").replace(/\s+\)/, ")").replace("()", "").trim();
}

/** Turns `Received` fields (newest first) into the way the mail went. A clock that runs behind gives a negative delay. */
export function routeOf(hops: readonly MailHop[]): RouteStep[] {
  const inOrder = [...hops].reverse();
  return inOrder.map((hop, index) => {
    const before = inOrder[index - 1]?.at ?? null;
    return { ...hop, order: index + 1, delayMs: hop.at === null || before === null ? null : hop.at - before };
  });
}
