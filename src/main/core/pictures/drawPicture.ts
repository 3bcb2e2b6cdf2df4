import { AppError } from "#shared/errors.ts";
import { openThread, threadUrl } from "../threads/openThread.ts";
import type { MaskStyle } from "./burnBoxes.ts";
import type { DrawingRequest, DrawnPicture } from "./drawingThread.ts";
import type { Box } from "./raster.ts";

/** The largest photograph takes 10 seconds; what takes longer was made to. */
const LONGEST_MS = 60_000;

const thread = openThread<DrawingRequest, DrawnPicture>({
  url: threadUrl("drawingThread", import.meta.url),
  work: "pictures",
  longestMs: LONGEST_MS,
});

/**
 * Draws a picture anew, in a thread of its own: a PNG of its pixels and nothing else its file held, upright, on white.
 * Boxes are burned in on the way.
 * @throws AppError cases.not-a-picture, pictures.too-large, pictures.damaged, each with `file`
 */
export async function drawPicture(
  file: { fileName: string; bytes: Uint8Array },
  mask: { boxes: readonly Box[]; style: MaskStyle } = { boxes: [], style: "fill" },
): Promise<DrawnPicture> {
  try {
    return await thread.run({ bytes: file.bytes, ...mask });
  } catch (error) {
    // A decoder that dies over a file was made to.
    if (!(error instanceof AppError)) throw new AppError("pictures.damaged", { file: file.fileName }, { cause: error });
    if (error.code === "thread.stopped") throw new AppError("pictures.damaged", { file: file.fileName });
    throw new AppError(error.code, { ...error.params, file: file.fileName });
  }
}
