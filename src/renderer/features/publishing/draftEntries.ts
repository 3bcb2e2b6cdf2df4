import type { z } from "zod";
import type { ReportDraft } from "#shared/contract/publishing.ts";

export type Draft = z.infer<typeof ReportDraft>;
export type Entry = Draft["entries"][number];
export type EntryPlace = Entry["place"];
export type Section = Entry["section"];

export const ENTRY_PLACES: readonly EntryPlace[] = ["chapter", "digest", "left-out"];

/** The entries with one moved before or behind another of its section; all others keep their order. */
export function moveEntry(entries: readonly Entry[], caseId: string, targetId: string): Entry[] {
  const from = entries.findIndex((entry) => entry.caseId === caseId);
  const to = entries.findIndex((entry) => entry.caseId === targetId);
  const moved = entries[from];
  if (moved === undefined || to < 0 || moved.section !== entries[to]?.section) return [...entries];
  const others = entries.filter((entry) => entry !== moved);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** The neighbour above (-1) or below (1) within the same section; undefined at its end. */
export function neighbourOf(entries: readonly Entry[], caseId: string, step: -1 | 1): Entry | undefined {
  const section = entries.find((entry) => entry.caseId === caseId)?.section;
  const within = entries.filter((entry) => entry.section === section);
  return within[within.findIndex((entry) => entry.caseId === caseId) + step];
}

/** The entries with one put elsewhere: own chapter, digest only, or left out. */
export function placeEntry(entries: readonly Entry[], caseId: string, place: EntryPlace): Entry[] {
  return entries.map((entry) => (entry.caseId === caseId ? { ...entry, place } : entry));
}
