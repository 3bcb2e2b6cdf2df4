import { emptyRaster, type Raster } from "./raster.ts";

/** A page of A4 printed as finely as an eye sees (300 dpi); as a PNG some 15 MB of photograph. */
export const MOST_KEPT_PIXELS = 9_000_000;

/** A picture of more pixels than print shows is made smaller by a whole number, each pixel the mean of those it stands for. */
export function fitRaster(raster: Raster, most = MOST_KEPT_PIXELS): Raster {
  const factor = Math.ceil(Math.sqrt((raster.width * raster.height) / most));
  return factor <= 1 ? raster : shrink(raster, factor);
}

function shrink(raster: Raster, factor: number): Raster {
  const small = emptyRaster(Math.ceil(raster.width / factor), Math.ceil(raster.height / factor));
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        small.rgb[(y * small.width + x) * 3 + channel] = meanAround(raster, { x, y, factor, channel });
      }
    }
  }
  return small;
}

type Field = { x: number; y: number; factor: number; channel: number };

function meanAround({ width, height, rgb }: Raster, { x, y, factor, channel }: Field): number {
  let sum = 0;
  let count = 0;
  for (let row = y * factor; row < Math.min(height, (y + 1) * factor); row += 1) {
    for (let column = x * factor; column < Math.min(width, (x + 1) * factor); column += 1) {
      sum += rgb[(row * width + column) * 3 + channel] ?? 0;
      count += 1;
    }
  }
  return Math.round(sum / count);
}
