import * as fc from "fast-check";
import { expect, it } from "vitest";
import { PAGE_ROWS, pagesOf } from "./rowPages.ts";

it("the pages of what is on screen hold every row of it, and hardly more", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(60), (first, more) => {
      const last = first + more;
      const pages = pagesOf(first, last);
      for (const row of [first, last]) expect(pages).toContain(Math.floor(row / PAGE_ROWS));
      expect(pages.length).toBeLessThanOrEqual(Math.ceil(more / PAGE_ROWS) + 1);
      expect([...pages].sort((a, b) => a - b)).toEqual(pages);
    }),
  );
});

it("an empty screen asks for the first page", () => {
  expect(pagesOf(0, 0)).toEqual([0]);
  expect(pagesOf(0, -1)).toEqual([0]);
});
