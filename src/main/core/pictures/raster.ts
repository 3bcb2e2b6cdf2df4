/**
 * The pixels of a picture and nothing else: rows from the top, three bytes (red, green, blue) a pixel, without a gap.
 * There is no alpha: what a file hides behind transparency is laid on white, as it is printed.
 */
export type Raster = { width: number; height: number; rgb: Uint8Array };

/** A rectangle in pixels from the left upper corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** More pixels than this are not unpacked: four times a 4K screen, and 120 MB as a raster. */
export const MOST_PIXELS = 40_000_000;

export function emptyRaster(width: number, height: number): Raster {
  return { width, height, rgb: new Uint8Array(width * height * 3).fill(255) };
}

/** The part of a box that lies inside the picture; undefined where none does. */
export function clipBox({ x, y, width, height }: Box, raster: Pick<Raster, "width" | "height">): Box | undefined {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const right = Math.min(raster.width, Math.ceil(x + width));
  const bottom = Math.min(raster.height, Math.ceil(y + height));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}
