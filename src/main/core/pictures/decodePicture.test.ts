import { describe, expect, it } from "vitest";
import {
  exifOf,
  joined,
  jpegWith,
  motley,
  pngOfSize,
  pngWith,
  readPictureKinds,
  text,
} from "../testing/pictureFiles.ts";
import { decodePicture } from "./decodePicture.ts";
import { encodePng } from "./encodePng.ts";
import { readPngChunks, writePngFile } from "./pngChunks.ts";

const codeOf = (bytes: Uint8Array): unknown => {
  try {
    decodePicture(bytes);
    return "drawn";
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

const mostApart = (a: Uint8Array, b: Uint8Array): number =>
  a.byteLength === b.byteLength
    ? a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0)
    : 999;

describe("decodePicture of a PNG", () => {
  it.each(readPictureKinds("png"))("draws $name as another program does", ({ file, rgb }) => {
    const raster = decodePicture(file);
    expect([raster.width, raster.height]).toEqual([13, 9]);
    // Mixing with white is rounded differently.
    expect(mostApart(raster.rgb, rgb)).toBeLessThanOrEqual(1);
  });

  it("draws again what was drawn, of few colours and of many", () => {
    for (const raster of [
      motley(7, 5),
      motley(90, 61),
      { width: 2, height: 1, rgb: Uint8Array.of(0, 0, 0, 9, 9, 9) },
    ]) {
      expect(decodePicture(encodePng(raster))).toEqual(raster);
    }
  });

  it("refuses what is cut, altered or promises another size", () => {
    const file = encodePng(motley(90, 61));
    expect(codeOf(file.subarray(0, file.byteLength - 12))).toBe("pictures.damaged");
    expect(codeOf(file.subarray(0, 60))).toBe("pictures.damaged");
    expect(codeOf(file.subarray(0, 20))).toBe("pictures.damaged");
    const altered = Uint8Array.from(file, (byte, at) => (at === 70 ? byte ^ 1 : byte));
    expect(codeOf(altered)).toBe("pictures.damaged");
    expect(codeOf(pngOfSize(4, 4, new Uint8Array(51)))).toBe("pictures.damaged");
    expect(codeOf(pngOfSize(4, 4, new Uint8Array(53)))).toBe("pictures.damaged");
    expect(codeOf(pngOfSize(4, 4, new Uint8Array(52)))).toBe("drawn");
    expect(codeOf(pngOfSize(4, 4, new Uint8Array(52).fill(9)))).toBe("pictures.damaged");
  });

  it("unpacks no bomb", () => {
    expect(codeOf(pngOfSize(200_000, 200_000, new Uint8Array(100)))).toBe("pictures.too-large");
    expect(codeOf(pngOfSize(2 ** 31, 1, new Uint8Array(100)))).toBe("pictures.too-large");
    expect(codeOf(pngOfSize(0, 8, new Uint8Array(100)))).toBe("pictures.damaged");
    expect(codeOf(pngOfSize(8, 8, new Uint8Array(100_000_000)))).toBe("pictures.damaged");
    expect(codeOf(joined(encodePng(motley(2, 2)), new Uint8Array(20_000_000)))).toBe("pictures.too-large");
  });

  it("refuses a palette that has not the colour of a pixel, or none at all", () => {
    const chunks = readPngChunks(encodePng(motley(7, 5))).chunks;
    const less = chunks.map((chunk) => (chunk.type === "PLTE" ? { ...chunk, data: chunk.data.subarray(3) } : chunk));
    expect(codeOf(writePngFile(less))).toBe("pictures.damaged");
    expect(codeOf(writePngFile(chunks.filter(({ type }) => type !== "PLTE")))).toBe("pictures.damaged");
  });

  it("passes over a broken checksum of what is not drawn", () => {
    const file = pngWith(motley(7, 5), { type: "tEXt", data: text("a\0b") });
    const at = Buffer.from(file).indexOf("tEXt");
    file[at + 4] = 99;
    expect(codeOf(file)).toBe("drawn");
  });
});

describe("decodePicture of a JPEG", () => {
  const kinds = readPictureKinds("jpeg");
  const baseline = kinds.find(({ name }) => name === "baseline")?.file ?? new Uint8Array();

  it.each(kinds)("draws $name much as another program does", ({ name, file, rgb }) => {
    const raster = decodePicture(file);
    expect([raster.width, raster.height]).toEqual([40, 24]);
    // Programs differ in how they spread halved colours and turn ink into light.
    expect(mostApart(raster.rgb, rgb)).toBeLessThanOrEqual(name === "cmyk" || name === "halved" ? 90 : 4);
  });

  it("turns a picture upright as its camera says", () => {
    const upright = decodePicture(baseline);
    const pixel = (raster: typeof upright, x: number, y: number) => {
      const at = (y * raster.width + x) * 3;
      return [...raster.rgb.subarray(at, at + 3)];
    };
    const corner = pixel(upright, 3, 1);
    /** Where the pixel at 3, 1 of the file is to be seen, by orientation. */
    const places: [orientation: number, x: number, y: number, width: number][] = [
      [1, 3, 1, 40],
      [2, 36, 1, 40],
      [3, 36, 22, 40],
      [4, 3, 22, 40],
      [5, 1, 3, 24],
      [6, 22, 3, 24],
      [7, 22, 36, 24],
      [8, 1, 36, 24],
    ];
    for (const [orientation, x, y, width] of places) {
      const turned = decodePicture(jpegWith(baseline, { marker: 0xe1, data: exifOf(orientation) }));
      expect([orientation, turned.width, pixel(turned, x, y)]).toEqual([orientation, width, corner]);
    }
    expect(decodePicture(jpegWith(baseline, { marker: 0xe1, data: exifOf(77) }))).toEqual(upright);
  });

  it("refuses what is cut or promises too much", () => {
    expect(codeOf(baseline.subarray(0, baseline.byteLength - 2))).toBe("pictures.damaged");
    expect(codeOf(baseline.subarray(0, baseline.byteLength >> 1))).toBe("pictures.damaged");
    expect(codeOf(baseline.subarray(0, 3))).toBe("pictures.damaged");
    const frame = Buffer.from(baseline).indexOf(Buffer.of(0xff, 0xc0));
    const huge = Uint8Array.from(baseline);
    huge.set([0xff, 0xff, 0xff, 0xff], frame + 5);
    expect(codeOf(huge)).toBe("pictures.too-large");
    huge.set([0, 24, 0, 0], frame + 5);
    expect(codeOf(huge)).toBe("pictures.damaged");
  });
});

describe("decodePicture of anything else", () => {
  it("takes a file for what its first bytes say", () => {
    const png = encodePng(motley(2, 2));
    for (const bytes of [
      text(""),
      text("GIF89a"),
      text("%PDF-1.7"),
      joined(text("x"), png),
      text("<svg/>"),
      png.subarray(0, 7),
    ]) {
      expect(codeOf(bytes)).toBe("cases.not-a-picture");
    }
    expect(codeOf(joined(png, text("%PDF-1.7 PK\u0003\u0004 <script>")))).toBe("drawn");
  });
});
