import { openPdf, type PdfDocument } from "./pdfLibrary.ts";
import { GLYPHS, readPdfDrawing } from "./pdfDrawing.ts";
import {
  readPdfAnnotations,
  readPdfAttachments,
  readPdfMetadata,
  readPdfNames,
  readPdfOutline,
  readPdfScripts,
  readPdfStructure,
} from "./pdfFrame.ts";
import { readPdfBytes } from "./pdfBytes.ts";
import { readPdfPictures } from "./pdfPictures.ts";
import { readPdfText } from "./pdfText.ts";
import { emptyReading, joinReadings, type Piece, type ReadFile } from "./piece.ts";

/** Each looks into one place of a PDF. */
export const PDF_READERS = {
  text: async (pdf: PdfDocument): Promise<ReadFile> => ({ ...emptyReading(), pieces: await readPdfText(pdf) }),
  drawing: readPdfDrawing,
  metadata: readPdfMetadata,
  outline: readPdfOutline,
  annotations: readPdfAnnotations,
  structure: readPdfStructure,
  attachments: readPdfAttachments,
  scripts: readPdfScripts,
  names: readPdfNames,
  pictures: readPdfPictures,
  bytes: async (_pdf: PdfDocument, bytes: Uint8Array): Promise<ReadFile> => readPdfBytes(bytes),
} as const;
export type PdfReader = keyof typeof PDF_READERS;

/** @param without readers to leave out, for measuring what each is worth */
export async function readPdf(bytes: Uint8Array, without: readonly string[] = []): Promise<ReadFile> {
  const { pdf, close } = await openPdf(bytes);
  try {
    const readings: ReadFile[] = [];
    for (const [name, read] of Object.entries(PDF_READERS)) {
      if (!without.includes(name)) readings.push(await read(pdf, bytes));
    }
    const reading = joinReadings(readings);
    return { ...reading, pieces: withoutRepeatedGlyphs(reading.pieces) };
  } finally {
    await close();
  }
}

/** Where the text of every page is all of its glyphs, there is no need to look at them a second time. */
function withoutRepeatedGlyphs(pieces: readonly Piece[]): Piece[] {
  const bare = (isGlyphs: boolean): string =>
    pieces
      .filter(({ place, joined, plain }) => place === "page" && plain !== true && (joined === true) === isGlyphs)
      .map(({ text }) => text.replaceAll(/\s/g, ""))
      .join("\n");
  if (bare(true) !== bare(false)) return [...pieces];
  return pieces.filter(
    ({ place, detail, joined, plain }) =>
      joined !== true || plain === true || (place !== "page" && !(place === "pages-joined" && detail === GLYPHS)),
  );
}
