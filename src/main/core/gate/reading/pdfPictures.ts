import { encodePng } from "../../pictures/encodePng.ts";
import { loadPdfLibrary, type PdfDocument, type PdfPage } from "./pdfLibrary.ts";
import { emptyReading, type EnclosedPicture, type ReadFile } from "./piece.ts";

/** Kinds of pixels as pdf.js hands them out. */
const GREY_BITS = 1;
const RGB = 2;
const RGBA = 3;

type Pixels = { width: number; height: number; kind: number; data: Uint8Array | Uint8ClampedArray };

/** Every picture that a page draws, as pixels again: what stands in it is read by OCR. */
export async function readPdfPictures(pdf: PdfDocument): Promise<ReadFile> {
  const pictures: EnclosedPicture[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    for (const pixels of await picturesOn(await pdf.getPage(number))) {
      pictures.push({ detail: String(number), bytes: encodePng(toRaster(pixels)) });
    }
  }
  return { ...emptyReading(), pictures };
}

async function picturesOn(page: PdfPage): Promise<Pixels[]> {
  const { OPS } = await loadPdfLibrary();
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Pixels[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    const first: unknown = Array.isArray(args) ? args[0] : undefined;
    if (operator === OPS.paintInlineImageXObject) found.push(...asPixels(first));
    if (operator === OPS.paintImageXObject && typeof first === "string") {
      found.push(...asPixels(await objectOf(page, first)));
    }
  }
  return found;
}

function objectOf(page: PdfPage, id: string): Promise<unknown> {
  const store = id.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    store.get(id, resolve);
  });
}

function asPixels(value: unknown): Pixels[] {
  if (typeof value !== "object" || value === null) return [];
  const width: unknown = Reflect.get(value, "width");
  const height: unknown = Reflect.get(value, "height");
  const kind: unknown = Reflect.get(value, "kind");
  const data: unknown = Reflect.get(value, "data");
  const isWhole = typeof width === "number" && typeof height === "number" && typeof kind === "number";
  if (!isWhole || !(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    // A picture whose pixels cannot be had is not one without words.
    throw new TypeError("a picture without pixels");
  }
  return [{ width, height, kind, data }];
}

function toRaster({ width, height, kind, data }: Pixels): { width: number; height: number; rgb: Uint8Array } {
  if (kind === RGB) return { width, height, rgb: new Uint8Array(data) };
  const rgb = new Uint8Array(width * height * 3);
  const rowBytes = (width + 7) >> 3;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[pixel * 3 + channel] = valueAt(pixel, channel);
    }
  }
  return { width, height, rgb };

  function valueAt(pixel: number, channel: number): number {
    if (kind === RGBA) return data[pixel * 4 + channel] ?? 0;
    if (kind !== GREY_BITS) return 0;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return (((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  }
}
