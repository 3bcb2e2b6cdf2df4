import type { FigureRevision, QuarterFigures } from "#shared/contract/quarters.ts";
import { monthsOf, partsOf, type Quarter } from "#shared/domain/quarter.ts";
import type { NotSharedReason } from "#shared/domain/vocabulary.ts";
import { printMonths, quarterWords } from "#shared/messages/printed/quarterWords.ts";
import type { Block } from "#shared/narrative/narrative.ts";
import { words } from "../printing/printWords.ts";
import type { ContentBlock } from "../printing/content.ts";

/** Revisions of the columns before the current one, which this report carries as notes (rule 8). */
export type ColumnRevisions = { quarter: Quarter; revisions: FigureRevision[] }[];

/** Section 2.1: table 1 with its notes, and the sentence on targeted attacks. */
export function composeCounts(figures: QuarterFigures, revised: ColumnRevisions): ContentBlock[] {
  const text = quarterWords.counts;
  const { sigs, organizations, frameworks } = figures.structure;
  const scope = sigs > 0 || frameworks.length > 0 ? text.scope(sigs, organizations, frameworks.length) : "";
  return [
    { kind: "heading", level: 2, children: words(text.title) },
    paragraph(text.opening(monthsOf(figures.quarter).last, scope)),
    { kind: "counts", table: makeTable(figures, revised) },
    paragraph(describeTargeted(figures)),
  ];
}

function makeTable(
  figures: QuarterFigures,
  revised: ColumnRevisions,
): Extract<ContentBlock, { kind: "counts" }>["table"] {
  const text = quarterWords.counts;
  const cells = (values: readonly number[], currentMark: string): { text: string; mark: string }[] =>
    values.map((value, column) => ({
      text: figures.known[column] === false ? text.unknown : text.items(value),
      mark: column === values.length - 1 ? currentMark : "",
    }));
  const marked = figures.hubOrigin > 0 ? "※2" : "";
  return {
    kind: "counts",
    caption: text.caption,
    head: { number: text.headNumber, item: text.headItem },
    years: groupYears(figures.columns),
    columns: figures.columns.map(printMonths),
    rows: [
      { text: text.provided, mark: "", cells: cells(figures.provided, "") },
      { text: text.shared, mark: "※1", cells: cells(figures.shared, marked) },
    ],
    remarks: makeRemarks(figures, revised).map((remark) => ({ mark: remark.mark, children: words(remark.text) })),
  };
}

function groupYears(columns: readonly Quarter[]): { text: string; columns: number }[] {
  const groups = new Map<number, number>();
  for (const quarter of columns) {
    const { year } = partsOf(quarter);
    groups.set(year, (groups.get(year) ?? 0) + 1);
  }
  return [...groups].map(([year, count]) => ({ text: quarterWords.counts.year(year), columns: count }));
}

/** In the order a reader expects them. */
const PRACTICES: readonly NotSharedReason[] = ["joined", "mass", "benign", "declined"];

type Remark = { mark: string; text: string };

/** ※1 why the two rows differ, from the reasons recorded; ※2 the hub's own; then what else a reader must know. */
function makeRemarks(figures: QuarterFigures, revised: ColumnRevisions): Remark[] {
  const text = quarterWords.counts;
  const recorded = PRACTICES.filter((reason) => (figures.notSharedByReason[reason] ?? 0) > 0);
  const reasons = recorded.length > 0 ? recorded : (["joined", "mass"] as const);
  const difference = text.difference(reasons.map((reason) => text.practices[reason]).join("や、"));
  const remarks: Remark[] = [{ mark: "※1", text: difference }];
  if (figures.hubOrigin > 0) remarks.push({ mark: "※2", text: text.hubOrigin(figures.hubOrigin) });
  for (const { quarter, revisions } of revised) {
    for (const { figure, old, new: current } of revisions) {
      const name = text.revisedFigures[figure];
      if (name !== undefined) remarks.push({ mark: text.note, text: text.revised(quarter, name, old, current) });
    }
  }
  if (figures.known.includes(false)) remarks.push({ mark: text.note, text: text.noRecord });
  return remarks;
}

function describeTargeted(figures: QuarterFigures): string {
  const text = quarterWords.counts;
  const provided = figures.provided.at(-1) ?? 0;
  return [
    provided > 0 ? text.targeted(provided, figures.targeted) : text.noneProvided,
    figures.undetermined > 0 ? text.undetermined(figures.undetermined) : "",
    figures.outside > 0 ? text.outside(figures.outside) : "",
  ].join("");
}

function paragraph(text: string): Block {
  return { kind: "paragraph", children: words(text) };
}
