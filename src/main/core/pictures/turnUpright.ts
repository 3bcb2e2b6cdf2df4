import { emptyRaster, type Raster } from "./raster.ts";

/**
 * Turns and mirrors a picture so that what the EXIF orientation calls its top is on top.
 * @param orientation 1 to 8 as in EXIF 2.3, 4.6.4
 */
export function turnUpright(raster: Raster, orientation: number): Raster {
  if (orientation <= 1 || orientation > 8) return raster;
  const isLying = orientation >= 5;
  const { width, height } = raster;
  const turned = isLying ? emptyRaster(height, width) : emptyRaster(width, height);
  const [right, bottom] = [width - 1, height - 1];
  for (let y = 0; y < turned.height; y += 1) {
    for (let x = 0; x < turned.width; x += 1) {
      // Where the pixel that belongs here stands in the file.
      const [a, b] = isLying ? [y, x] : [x, y];
      const sourceX = [2, 3, 7, 8].includes(orientation) ? right - a : a;
      const sourceY = [3, 4, 6, 7].includes(orientation) ? bottom - b : b;
      const source = (sourceY * width + sourceX) * 3;
      turned.rgb.set(raster.rgb.subarray(source, source + 3), (y * turned.width + x) * 3);
    }
  }
  return turned;
}
