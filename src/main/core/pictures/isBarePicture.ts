import { inflateSync } from "node:zlib";
import { PALETTE, RGB } from "./encodePng.ts";
import { isPng, readPngChunks, type PngChunk } from "./pngChunks.ts";
import { readPngHeader, unpackedBytes, type PngHeader } from "./pngHeader.ts";
import { MOST_PIXELS } from "./raster.ts";

const BARE = /^IHDR (PLTE )?(IDAT )+IEND$/;

/**
 * Whether a file is a picture drawn anew by `redrawPicture`: a PNG of pixels only, in which there is no room for anything
 * else. No other chunk, no alpha behind which something stands, no colour that no pixel has, no byte after the pixels or
 * after the end. What may leave is known by this and by no mark, so that it holds for files from anywhere.
 */
export function isBarePicture(bytes: Uint8Array): boolean {
  if (!isPng(bytes)) return false;
  const file = readPngChunks(bytes);
  const header = readPngHeader(bytes, file);
  if (!header || !file.isWhole || file.trailing.byteLength > 0) return false;
  if (!file.chunks.every(({ isIntact }) => isIntact)) return false;
  if (!BARE.test(file.chunks.map(({ type }) => type).join(" "))) return false;
  const isPlain = header.bitDepth === 8 && !header.isInterlaced && header.width * header.height <= MOST_PIXELS;
  if (!isPlain || file.chunks.at(-1)?.data.byteLength !== 0) return false;
  return holdsPixelsOnly(file.chunks, header);
}

function holdsPixelsOnly(chunks: readonly PngChunk[], header: PngHeader): boolean {
  const palette = chunks.find(({ type }) => type === "PLTE")?.data;
  const rows = unpackWhole(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)), header);
  if (!rows) return false;
  if (header.colourType === RGB) return palette === undefined;
  return header.colourType === PALETTE && palette !== undefined && usesWholePalette(rows, palette, header);
}

/** The data, if it unpacks to the last byte into the picture's size to the byte. */
function unpackWhole(packed: Buffer, header: PngHeader): Uint8Array | undefined {
  const size = unpackedBytes(header);
  try {
    const { buffer, engine } = inflateWithInfo(packed, size);
    return buffer.byteLength === size && engine.bytesWritten === packed.byteLength ? buffer : undefined;
  } catch {
    return undefined;
  }
}

/** With `info` Node also tells how much of the input was used; its types do not know. */
function inflateWithInfo(packed: Buffer, size: number): { buffer: Buffer; engine: { bytesWritten: number } } {
  const inflate = inflateSync as unknown as (
    input: Buffer,
    options: object,
  ) => { buffer: Buffer; engine: { bytesWritten: number } };
  return inflate(packed, { maxOutputLength: size, info: true });
}

function usesWholePalette(rows: Uint8Array, palette: Uint8Array, { width, height }: PngHeader): boolean {
  const used = new Set<number>();
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * (width + 1), (y + 1) * (width + 1));
    if (row[0] !== 0) return false;
    for (const index of row.subarray(1)) used.add(index);
  }
  return used.size * 3 === palette.byteLength && Math.max(...used) === used.size - 1;
}
