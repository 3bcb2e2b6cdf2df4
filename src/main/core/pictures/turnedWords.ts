import type { Box, Raster } from "./raster.ts";
import type { OcrLine } from "./tesseract.ts";

/**
 * How sure the reader is of what stands the right way up: 94 to 98 of 100 over the letters of screens, pale and small ones
 * too; of the same pictures upside down 86 to 89. Measured on the pictures of the tests.
 */
const SURE = 92;

/** Whether a picture may stand on its head: the reader made words of it and was not sure of them. */
export function mayBeUpsideDown(lines: readonly OcrLine[]): boolean {
  const words = lines.flat();
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const certainty = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0);
  return letters > 0 && certainty / letters < SURE;
}

/** Words of a picture that was read upside down, where they stand in it. */
export function turnBack(lines: readonly OcrLine[], { width, height }: Pick<Raster, "width" | "height">): OcrLine[] {
  const turned = (box: Box): Box => ({ ...box, x: width - box.x - box.width, y: height - box.y - box.height });
  return lines.map((line) => line.map((word) => ({ ...word, box: turned(word.box) })));
}
