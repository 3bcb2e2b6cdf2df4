import { AppError } from "#shared/errors.ts";
import { decodeJpeg } from "./decodeJpeg.ts";
import { decodePng } from "./decodePng.ts";
import { fitRaster } from "./fitRaster.ts";
import { isJpeg, readJpegSegments, readJpegSize } from "./jpegSegments.ts";
import { isPng, readPngChunks } from "./pngChunks.ts";
import { readPngHeader } from "./pngHeader.ts";
import { MOST_PIXELS, type Raster } from "./raster.ts";

export const MOST_BYTES = 20_000_000;

/**
 * Draws a picture's pixels, and nothing but them, no larger than print shows. What a file is counts, not what it calls itself.
 * @throws AppError cases.not-a-picture for anything but PNG and JPEG; pictures.too-large for more than 20 MB or 40 million
 * pixels, before any of it is unpacked; pictures.damaged
 */
export function decodePicture(bytes: Uint8Array): Raster {
  if (bytes.byteLength > MOST_BYTES) throw new AppError("pictures.too-large");
  const isDrawnAsPng = isPng(bytes);
  if (!isDrawnAsPng && !isJpeg(bytes)) throw new AppError("cases.not-a-picture");
  const size = isDrawnAsPng
    ? readPngHeader(bytes, readPngChunks(bytes.subarray(0, 64)))
    : readJpegSize(readJpegSegments(bytes));
  if (!size) throw new AppError("pictures.damaged");
  if (size.width * size.height > MOST_PIXELS) throw new AppError("pictures.too-large");
  return fitRaster(isDrawnAsPng ? decodePng(bytes) : decodeJpeg(bytes));
}
