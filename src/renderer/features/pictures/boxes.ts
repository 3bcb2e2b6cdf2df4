import type { PixelBox, PictureReading } from "#shared/contract/pictures.ts";

/** What is to be masked, in pixels of the picture. */
export type Mask = PixelBox & { id: number };

export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

/** Smaller than this a drag was a click. */
export const LEAST_SIDE = 4;

/** The box between two corners, whole pixels, inside the picture. */
export function boxBetween(a: Point, b: Point, size: Size): PixelBox {
  const left = clamp(Math.floor(Math.min(a.x, b.x)), 0, size.width - 1);
  const top = clamp(Math.floor(Math.min(a.y, b.y)), 0, size.height - 1);
  const right = clamp(Math.ceil(Math.max(a.x, b.x)), left + 1, size.width);
  const bottom = clamp(Math.ceil(Math.max(a.y, b.y)), top + 1, size.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same box elsewhere; it stops at the edges of the picture. */
export function moveBox(box: PixelBox, by: Point, size: Size): PixelBox {
  return {
    ...box,
    x: clamp(Math.round(box.x + by.x), 0, Math.max(0, size.width - box.width)),
    y: clamp(Math.round(box.y + by.y), 0, Math.max(0, size.height - box.height)),
  };
}

/** The same box with its right lower corner elsewhere. */
export function resizeBox(box: PixelBox, by: Point, size: Size): PixelBox {
  return {
    ...box,
    width: clamp(Math.round(box.width + by.x), LEAST_SIDE, Math.max(LEAST_SIDE, size.width - box.x)),
    height: clamp(Math.round(box.height + by.y), LEAST_SIDE, Math.max(LEAST_SIDE, size.height - box.y)),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export function covers(outer: PixelBox, inner: PixelBox): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

type Finding = PictureReading["findings"][number];

/** Whether masks cover every place of a finding. */
export const isMasked = ({ boxes }: Pick<Finding, "boxes">, masks: readonly PixelBox[]): boolean =>
  boxes.length > 0 && boxes.every((box) => masks.some((mask) => covers(mask, box)));

/** Places of findings that no mask covers yet. */
export const uncovered = (findings: readonly Pick<Finding, "boxes">[], masks: readonly PixelBox[]): PixelBox[] =>
  findings.flatMap(({ boxes }) => boxes).filter((box) => !masks.some((mask) => covers(mask, box)));
