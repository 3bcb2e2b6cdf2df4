import { isKnownCategory } from "#shared/domain/category.ts";
import type { QuarterFigures } from "#shared/contract/quarters.ts";
import type { ReportPart } from "#shared/contract/publishing.ts";
import { citedLabels } from "#shared/narrative/parseNarrative.ts";
import type { ReferenceRow } from "./publishingRepository.ts";

type RecordKind = Extract<ReportPart["kind"], "reference" | "sig" | "framework" | "category">;
export type RecordText = ReportPart & { kind: RecordKind };

/** Where findings in such a text say they stand: it is one question however often it is printed. */
export const recordTextKey = (kind: RecordKind, text: string): string => `${kind} ${text}`;

function recordText(kind: RecordKind, text: string): RecordText {
  return { key: recordTextKey(kind, text), kind, record: null, fixed: true, text };
}

/** What the report prints as its records have it; only who takes part is part of it, never who provided. */
export function recordTexts(
  { bySig, joined, left, frameworks }: QuarterFigures["structure"],
  categories: readonly string[],
  cited: readonly ReferenceRow[],
): RecordText[] {
  const sigs = [...bySig.map(({ name }) => name), ...[...joined, ...left].map(({ sigName }) => sigName)];
  const texts = [
    ...sigs.map((name) => recordText("sig", name)),
    ...frameworks.map(({ label }) => recordText("framework", label)),
    ...categories.filter((kind) => !isKnownCategory(kind)).map((kind) => recordText("category", kind)),
    ...cited.flatMap(({ title, url }) => [recordText("reference", title), recordText("reference", url)]),
  ];
  return [...new Map(texts.map((text) => [text.key, text])).values()];
}

/** The records that texts cite by their interchange id or their own. */
export function citedReferences(texts: readonly string[], references: readonly ReferenceRow[]): ReferenceRow[] {
  const labels = new Set(texts.flatMap(citedLabels).flatMap((label) => [label, label.toLowerCase()]));
  return references.filter(({ id, externalId }) =>
    [id, externalId, externalId.toLowerCase()].some((name) => labels.has(name)),
  );
}
