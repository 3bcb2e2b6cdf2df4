import { reportWords } from "#shared/messages/printed/reportWords.ts";
import { closeGaps } from "./printWords.ts";
import type { ReportInline } from "./reportBlocks.ts";

/** Only addresses a reader can safely follow become links; anything else (javascript:, file:, …) stays words. */
export function printLink(url: string, children: ReportInline[]): ReportInline {
  const shown: ReportInline[] = children.length === 0 ? [{ kind: "text", text: url }] : children;
  if (/^(?:https?|mailto):/iu.test(url)) return { kind: "link", url, children: shown };
  return { kind: "emphasis", children: shown };
}

/** The text of a citation: title and address, or for a record cited before (in note `first`) where that was. */
export function citeReference(title: string, url: string, first: number | undefined): ReportInline[][] {
  const named = closeGaps(title);
  if (first !== undefined) return [citedAbove(first, named)];
  return url === "" ? [[{ kind: "text", text: named }]] : [[{ kind: "text", text: named }], [printLink(url, [])]];
}

/** 前掲注 N, leading there. */
export function citedAbove(first: number, title: string): ReportInline[] {
  const reference: ReportInline = {
    kind: "goto",
    target: `note-${first}`,
    children: [{ kind: "text", text: reportWords.citedAbove(first) }],
  };
  return title === "" ? [reference] : [reference, { kind: "text", text: `「${title}」` }];
}
