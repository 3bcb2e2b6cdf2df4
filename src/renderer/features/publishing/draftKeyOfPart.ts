import type { ReportPart } from "#shared/contract/publishing.ts";
import type { Quarter } from "#shared/domain/quarter.ts";

/** The draft under which words of the report are typed. */
export function draftKeyOfPart(quarter: Quarter, { kind, record }: Pick<ReportPart, "kind" | "record">): string {
  return kind === "lead" || record === null ? `report:${quarter}:lead` : `case:${record.id}:${kind}`;
}
