import type { Raster } from "./raster.ts";

/** Brightness alone, one byte a pixel; `scale` is how much larger than the picture it is. */
export type GreyPicture = { width: number; height: number; grey: Uint8Array; scale: number };

/** Recognition takes memory and time by the pixel: half a minute for these. */
const MOST_READ_PIXELS = 24_000_000;

/**
 * Letters on a screen are some 10 pixels high, and recognition is trained on 30: small pictures are made larger, huge ones
 * smaller, with their edges smoothed.
 * @param share of that size: letters misread at one size are often read at another
 */
export function prepareForReading(raster: Raster, share = 1): GreyPicture {
  const scale = scaleFor(raster) * share;
  const source = greyOf(raster);
  if (scale === 1) return { width: raster.width, height: raster.height, grey: source, scale };
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  return { width, height, grey: resize(source, raster, { width, height }), scale };
}

function scaleFor({ width, height }: Raster): number {
  const longer = Math.max(width, height);
  const wanted = longer < 500 ? 3 : longer < 2_600 ? 2 : 1;
  return Math.min(wanted, Math.sqrt(MOST_READ_PIXELS / (width * height)));
}

function greyOf({ rgb }: Raster): Uint8Array {
  const grey = new Uint8Array(rgb.byteLength / 3);
  for (let pixel = 0, at = 0; pixel < grey.byteLength; pixel += 1, at += 3) {
    // Rec. 601 luma.
    grey[pixel] = ((rgb[at] ?? 0) * 299 + (rgb[at + 1] ?? 0) * 587 + (rgb[at + 2] ?? 0) * 114) / 1000;
  }
  return grey;
}

type Size = { width: number; height: number };

/** Bilinear: each pixel is mixed from the four around its place in the source. */
function resize(source: Uint8Array, from: Size, to: Size): Uint8Array {
  const target = new Uint8Array(to.width * to.height);
  const columns = placesAlong(from.width, to.width);
  placesAlong(from.height, to.height).forEach(([top, bottom, down], y) => {
    columns.forEach(([left, right, across], x) => {
      const upper = mix(source[top * from.width + left], source[top * from.width + right], across);
      const lower = mix(source[bottom * from.width + left], source[bottom * from.width + right], across);
      target[y * to.width + x] = Math.round(mix(upper, lower, down));
    });
  });
  return target;
}

const mix = (a = 0, b = 0, share: number): number => a + (b - a) * share;

/** For each place along a side: the two source places beside it, and how far it is towards the second. */
function placesAlong(from: number, to: number): [before: number, after: number, share: number][] {
  return Array.from({ length: to }, (_, index) => {
    const place = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5));
    const before = Math.floor(place);
    return [before, Math.min(from - 1, before + 1), place - before];
  });
}

/** As a portable greymap, the plainest format that Tesseract reads. */
export function writeGreymap({ width, height, grey }: GreyPicture): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1");
  return Buffer.concat([header, grey]);
}
