import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxBetween, isMasked, moveBox, resizeBox, uncovered } from "./boxes.ts";

const size = { width: 100, height: 60 };
const point = fc.record({ x: fc.integer({ min: -50, max: 150 }), y: fc.integer({ min: -50, max: 150 }) });

const fits = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= size.width && y + height <= size.height;

describe("boxes of masks", () => {
  it("stay in the picture, however they are drawn, moved and sized", () => {
    fc.assert(
      fc.property(point, point, point, (a, b, by) => {
        const box = boxBetween(a, b, size);
        expect(fits(box)).toBe(true);
        expect(fits(moveBox(box, by, size))).toBe(true);
        const fitting = { ...box, x: Math.min(box.x, 90), y: Math.min(box.y, 50) };
        expect(fits(resizeBox({ ...fitting, width: 4, height: 4 }, by, size))).toBe(true);
      }),
    );
    expect(boxBetween({ x: 30.4, y: 20 }, { x: 10.2, y: 5.5 }, size)).toEqual({ x: 10, y: 5, width: 21, height: 15 });
  });

  it("cover a finding when all of its places are under them", () => {
    const finding = {
      boxes: [
        { x: 10, y: 10, width: 20, height: 10 },
        { x: 50, y: 10, width: 20, height: 10 },
      ],
    };
    const first = { x: 9, y: 9, width: 30, height: 12 };
    expect(isMasked(finding, [first])).toBe(false);
    expect(uncovered([finding], [first])).toEqual([{ x: 50, y: 10, width: 20, height: 10 }]);
    expect(isMasked(finding, [first, { x: 50, y: 10, width: 20, height: 10 }])).toBe(true);
    expect(isMasked({ boxes: [] }, [first])).toBe(false);
  });
});
