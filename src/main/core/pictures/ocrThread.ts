import { serveThread } from "../threads/serveThread.ts";
import { decodePicture } from "./decodePicture.ts";
import { openTesseract, type OcrLine } from "./tesseract.ts";

let opened: ReturnType<typeof openTesseract> | undefined;

/** Request: the bytes of a PNG or JPEG. Answer: what is written in it. */
serveThread<Uint8Array, OcrLine[]>(async (bytes, isStopped) => {
  const raster = decodePicture(bytes);
  opened ??= openTesseract();
  return (await opened)(raster, isStopped);
});
