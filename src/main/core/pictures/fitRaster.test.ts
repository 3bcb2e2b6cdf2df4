import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { motley } from "../testing/pictureFiles.ts";
import { fitRaster } from "./fitRaster.ts";

describe("fitRaster", () => {
  it("leaves a picture that fits as it is", () => {
    const raster = motley(20, 10);
    expect(fitRaster(raster, 200)).toBe(raster);
  });

  it("makes a larger one fit, of the same shape, each pixel the mean of its field", () => {
    const stripes = Uint8Array.from({ length: 8 * 4 * 3 }, (_, at) => (Math.floor(at / 3) % 2 === 0 ? 0 : 200));
    const small = fitRaster({ width: 8, height: 4, rgb: stripes }, 8);
    expect([small.width, small.height]).toEqual([4, 2]);
    expect(new Set(small.rgb)).toEqual(new Set([100]));
    const side = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 30, max: 400 }), (width, height, most) => {
        const fitted = fitRaster(motley(width, height), most);
        expect(fitted.rgb).toHaveLength(fitted.width * fitted.height * 3);
        const factors = Array.from({ length: 60 }, (_, at) => at + 1);
        const sides = factors.map((factor) => [Math.ceil(width / factor), Math.ceil(height / factor)]);
        expect(sides).toContainEqual([fitted.width, fitted.height]);
        // Rounding up at the edges may keep a row and a column more.
        expect(fitted.width * fitted.height).toBeLessThanOrEqual(most + fitted.width + fitted.height);
      }),
    );
  });
});
