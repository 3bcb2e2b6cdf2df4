import { createHash } from "node:crypto";
import type { FindingKind } from "./finding.ts";

/**
 * What a decision about a finding is bound to: its kind, the exact string, and the sentence around it. The same words in another
 * sentence ask again; an edit elsewhere in the text changes nothing. Space and line breaks are no part of it, so that a text
 * that is only laid out anew keeps its decisions.
 *
 * @returns 32 digits of lower-case hex
 */
export function findingKey(finding: { kind: FindingKind; text: string }, sentence: string): string {
  return createHash("sha256")
    .update(JSON.stringify([finding.kind, plain(finding.text), plain(sentence)]))
    .digest("hex")
    .slice(0, 32);
}

/** What the acknowledgement of a word that was never published is bound to: the word, wherever it stands in the text. */
export const wordKey = (text: string): string => findingKey({ kind: "novel-term", text }, "");

const plain = (text: string) => text.replaceAll(/\s+/gu, "");
