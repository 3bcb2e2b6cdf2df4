import { openThread, threadUrl } from "../threads/openThread.ts";
import type { Typeset, TypesetPages, TypesetPdf, TypesettingJob } from "./typesetter.ts";

export type { DocumentAnchor } from "./typesetter.ts";

/** What a document is made of. Content reaches the template as data only; no text of a casebook is ever Typst source. */
export type DocumentSource = {
  /** File name in `templates/`, e.g. "quarterlyReport.typ". */
  template: string;
  /** Read by the template with `json("/data.json")`. Must hold the document's date: a template has no clock. */
  data: unknown;
  /** Pictures, by the path under which the data names them, e.g. "/artifacts/SHA256.png". */
  files?: ReadonlyMap<string, Uint8Array>;
  signal?: AbortSignal;
};

/** A document that takes longer will never be done. */
const LONGEST_MS = 300_000;

/** Typst would block whoever it runs with: the first document takes seconds. */
const thread = openThread<TypesettingJob, Typeset>({
  url: threadUrl("typesettingThread", import.meta.url),
  work: "typesetting",
  longestMs: LONGEST_MS,
});

/**
 * Typesets a document as tagged PDF with embedded fonts. Equal source, equal bytes.
 * @throws AppError publishing.typesetting-failed, call.cancelled, thread.stopped
 */
export async function renderPdf(source: DocumentSource): Promise<TypesetPdf> {
  const answer = await thread.run(jobOf("pdf", source), source.signal);
  if (!("pdf" in answer)) throw new Error("pages where a PDF was asked for");
  return answer.pdf;
}

/**
 * Typesets a document as one self-contained SVG a page (glyphs as paths, no script, style sheet or outer reference).
 * @throws as renderPdf
 */
export async function renderPages(source: DocumentSource): Promise<TypesetPages> {
  const answer = await thread.run(jobOf("pages", source), source.signal);
  if (!("images" in answer)) throw new Error("a PDF where pages were asked for");
  return answer.images;
}

function jobOf(make: TypesettingJob["make"], { template, data, files = new Map() }: DocumentSource): TypesettingJob {
  return { make, template, data: encodeData(data), files };
}

/** JSON as the typesetter reads it: half a character (a lone surrogate) is none there, and becomes U+FFFD. */
function encodeData(data: unknown): Uint8Array {
  const whole = (_key: string, value: unknown): unknown => (typeof value === "string" ? value.toWellFormed() : value);
  return new TextEncoder().encode(JSON.stringify(data, whole));
}
