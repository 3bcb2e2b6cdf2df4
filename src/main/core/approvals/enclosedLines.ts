import { defang } from "#shared/domain/defang.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";
import { textWords } from "#shared/messages/printed/textWords.ts";
import type { Enclosed } from "../sanitising/fingerprint.ts";

/** What readers see beside the words, a line each as it is printed: to tell a provider what changed since they saw it. */
export function enclosedLines(enclosed: Enclosed | null): string[] {
  if (enclosed === null) return [];
  const { tlp, pap, correctionNote, indicators } = enclosed;
  const { label, note } = packetWords.enclosedLine;
  return [
    label([tlp, ...(pap === null ? [] : [pap])].join("、")),
    ...(correctionNote === null ? [] : [note(correctionNote.replaceAll(/\s+/gu, " "))]),
    ...indicators.map(({ kind, value }) => `${textWords.indicators.kinds[kind] ?? kind} ${defang(kind, value)}`),
  ];
}
