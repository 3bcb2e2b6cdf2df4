import type { GreyPicture } from "./prepareForReading.ts";

/** Side of the squares whose ground is looked for: a line of text, and as much again around it. */
const SQUARE = 24;
/** Weaker differences from the ground than this are noise; an eye hardly sees them. */
const LEAST_CONTRAST = 14;
const SHADES = 32;

/**
 * The same picture as black ink on white paper: each pixel by how much it differs from the ground around it, as a share of
 * the strongest difference there. Light text on dark, white on a button, and pale grey on white all come out alike.
 */
export function inkPicture(picture: GreyPicture): GreyPicture {
  const { width, height, grey } = picture;
  const columns = Math.ceil(width / SQUARE);
  const ground = new Uint8Array(columns * Math.ceil(height / SQUARE));
  const contrast = new Float64Array(ground.length);
  for (let square = 0; square < ground.length; square += 1) {
    const around = surroundings(picture, square % columns, Math.floor(square / columns));
    ground[square] = mostFrequentShade(picture, around);
    contrast[square] = Math.max(LEAST_CONTRAST, strongestDifference(picture, around, ground[square] ?? 0));
  }
  const ink = new Uint8Array(grey.byteLength);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / SQUARE) * columns;
    for (let x = 0; x < width; x += 1) {
      const square = row + Math.floor(x / SQUARE);
      const difference = Math.abs((grey[y * width + x] ?? 0) - (ground[square] ?? 0));
      ink[y * width + x] = 255 - Math.min(255, (difference / (contrast[square] ?? 1)) * 255);
    }
  }
  return { ...picture, grey: ink };
}

type Area = { left: number; top: number; right: number; bottom: number };

/** A square and half of each of its neighbours. */
function surroundings({ width, height }: GreyPicture, column: number, row: number): Area {
  return {
    left: Math.max(0, (column - 0.5) * SQUARE),
    top: Math.max(0, (row - 0.5) * SQUARE),
    right: Math.min(width, (column + 1.5) * SQUARE),
    bottom: Math.min(height, (row + 1.5) * SQUARE),
  };
}

function mostFrequentShade({ width, grey }: GreyPicture, { left, top, right, bottom }: Area): number {
  const counts = new Uint32Array(SHADES);
  const sums = new Float64Array(SHADES);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const value = grey[y * width + x] ?? 0;
      const shade = Math.floor((value * SHADES) / 256);
      counts[shade] = (counts[shade] ?? 0) + 1;
      sums[shade] = (sums[shade] ?? 0) + value;
    }
  }
  const most = counts.indexOf(Math.max(...counts));
  return Math.round((sums[most] ?? 0) / Math.max(1, counts[most] ?? 0));
}

function strongestDifference({ width, grey }: GreyPicture, { left, top, right, bottom }: Area, ground: number): number {
  let strongest = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      strongest = Math.max(strongest, Math.abs((grey[y * width + x] ?? 0) - ground));
    }
  }
  return strongest;
}
