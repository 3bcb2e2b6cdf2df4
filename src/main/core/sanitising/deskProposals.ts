import { GENERAL_WORDS, PLAIN_TRAITS } from "#shared/messages/printed/generalWords.ts";
import { findExactNumbers } from "./coarsen.ts";
import type { Finding } from "./finding.ts";
import { findTokens, maskFinding, type Mask, type Tokens } from "./maskSpans.ts";
import type { PseudonymLedger } from "./pseudonymLedger.ts";

const PREFECTURES =
  "北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄";
const REGION = new RegExp(
  `(?:${PREFECTURES})(?:都|道|府|県|市|内)?(?:に(?:本社|拠点|工場)を(?:置く|構える|持つ)|に本社のある|の|にある)?`,
  "gu",
);

/** One text as masks are put into it: its tokens are found once. */
export type MaskContext = { text: string; tokens: Tokens; ledger: PseudonymLedger };

export function maskContext(text: string, ledger: PseudonymLedger): MaskContext {
  return { text, tokens: findTokens(text), ledger };
}

/**
 * Whom a label would stand for: an organisation of the roster, or one that is in none, by the name it has in the text; null where
 * no label is called for.
 */
export function labelledEntity({ kind, entity, text }: Finding): string | null {
  if (kind !== "organization") return null;
  return entity ?? `outside:${text.normalize("NFKC").replaceAll(/\s+/gu, "")}`;
}

/** What masking puts into the text, and where. */
export function maskOf({ text, tokens, ledger }: MaskContext, finding: Finding): Mask {
  const entity = labelledEntity(finding);
  if (entity === null) return maskFinding(text, finding, tokens);
  return maskFinding(text, { ...finding, entity }, tokens, ledger.with(entity));
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
  const elsewhere = text.replaceAll(REGION, "").replace(/^[のに、]+/u, "");
  const placeless = elsewhere !== text && elsewhere.trim() !== "" ? [elsewhere] : [];
  return [...new Set([...coarse, ...plain, ...placeless])];
}
