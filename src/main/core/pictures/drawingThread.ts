import { AppError } from "#shared/errors.ts";
import { serveThread } from "../threads/serveThread.ts";
import { burnBoxes, type MaskStyle } from "./burnBoxes.ts";
import { decodePicture, MOST_BYTES } from "./decodePicture.ts";
import { encodePng } from "./encodePng.ts";
import type { Box } from "./raster.ts";
import { readMetadata, type PictureMetadata } from "./readMetadata.ts";

/** A picture to be drawn anew; with boxes burned into it where some are given. */
export type DrawingRequest = { bytes: Uint8Array; boxes: readonly Box[]; style: MaskStyle };

export type DrawnPicture = {
  /** A PNG of pixels only. */
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
  /** What the file said beside its pixels, and the new one does not. */
  metadata: PictureMetadata[];
};

serveThread<DrawingRequest, DrawnPicture>(async ({ bytes, boxes, style }) => {
  const raster = decodePicture(bytes);
  burnBoxes(raster, boxes, style);
  const metadata = await readMetadata(bytes);
  const drawn = encodePng(raster);
  // It is read again at the gate and for masks: what may not come in is not made either.
  if (drawn.byteLength > MOST_BYTES) throw new AppError("pictures.too-large");
  return { bytes: drawn, widthPx: raster.width, heightPx: raster.height, metadata };
});
