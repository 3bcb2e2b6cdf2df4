import { GENERAL_WORDS, PLAIN_TRAITS } from "#shared/messages/printed/generalWords.ts";
import { findExactNumbers } from "./findExactNumbers.ts";
import type { Finding } from "./finding.ts";
import { findTokens, type Mask, type Tokens } from "./maskSpans.ts";
import type { PseudonymLedger } from "./pseudonymLedger.ts";
import { REGION } from "./regionWords.ts";
import { asNamed, shapeMasks } from "./shapeMask.ts";

/** One text as masks are put into it: its tokens are found once. Without a ledger there are no letters in it. */
export type MaskContext = { text: string; tokens: Tokens; ledger: PseudonymLedger | null };

export function maskContext(text: string, ledger: PseudonymLedger | null): MaskContext {
  return { text, tokens: findTokens(text), ledger };
}

/**
 * Whom a label would stand for: an organisation of the roster, or one that is in none, by the name it has in the text; null where
 * no label is called for.
 */
export function labelledEntity(finding: Finding): string | null {
  const { kind, entity, text } = asNamed(finding);
  if (kind !== "organization") return null;
  return entity ?? `outside:${text.normalize("NFKC").replaceAll(/\s+/gu, "")}`;
}

/** What masking puts into the text, and where: one stretch, or the regions of a conjunction. */
export function masksFor({ text, tokens, ledger }: MaskContext, finding: Finding): Mask[] {
  const entity = labelledEntity(finding);
  if (entity === null || ledger === null) return shapeMasks(text, finding, tokens, {});
  return shapeMasks(text, { ...finding, entity }, tokens, ledger.with(entity));
}

/** Words that say the same less exactly; none where only a person can find them. */
export function generalWords(finding: Finding): string[] {
  const { kind, text } = finding;
  if (kind !== "quasi-identifier") return [...(GENERAL_WORDS[kind] ?? [])];
  const [number] = findExactNumbers(text);
  const coarse = number
    ? number.choices.map((choice) => text.slice(0, number.start) + choice + text.slice(number.end))
    : [];
  const plain = PLAIN_TRAITS.flatMap(([trait, words]) => (trait.test(text) ? [text.replace(trait, words)] : []));
  const elsewhere = text.replaceAll(REGION, "").replace(/^[のに、，]+/u, "");
  const placeless = elsewhere !== text && elsewhere.trim() !== "" ? [elsewhere] : [];
  return [...new Set([...coarse, ...plain, ...placeless])];
}
