import { inflateSync } from "node:zlib";
import { emptyReading, type ReadFile } from "./piece.ts";

const PNG_SIGNATURE = "89504e470d0a1a0a";
/** Parts of a PNG that was drawn anew: header, colours, pixels, end. */
const PNG_DRAWN = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);
/** So many letters in a row are no colours. */
const WORDS = /[A-Za-z0-9@._-]{24}/;
/** 40 million pixels of three bytes, and a byte a row. */
const MOST_PIXEL_BYTES = 128 * 1024 * 1024;
const MOST_TEXT = 4 * 1024 * 1024;

/** A picture that goes along: its pixels for OCR, and whatever its file says beside them, which it should not. */
export function readPictureFile(name: string, bytes: Uint8Array): ReadFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = file.subarray(0, 8).toString("hex") === PNG_SIGNATURE;
  const asides = isPng ? pngAsides(file) : jpegAsides(file);
  return {
    ...emptyReading(),
    pictures: [{ detail: name, bytes }],
    pieces: asides.map((text) => ({ place: "picture", detail: name, text })),
    faults: asides.length > 0 ? [{ kind: "picture-metadata", detail: name }] : [],
  };
}

function pngAsides(file: Buffer): string[] {
  const asides: string[] = [];
  const pixels: Buffer[] = [];
  let at = 8;
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    const kind = file.subarray(at + 4, at + 8).toString("latin1");
    const content = file.subarray(at + 8, at + 8 + length);
    if (kind === "IDAT") pixels.push(content);
    // Colours are numbers; a text among them would be read as one.
    if (kind === "PLTE" && WORDS.test(content.toString("latin1"))) asides.push(content.toString("utf8"));
    if (!PNG_DRAWN.has(kind))
      asides.push(kind === "zTXt" || kind === "iTXt" ? unpackText(content) : content.toString("utf8"));
    at += 12 + length;
    if (kind === "IEND") break;
  }
  if (at < file.length) asides.push(file.subarray(at).toString("utf8"));
  return [...asides, ...behindPixels(Buffer.concat(pixels))];
}

/** What lies behind the packed pixels, where a decoder has read enough. */
function behindPixels(packed: Buffer): string[] {
  try {
    const { engine } = inflateWithInfo(packed);
    const rest = packed.subarray(engine.bytesWritten);
    return rest.length === 0 ? [] : [rest.toString("utf8")];
  } catch {
    return [];
  }
}

/** With `info` Node also tells how much of the input was used; its types do not know. */
function inflateWithInfo(packed: Buffer): { engine: { bytesWritten: number } } {
  const inflate = inflateSync as unknown as (input: Buffer, options: object) => { engine: { bytesWritten: number } };
  return inflate(packed, { maxOutputLength: MOST_PIXEL_BYTES, info: true });
}

function unpackText(content: Buffer): string {
  const packedAt = content.findIndex((byte, index) => byte === 0x78 && index > 0);
  const plain = content.toString("utf8");
  if (packedAt < 0) return plain;
  try {
    return `${plain} ${inflateSync(content.subarray(packedAt), { maxOutputLength: MOST_TEXT }).toString("utf8")}`;
  } catch {
    return plain;
  }
}

/** Segments APP1…APP15 (but for Adobe's colour mark) and remarks, up to where the pixels begin, and what follows them. */
function jpegAsides(file: Buffer): string[] {
  const asides: string[] = [];
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xda) break;
    const length = file.readUInt16BE(at + 2);
    const content = file.subarray(at + 4, at + 2 + length);
    const isAside = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (isAside) asides.push(content.toString("utf8"));
    at += 2 + length;
  }
  const end = file.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (end >= 0 && end + 2 < file.length) asides.push(file.subarray(end + 2).toString("utf8"));
  return asides;
}
