import { createHash } from "node:crypto";
import type { OutlineItem, PublishingIssue } from "#shared/contract/publishing.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import { printableCharacters } from "../documents/printableCharacters.ts";
import { renderPages, renderPdf, type DocumentSource } from "../documents/renderPdf.ts";
import type { PageImage } from "../documents/splitPages.ts";
import type { BookSession } from "../database/bookSession.ts";
import { composeQuarterlyReport, type ComposedReport } from "./composeQuarterlyReport.ts";
import { findUnprintable } from "./findUnprintable.ts";
import type { QuarterlyReport } from "./quarterlyReport.ts";
import { wordReport, type ReportWords } from "./reportWords.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";

const TEMPLATE = "quarterlyReport.typ";

/** A composed report with the words it was made of. */
export type PreparedReport = ComposedReport & { words: ReportWords; key: string };

/**
 * Sanitises what was written for a quarter's report and composes it.
 * @throws AppError publishing.nothing-to-report, call.cancelled
 */
export async function prepareReport(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal?: AbortSignal,
): Promise<PreparedReport> {
  const words = await wordReport(session, sanitiser, quarter, signal);
  const composed = session.read((db) => composeQuarterlyReport(db, quarter, words));
  return { ...composed, words, key: keyOf(composed) };
}

/**
 * Typesets a prepared report. Equal reports give equal bytes.
 * @param stamp stands on every page of what is no publication
 * @throws AppError publishing.typesetting-failed
 */
export async function printReport(
  { report, files }: Pick<ComposedReport, "report" | "files">,
  stamp: string | null,
  signal?: AbortSignal,
): Promise<{ bytes: Uint8Array; pages: number }> {
  return withoutBadPictures({ report: { ...report, stamp }, files }, (source) =>
    renderPdf({ ...source, ...(signal && { signal }) }),
  );
}

export type ReportPreview = {
  key: string;
  pages: PageImage[];
  outline: OutlineItem[];
};

/** How many states of a report are kept as pages: the current one, and those that undo and redo go back to. */
const KEPT_PREVIEWS = 3;

/** Pages of the report as it stands, kept by content so that asking again costs nothing. */
export class ReportPreviews {
  readonly #kept = new Map<string, ReportPreview>();

  async show(
    session: BookSession,
    sanitiser: Sanitiser,
    quarter: Quarter,
    signal: AbortSignal,
  ): Promise<{ preview: ReportPreview; issues: PublishingIssue[] }> {
    const composed = await prepareReport(session, sanitiser, quarter, signal);
    const { key } = composed;
    const preview = this.#kept.get(key) ?? (await typesetPreview(key, composed, signal));
    this.#kept.delete(key);
    this.#kept.set(key, preview);
    for (const old of [...this.#kept.keys()].slice(0, -KEPT_PREVIEWS)) this.#kept.delete(old);
    const unprintable = findUnprintable(composed, await printableCharacters());
    return { preview, issues: [...composed.issues, ...unprintable] };
  }

  /** @throws AppError record.not-found when these pages are no longer kept: ask for the preview again */
  page(key: string, page: number): PageImage {
    const found = this.#kept.get(key)?.pages[page - 1];
    if (!found) throw new AppError("record.not-found", { record: `${key.slice(0, 8)}/${page}` });
    return found;
  }
}

/** One picture that cannot be decoded must not keep the report from being printed: then its words stand in its place. */
async function withoutBadPictures<T>(
  { report, files }: Pick<ComposedReport, "report" | "files">,
  typeset: (source: DocumentSource) => Promise<T>,
): Promise<T> {
  try {
    return await typeset({ template: TEMPLATE, data: report, files });
  } catch (error) {
    const isFault = error instanceof AppError && error.code === "publishing.typesetting-failed";
    if (!isFault || files.size === 0) throw error;
    return typeset({ template: TEMPLATE, data: describePictures(report) });
  }
}

/** The report with every picture replaced by its description. */
function describePictures(report: QuarterlyReport): unknown {
  const isPicture = (value: unknown): value is { alt: string } =>
    typeof value === "object" && value !== null && "kind" in value && value.kind === "image" && "alt" in value;
  return JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
    isPicture(value) ? { kind: "source", text: value.alt } : value,
  );
}

function keyOf({ report, files }: ComposedReport): string {
  return createHash("sha256")
    .update(JSON.stringify([report, [...files.keys()]]))
    .digest("hex");
}

async function typesetPreview(key: string, composed: ComposedReport, signal: AbortSignal): Promise<ReportPreview> {
  const { report, files, outline } = composed;
  const { pages, anchors } = await withoutBadPictures({ report, files }, (source) =>
    renderPages({ ...source, signal }),
  );
  const pageOf = new Map(anchors.map(({ id, page }) => [id, page]));
  return {
    key,
    pages,
    outline: outline.map(({ id, level, number, title, caseId }) => ({
      level,
      number,
      title,
      caseId,
      page: pageOf.get(id) ?? 1,
    })),
  };
}
