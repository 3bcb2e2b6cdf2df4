import jpeg from "jpeg-js";
import { AppError } from "#shared/errors.ts";
import { readJpegSegments, readOrientation } from "./jpegSegments.ts";
import { MOST_PIXELS, type Raster } from "./raster.ts";
import { turnUpright } from "./turnUpright.ts";

/** What the coefficients of the largest picture allowed take in the decoder, in MB. */
const MOST_MEMORY_MB = 1_400;

/**
 * Draws the pixels of a JPEG, baseline or progressive, upright as its EXIF says. The size has been looked at before.
 * @throws AppError pictures.damaged
 */
export function decodeJpeg(bytes: Uint8Array): Raster {
  const file = readJpegSegments(bytes);
  if (!file.isWhole) throw new AppError("pictures.damaged");
  try {
    const { width, height, data } = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: Math.ceil(MOST_PIXELS / 1e6),
      maxMemoryUsageInMB: MOST_MEMORY_MB,
    });
    if (data.byteLength !== width * height * 3) throw new AppError("pictures.damaged");
    return turnUpright({ width, height, rgb: data }, readOrientation(file));
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError("pictures.damaged", {}, { cause });
  }
}
