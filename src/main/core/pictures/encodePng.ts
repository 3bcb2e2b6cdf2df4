import { deflateSync } from "node:zlib";
import { writePngFile } from "./pngChunks.ts";
import type { Raster } from "./raster.ts";

/** Colour types of what is drawn here: a palette for pictures of few colours (screens, mostly), plain RGB for the rest. */
export const PALETTE = 3;
export const RGB = 2;

/** Writes a raster as a PNG of nothing but pixels: header, palette, data, end. Equal rasters give equal bytes. */
export function encodePng(raster: Raster): Uint8Array<ArrayBuffer> {
  const indexed = indexColours(raster);
  const rows = indexed ? plainRows(indexed.indexes, raster.width) : filteredRows(raster);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, raster.width);
  view.setUint32(4, raster.height);
  header.set([8, indexed ? PALETTE : RGB, 0, 0, 0], 8);
  return writePngFile([
    { type: "IHDR", data: header },
    ...(indexed ? [{ type: "PLTE", data: indexed.palette }] : []),
    { type: "IDAT", data: deflateSync(rows, { level: 7 }) },
    { type: "IEND", data: new Uint8Array() },
  ]);
}

/** Each pixel as its place in a palette, in order of first appearance; undefined for more than 256 colours. */
function indexColours({ rgb }: Raster): { palette: Uint8Array; indexes: Uint8Array } | undefined {
  const places = new Map<number, number>();
  const indexes = new Uint8Array(rgb.byteLength / 3);
  for (let pixel = 0; pixel < indexes.byteLength; pixel += 1) {
    const colour = ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);
    const place = places.get(colour) ?? places.size;
    if (place === 256) return undefined;
    if (place === places.size) places.set(colour, place);
    indexes[pixel] = place;
  }
  const palette = Uint8Array.from(
    [...places.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return { palette, indexes };
}

/** Rows without a filter, each after its zero byte. */
function plainRows(values: Uint8Array, rowBytes: number): Uint8Array {
  const height = values.byteLength / rowBytes;
  const rows = new Uint8Array((rowBytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(values.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  }
  return rows;
}

/** Rows as differences from the row above (filter 2): photographs become a third smaller by it. */
function filteredRows({ width, rgb }: Raster): Uint8Array {
  const rowBytes = width * 3;
  const rows = plainRows(rgb, rowBytes);
  for (let at = rgb.byteLength - 1, last = rowBytes; at >= last; at -= 1) {
    const y = Math.floor(at / rowBytes);
    rows[y * (rowBytes + 1) + 1 + (at % rowBytes)] = (rgb[at] ?? 0) - (rgb[at - rowBytes] ?? 0);
  }
  for (let y = 1; y * rowBytes < rgb.byteLength; y += 1) rows[y * (rowBytes + 1)] = 2;
  return rows;
}
