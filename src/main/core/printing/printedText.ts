import type { TlpLabel } from "#shared/domain/tlp.ts";
import type { Reference } from "./content.ts";
import type { PrintedRequest, ReportBlock, ReportInline } from "./reportBlocks.ts";

/** A text that is to leave, as the one who lets it out hands it over: nothing but what the reader is to see. */
export type PrintedText = {
  /** A notice tells those who hold a bulletin that it was corrected or withdrawn. */
  kind: "writeup" | "bulletin" | "notice";
  title: string;
  /** Markdown, see shared/narrative. */
  body: string;
  tlp: TlpLabel | null;
  pap: string | null;
  /** Words on every page while the text may not go out yet, such as `textWords.stamp`. */
  stamp: string | null;
  /** The document's date, `YYYY-MM-DD`; there is no clock in here. */
  day: string;
  /** What the hub calls it outside. Never an id of the book. */
  number: string | null;
  issue: { version: number; kind: "first" | "correction" | "withdrawal"; note: string | null } | null;
  /** Attackers' observables, live or defanged; they are printed defanged. `kind` is a STIX object name. */
  indicators: readonly { kind: string; value: string }[];
  /** Pictures of the body (`artifact:SHA256`), PNG or JPEG, by SHA-256. They are printed as they are. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** Records that `[^id]` in the body may cite, by interchange id and by UUID. */
  references: ReadonlyMap<string, Reference>;
};

/** The same with every word and number settled: what the three formats are made from. Plain JSON. */
export type PrintedDocument = {
  kind: PrintedText["kind"];
  /** Title of the file. */
  pdfTitle: string;
  series: string;
  kindTitle: string;
  title: string;
  /** Number, day and publisher, a line each. */
  imprint: string[];
  runningTitle: string;
  documentDate: { year: number; month: number; day: number };
  tlp: string | null;
  pap: string | null;
  stamp: string | null;
  /** That this corrects or withdraws what went out before. */
  notice: { title: string; paragraphs: ReportInline[][] } | null;
  /** What the labels allow, one a line. */
  handling: { title: string; lines: { label: string; text: string }[] } | null;
  contents: { title: string; depth: number } | null;
  blocks: ReportBlock[];
  indicators: { title: string; lead: string; head: { kind: string; value: string }; rows: IndicatorRow[] } | null;
  closing: PrintedRequest[];
  end: string;
};

export type IndicatorRow = { kind: string; value: string };
