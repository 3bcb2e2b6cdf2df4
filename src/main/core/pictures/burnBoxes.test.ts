import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { motley } from "../testing/pictureFiles.ts";
import { burnBoxes } from "./burnBoxes.ts";
import { clipBox, type Box, type Raster } from "./raster.ts";

const WIDTH = 90;
const HEIGHT = 61;

const anyBox = fc.record({
  x: fc.nat(120),
  y: fc.nat(90),
  width: fc.integer({ min: 1, max: 130 }),
  height: fc.integer({ min: 1, max: 90 }),
});

const inside = ({ x, y, width, height }: Box, column: number, row: number): boolean =>
  column >= x && column < x + width && row >= y && row < y + height;

function pixelsOf(raster: Raster): { column: number; row: number; colour: string }[] {
  return Array.from({ length: raster.width * raster.height }, (_, pixel) => ({
    column: pixel % raster.width,
    row: Math.floor(pixel / raster.width),
    colour: raster.rgb.subarray(pixel * 3, pixel * 3 + 3).join(),
  }));
}

describe("burnBoxes", () => {
  it("fills every pixel of every box with black, and leaves every other as it was", () => {
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 5 }), (boxes) => {
        const before = pixelsOf(motley(WIDTH, HEIGHT));
        const raster = motley(WIDTH, HEIGHT);
        burnBoxes(raster, boxes, "fill");
        const wrong = pixelsOf(raster).find(({ column, row, colour }, pixel) => {
          const isMasked = boxes.some((box) => inside(box, column, row));
          return colour !== (isMasked ? "0,0,0" : before[pixel]?.colour);
        });
        expect(wrong).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it("leaves at most nine colours under a pixelated box, and none outside of it is touched", () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const before = pixelsOf(motley(WIDTH, HEIGHT));
        const raster = motley(WIDTH, HEIGHT);
        burnBoxes(raster, [box], "pixelate");
        const after = pixelsOf(raster);
        const masked = after.filter(({ column, row }) => inside(box, column, row));
        expect(new Set(masked.map(({ colour }) => colour)).size).toBeLessThanOrEqual(9);
        const outside = after.filter(({ column, row }) => !inside(box, column, row));
        expect(outside).toEqual(before.filter(({ column, row }) => !inside(box, column, row)));
      }),
      { numRuns: 30 },
    );
  });

  it("does not tell two texts apart that share their mean", () => {
    const stripes = (odd: boolean): Raster => {
      const rgb = Uint8Array.from({ length: 40 * 20 * 3 }, (_, at) =>
        Math.floor(at / 3) % 2 === (odd ? 1 : 0) ? 0 : 255,
      );
      return { width: 40, height: 20, rgb };
    };
    const [one, other] = [stripes(true), stripes(false)];
    expect(one.rgb).not.toEqual(other.rgb);
    for (const raster of [one, other]) burnBoxes(raster, [{ x: 0, y: 0, width: 40, height: 20 }], "pixelate");
    expect(one.rgb).toEqual(other.rgb);
  });
});

describe("clipBox", () => {
  it("is the part of a box that the picture has", () => {
    const size = { width: 10, height: 8 };
    expect(clipBox({ x: 8, y: 6, width: 9, height: 9 }, size)).toEqual({ x: 8, y: 6, width: 2, height: 2 });
    expect(clipBox({ x: 10, y: 0, width: 5, height: 5 }, size)).toBeUndefined();
  });
});
