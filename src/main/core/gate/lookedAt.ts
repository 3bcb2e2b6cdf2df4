import type { ReadableDb } from "../database/handles.ts";
import { readMatter, type Matter } from "../sanitising/readMatter.ts";
import type { InspectedFinding } from "../sanitising/inspectText.ts";
import { isOpen } from "../sanitising/inspectText.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { inlineText } from "./inlineText.ts";
import type { LeakOptions } from "./findLeaks.ts";

/**
 * For the check of a file made from a text whose findings were all decided: who is at stake, and what was looked at (the
 * words themselves, with marks and without, what was allowed, attackers' addresses that an analyst recorded as such).
 * @throws AppError record.not-found
 */
export function leakOptionsOf(db: ReadableDb, ref: TextRef): Pick<LeakOptions, "parties" | "outsiders" | "allowed"> {
  return leakOptionsFor(readMatter(db, ref));
}

export function leakOptionsFor(matter: Matter): Pick<LeakOptions, "parties" | "outsiders" | "allowed"> {
  const { title, body } = matter.text;
  return { ...stakeOf(matter), allowed: [...decidedWords(matter), title, body, inlineText(body)] };
}

/** The same for a text that still has open findings: its words count as looked at but for those. */
export function leakOptionsBut(
  matter: Matter,
  findings: readonly InspectedFinding[],
): Pick<LeakOptions, "parties" | "outsiders" | "allowed"> {
  const { title, body } = matter.text;
  const open = findings.filter(({ shown }) => isOpen(shown));
  const parts = (["title", "body"] as const).flatMap((where) => {
    const spans = open.filter((finding) => finding.where === where).map(({ finding }) => finding);
    return withoutSpans(where === "title" ? title : body, spans);
  });
  return { ...stakeOf(matter), allowed: [...decidedWords(matter), ...parts] };
}

const stakeOf = ({ stake }: Matter) => ({ parties: stake.parties ?? [], outsiders: stake.outsiders ?? [] });

function decidedWords({ decisions, known }: Matter): string[] {
  const allowed = [...decisions.values()].filter(({ action }) => action === "allow").map(({ surface }) => surface);
  return [...allowed, ...known.labels, ...known.indicators];
}

function withoutSpans(text: string, spans: readonly { start: number; end: number }[]): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > at) parts.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return [...parts, text.slice(at)];
}
