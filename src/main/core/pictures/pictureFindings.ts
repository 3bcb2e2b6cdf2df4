import type { PictureReading } from "#shared/contract/pictures.ts";
import type { Finding } from "../sanitising/finding.ts";
import { MISREAD } from "./misreadNames.ts";
import type { PictureText } from "./pictureText.ts";
import { clipBox, type Box } from "./raster.ts";
import type { OcrWord } from "./tesseract.ts";

export type PictureFinding = Omit<PictureReading["findings"][number], "isLookedAt">;

/** Letters reach a little out of the boxes that recognition gives. */
const MARGIN = 2;

/**
 * Leads findings in what a picture says back to their places in it: a box for each line a finding stands on. What was found
 * at one place in several ways of reading is one finding, the gravest of them.
 */
export function placeFindings(
  findings: readonly Finding[],
  { wordAt }: PictureText,
  size: { width: number; height: number },
): PictureFinding[] {
  const placed: PictureFinding[] = [];
  const gravestFirst = findings.toSorted((a, b) => weightOf(b) - weightOf(a));
  for (const { start, end, text, kind, severity, via, reads } of gravestFirst) {
    const words = [...new Set(wordAt.slice(start, end))].filter((word) => word !== undefined);
    const boxes = boxesOf(words, size);
    const known = boxes.length === 0 ? undefined : placed.find((other) => lieOver(boxes, other.boxes));
    // Looks differ by a pixel or two in where they see it: what any of them saw has to be under the mask.
    if (known) known.boxes = known.boxes.map((box) => boxes.filter((seen) => share(seen, box) > 0).reduce(around, box));
    else placed.push({ text, kind, severity, via, reads, boxes });
  }
  return placed.toSorted((a, b) => (a.boxes[0]?.y ?? 0) - (b.boxes[0]?.y ?? 0));
}

/** Whose name was misread says more than that some name stands there. */
const weightOf = ({ severity, via }: Finding): number => (severity === "must" ? 2 : via.includes(MISREAD) ? 1 : 0);

function boxesOf(words: readonly OcrWord[], size: { width: number; height: number }): Box[] {
  const lines: Box[] = [];
  for (const { box } of words) {
    const line = lines.find((other) => sharesLine(box, other));
    if (line) Object.assign(line, around(line, box));
    else lines.push({ ...box });
  }
  return lines.map((box) => clipBox(widened(box), size)).filter((box) => box !== undefined);
}

const widened = ({ x, y, width, height }: Box): Box => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
});

function sharesLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap * 2 > Math.min(a.height, b.height);
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The same place, seen twice: of every box, most lies in one of the others. */
const lieOver = (boxes: readonly Box[], others: readonly Box[]): boolean =>
  boxes.every((box) => others.some((other) => share(box, other) >= 0.6));

/** How much of the first lies in the second. */
function share(inner: Box, outer: Box): number {
  const width = Math.min(inner.x + inner.width, outer.x + outer.width) - Math.max(inner.x, outer.x);
  const height = Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y);
  return width > 0 && height > 0 ? (width * height) / (inner.width * inner.height) : 0;
}
