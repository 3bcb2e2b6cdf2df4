import { clipBox, type Box, type Raster } from "./raster.ts";

/** `fill` leaves nothing of what was there; `pixelate` leaves its colours, see below. */
export type MaskStyle = "fill" | "pixelate";

/**
 * Burns boxes into the pixels, in place. Parts of boxes outside the picture are passed over.
 *
 * `fill` is black: nothing can be got back. `pixelate` puts the mean of the box's pixels into at most three by three
 * fields, each at least 24 pixels wide: no letter of a screen is left, but where a reader can guess at the few words that
 * may have stood there, the means can confirm a guess. It is for faces and logos; words and numbers want `fill`.
 */
export function burnBoxes(raster: Raster, boxes: readonly Box[], style: MaskStyle): void {
  for (const box of boxes) {
    const inside = clipBox(box, raster);
    if (!inside) continue;
    if (style === "fill") paintBox(raster, inside, [0, 0, 0]);
    else for (const field of fieldsOf(inside)) paintBox(raster, field, meanOf(raster, field));
  }
}

const LEAST_FIELD = 24;
const MOST_FIELDS = 3;

function fieldsOf({ x, y, width, height }: Box): Box[] {
  const [columns, rows] = [fieldsAlong(width), fieldsAlong(height)];
  return rows.flatMap(([top, high]) =>
    columns.map(([left, wide]) => ({ x: x + left, y: y + top, width: wide, height: high })),
  );
}

/** Start and length of each field along one side. */
function fieldsAlong(length: number): [start: number, length: number][] {
  const count = Math.min(MOST_FIELDS, Math.max(1, Math.floor(length / LEAST_FIELD)));
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * length) / count);
    return [start, Math.floor(((index + 1) * length) / count) - start];
  });
}

type Colour = [red: number, green: number, blue: number];

function meanOf({ width, rgb }: Raster, box: Box): Colour {
  const sums: Colour = [0, 0, 0];
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let at = (y * width + box.x) * 3, end = at + box.width * 3; at < end; at += 3) {
      sums[0] += rgb[at] ?? 0;
      sums[1] += rgb[at + 1] ?? 0;
      sums[2] += rgb[at + 2] ?? 0;
    }
  }
  const [red, green, blue] = sums;
  const pixels = box.width * box.height;
  return [Math.round(red / pixels), Math.round(green / pixels), Math.round(blue / pixels)];
}

function paintBox({ width, rgb }: Raster, box: Box, colour: Colour): void {
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = box.x; x < box.x + box.width; x += 1) rgb.set(colour, (y * width + x) * 3);
  }
}
