import { PAP_LABELS } from "#shared/domain/consent.ts";
import { defang } from "#shared/domain/defang.ts";
import { hubWords, printDay } from "#shared/messages/printed/quarterWords.ts";
import { reportWords } from "#shared/messages/printed/reportWords.ts";
import { textWords } from "#shared/messages/printed/textWords.ts";
import type { Inline } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import type { ContentIssue, Picture } from "./content.ts";
import { DocumentNumbering } from "./documentNumbering.ts";
import { readPictureSize } from "./pictureSize.ts";
import { closeGaps, words } from "./printWords.ts";
import type { IndicatorRow, PrintedDocument, PrintedText } from "./printedText.ts";
import type { PrintedRequest, ReportBlock } from "./reportBlocks.ts";
import { withoutRepeatedTitle } from "./withoutRepeatedTitle.ts";

/** A text with fewer sections than this is read without a table of contents. */
const SECTIONS_FOR_CONTENTS = 5;
/** Sections of the second level go into a table of contents of at most this many lines. */
const LINES_OF_CONTENTS = 24;

export type ComposedText = {
  document: PrintedDocument;
  /** Pictures by the path under which the document names them. */
  files: Map<string, Uint8Array>;
  /** Figures that cannot be read and citations of nothing: printed as they are written. */
  issues: ContentIssue[];
};

/** Settles every word and number of a text; equal texts give equal documents. */
export function composeText(text: PrintedText): ComposedText {
  const { pictures, files } = preparePictures(text.pictures);
  const numbering = new DocumentNumbering({ chapters: [], references: text.references, pictures });
  const narrative = parseNarrative(text.body);
  const blocks = numbering.printPart(
    {
      caseId: null,
      title: text.title,
      newPage: false,
      blocks: withoutRepeatedTitle(narrative.blocks, text.title),
      notes: narrative.notes,
    },
    "text",
    null,
  );
  const title = closeGaps(text.title);
  const kindTitle = textWords.kind[text.kind];
  const [year = 1, month = 1, day = 1] = text.day.split("-").map(Number);
  const document: PrintedDocument = {
    kind: text.kind,
    pdfTitle: title,
    series: hubWords.series,
    kindTitle,
    title,
    imprint: [...imprintOf(text), hubWords.publisher],
    runningTitle: `${hubWords.scheme} ${kindTitle}`,
    documentDate: { year, month, day },
    tlp: text.tlp,
    pap: text.pap,
    stamp: text.stamp,
    notice: composeNotice(text, numbering),
    handling: composeHandling(text),
    contents: composeContents(text.kind, blocks),
    blocks,
    indicators: composeIndicators(text.indicators),
    closing: text.kind === "bulletin" && text.issue?.kind !== "withdrawal" ? [composeRequest(numbering)] : [],
    end: reportWords.end,
  };
  return { document, files, issues: numbering.issues };
}

function preparePictures(bytesOf: ReadonlyMap<string, Uint8Array>): {
  pictures: Map<string, Picture>;
  files: Map<string, Uint8Array>;
} {
  const pictures = new Map<string, Picture>();
  const files = new Map<string, Uint8Array>();
  for (const [sha256, bytes] of bytesOf) {
    const size = readPictureSize(bytes);
    if (size === undefined) continue;
    const path = `/artifacts/${sha256}.${size.extension}`;
    pictures.set(sha256, { path, widthPx: size.widthPx, heightPx: size.heightPx });
    files.set(path, bytes);
  }
  return { pictures, files };
}

function imprintOf({ number, issue, day }: PrintedText): string[] {
  const version = issue === null || issue.version <= 1 ? "" : textWords.issue.version(issue.version);
  const first = [number ?? "", version].filter((part) => part !== "").join(" ");
  return [...(first === "" ? [] : [first]), printDay(day)];
}

function composeNotice({ issue }: PrintedText, numbering: DocumentNumbering): PrintedDocument["notice"] {
  if (issue === null || issue.kind === "first") return null;
  const isCorrection = issue.kind === "correction";
  const { correction, correctionText, withdrawal, withdrawalText } = textWords.issue;
  const note = issue.note === null ? [] : issue.note.split(/\n+/u).filter((line) => line.trim() !== "");
  return {
    title: isCorrection ? correction(issue.version) : withdrawal,
    paragraphs: [isCorrection ? correctionText : withdrawalText, ...note].map((line) =>
      numbering.printRow(words(line)),
    ),
  };
}

function composeHandling({ tlp, pap }: PrintedText): PrintedDocument["handling"] {
  const papLabel = PAP_LABELS.find((label) => label === pap);
  const lines = [
    ...(tlp === null ? [] : [{ label: tlp, text: textWords.tlp[tlp] }]),
    ...(papLabel === undefined ? [] : [{ label: papLabel, text: textWords.pap[papLabel] }]),
  ];
  return lines.length === 0 ? null : { title: textWords.handling, lines };
}

function composeContents(kind: PrintedText["kind"], blocks: readonly ReportBlock[]): PrintedDocument["contents"] {
  const levels = blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  if (kind !== "writeup" || levels.filter((level) => level <= 2).length < SECTIONS_FOR_CONTENTS) return null;
  const depth = levels.filter((level) => level <= 2).length > LINES_OF_CONTENTS ? 1 : 2;
  return { title: reportWords.contents, depth };
}

/** Each once, in the order given. */
function composeIndicators(indicators: PrintedText["indicators"]): PrintedDocument["indicators"] {
  const { title, lead, kind, value, kinds } = textWords.indicators;
  const rows = new Map<string, IndicatorRow>();
  for (const indicator of indicators) {
    const row = { kind: kinds[indicator.kind] ?? indicator.kind, value: defang(indicator.kind, indicator.value) };
    rows.set(JSON.stringify(row), row);
  }
  return rows.size === 0 ? null : { title, lead, head: { kind, value }, rows: [...rows.values()] };
}

/** 関連情報のご提供のお願い, with whom to write to. */
function composeRequest(numbering: DocumentNumbering): PrintedRequest {
  const { title, paragraphs, contacts } = textWords.request;
  const contactRows = contacts.map(({ name, url }): Inline[] => [
    ...words(name),
    { kind: "break" },
    { kind: "link", url, children: [] },
  ]);
  return {
    title,
    paragraphs: paragraphs.map((paragraph) => numbering.printRow(words(paragraph))),
    contacts: contactRows.map((row) => numbering.printRow(row)),
  };
}
