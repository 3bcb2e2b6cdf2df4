import type { PdfDocument } from "./pdfLibrary.ts";
import {
  emptyReading,
  holdsMachinePath,
  TIME_OF_DAY,
  type Fault,
  type Piece,
  type Place,
  type ReadFile,
} from "./piece.ts";

/** Every string and key in whatever pdf.js hands out; bytes are left to others. */
export function stringsIn(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [{ path, text: value }];
  if (value instanceof Map) return stringsIn(Object.fromEntries(value), path);
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, path));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => stringsIn(item, path === "" ? key : `${path}.${key}`));
}

function piecesOf(place: Place, value: unknown): Piece[] {
  return stringsIn(value).map(({ path, text }) => ({ place, detail: path, text }));
}

/** /Info and XMP. */
export async function readPdfMetadata(pdf: PdfDocument): Promise<ReadFile> {
  const { info, metadata } = await pdf.getMetadata();
  const xmp: unknown = metadata?.getRaw();
  const pieces = [...piecesOf("metadata", info), ...piecesOf("metadata", { XMP: xmp })];
  const faults: Fault[] = pieces
    .filter(({ text }) => holdsMachinePath(text))
    .map(({ detail }) => ({ kind: "machine-path", detail }));
  const author = pieces.find(({ detail }) => detail === "Author");
  if (author || (typeof xmp === "string" && /dc:creator|pdf:Author|xmp:Author/i.test(xmp)))
    faults.push({ kind: "author", detail: "Author" });
  faults.push(...frameFaults(pieces));
  return { pieces, pictures: [], faults };
}

/** What pdf.js says of any file, and what a document of ours says of itself. */
const KNOWN_PROPERTY = /^(?:PDFFormatVersion|Language|Title|Creator|Producer|CreationDate|ModDate|Trapped|XMP)$/;
const TYPESETTER = /^Typst \d+(?:\.\d+)*$/;
/** As a PDF writes a day without its hours. */
const BARE_DAY = /^D:\d{8}(?:000000)?(?:Z|[+-]00'?(?:00'?)?)?$/;

/** Properties that no document of ours has, another program's name, a time of day. */
function frameFaults(properties: readonly Piece[]): Fault[] {
  return properties.flatMap(({ detail, text }): Fault[] => {
    if (!KNOWN_PROPERTY.test(detail)) return [{ kind: "unknown-part", detail }];
    if (/^(?:Creator|Producer)$/.test(detail)) return TYPESETTER.test(text) ? [] : [{ kind: "unknown-part", detail }];
    const isTimed = detail.endsWith("Date") ? !BARE_DAY.test(text) : detail === "XMP" && TIME_OF_DAY.test(text);
    return isTimed ? [{ kind: "time-of-day", detail }] : [];
  });
}

export async function readPdfOutline(pdf: PdfDocument): Promise<ReadFile> {
  return { ...emptyReading(), pieces: piecesOf("outline", await pdf.getOutline()) };
}

/** Notes, links and fields, with what they say when pointed at. */
export async function readPdfAnnotations(pdf: PdfDocument): Promise<ReadFile> {
  const reading = emptyReading();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const annotations: unknown[] = await page.getAnnotations({ intent: "any" });
    for (const annotation of annotations) {
      const found = stringsIn(annotation).filter(({ path }) => !ANNOTATION_FORM.test(path));
      reading.pieces.push(
        ...found.map(({ path, text }): Piece => ({ place: "annotation", detail: `${number} ${path}`, text })),
      );
      // What else is drawn over a page (stamps, notes, fields) has a look of its own that no reader here sees.
      if (fieldOf(annotation, "subtype") !== "Link")
        reading.faults.push({ kind: "annotation", detail: String(number) });
      if (found.some(({ text }) => holdsMachinePath(text)))
        reading.faults.push({ kind: "machine-path", detail: String(number) });
    }
  }
  reading.pieces.push(...piecesOf("annotation", await pdf.getFieldObjects()));
  return reading;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What pdf.js calls a thing, not what the file says. */
const ANNOTATION_FORM =
  /^(?:subtype|id|annotationType|borderStyle\.|overlaidText$|.*\.dir$|defaultAppearanceData\.fontName)/;

/** Alternative texts and the like of the structure tree. */
export async function readPdfStructure(pdf: PdfDocument): Promise<ReadFile> {
  const reading = emptyReading();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const found = stringsIn(await page.getStructTree()).filter(({ path }) => !/(?:^|\.)(?:role|id|type)$/.test(path));
    reading.pieces.push(
      ...found.map(({ path, text }): Piece => ({ place: "alt-text", detail: `${number} ${path}`, text })),
    );
  }
  return reading;
}

export async function readPdfAttachments(pdf: PdfDocument): Promise<ReadFile> {
  const reading = emptyReading();
  const attachments: unknown = await pdf.getAttachments();
  if (typeof attachments !== "object" || attachments === null) return reading;
  for (const [name, file] of Object.entries(attachments)) {
    reading.faults.push({ kind: "attachment", detail: name });
    const content = fieldOf(file, "content");
    const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : "";
    reading.pieces.push({ place: "attachment", detail: name, text: name }, ...piecesOf("attachment", file));
    reading.pieces.push({ place: "attachment", detail: name, text });
  }
  return reading;
}

export async function readPdfScripts(pdf: PdfDocument): Promise<ReadFile> {
  const found = [...piecesOf("script", await pdf.getJSActions())];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    found.push(...piecesOf("script", await page.getJSActions()));
  }
  const action: unknown = await pdf.getOpenAction();
  const faults: Fault[] = found.map(({ detail }) => ({ kind: "script", detail }));
  return { pieces: [...found, ...piecesOf("script", action)], pictures: [], faults };
}

/** Names of places, labels of pages, layers. */
export async function readPdfNames(pdf: PdfDocument): Promise<ReadFile> {
  const reading = emptyReading();
  const destinations = Object.keys((await pdf.getDestinations()) ?? {});
  reading.pieces.push(...piecesOf("destination", destinations), ...piecesOf("page-label", await pdf.getPageLabels()));
  const layers = await pdf.getOptionalContentConfig();
  for (const [id, group] of layers) {
    reading.pieces.push(...piecesOf("layer", group));
    if (!isShown(group)) reading.faults.push({ kind: "hidden-layer", detail: String(id) });
  }
  return reading;
}

const isShown = (group: unknown): boolean =>
  !(typeof group === "object" && group !== null && "visible" in group && group.visible === false);
