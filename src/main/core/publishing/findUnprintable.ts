import type { PublishingIssue } from "#shared/contract/publishing.ts";
import type { IsPrintable } from "../documents/printableCharacters.ts";
import type { ComposedReport } from "./composeQuarterlyReport.ts";
import type { QuarterlyReport } from "./quarterlyReport.ts";

/** An issue names some of them; the writer finds the others while mending these. */
const MOST_NAMED = 10;

/** Parts of the model that are no text on the page. */
const UNPRINTED = new Set(["kind", "id", "target", "path", "align"]);

/** Characters that would print as empty boxes: one issue for each part of the report that holds any. */
export function findUnprintable(
  { report, outline }: Pick<ComposedReport, "report" | "outline">,
  isPrintable: IsPrintable,
): PublishingIssue[] {
  const caseOf = new Map(outline.map(({ id, caseId }) => [id, caseId]));
  const parts: { title: string | null; caseId: string | null; content: unknown }[] = [
    { title: null, caseId: null, content: report.lead },
    ...report.chapters.map((chapter) => ({
      title: chapter.title,
      caseId: caseOf.get(chapter.id) ?? null,
      content: chapter satisfies QuarterlyReport["chapters"][number],
    })),
  ];
  return parts.flatMap(({ title, caseId, content }): PublishingIssue[] => {
    const lacking = [...new Set(textsOf(content).flatMap((text) => [...text]))].filter((char) => !isPrintable(char));
    if (lacking.length === 0) return [];
    const text = lacking.slice(0, MOST_NAMED).map(nameOf).join("、");
    return [{ code: "character-unprintable", params: { text, ...(title !== null && { title }) }, caseId }];
  });
}

/** A character that cannot be printed may not be seen on a screen either. */
function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `${character}（U+${code.toString(16).toUpperCase().padStart(4, "0")}）`;
}

function textsOf(content: unknown): string[] {
  if (typeof content === "string") return [content];
  if (Array.isArray(content)) return content.flatMap(textsOf);
  if (typeof content !== "object" || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) => (UNPRINTED.has(key) ? [] : textsOf(value)));
}
