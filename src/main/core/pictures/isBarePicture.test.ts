import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  joined,
  motley,
  packed,
  pngWith,
  readPictureFixture,
  readPictureKinds,
  text,
} from "../testing/pictureFiles.ts";
import { encodePng } from "./encodePng.ts";
import { isBarePicture } from "./isBarePicture.ts";
import { readPngChunks, writePngFile, type PngChunk } from "./pngChunks.ts";

const few = encodePng(motley(7, 5));
const many = encodePng(motley(90, 61));

/** The same file with one of its chunks changed. */
function withChunk(file: Uint8Array, type: string, change: (data: Uint8Array) => Uint8Array): Uint8Array {
  const chunks = readPngChunks(file).chunks.map((chunk: PngChunk) =>
    chunk.type === type ? { ...chunk, data: change(chunk.data) } : chunk,
  );
  return writePngFile(chunks);
}

describe("isBarePicture", () => {
  it("knows what is drawn here, of any size", () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(fc.property(sizes, ([width, height]) => isBarePicture(encodePng(motley(width, height)))));
    expect(isBarePicture(few) && isBarePicture(many)).toBe(true);
  });

  it("finds every place where something else could stand", () => {
    const secret = text("佐藤 健一");
    const crowded: Record<string, Uint8Array> = {
      "text chunk": pngWith(motley(7, 5), { type: "tEXt", data: joined(text("Author\0"), secret) }),
      "packed text chunk": pngWith(motley(7, 5), { type: "zTXt", data: joined(text("a\0\0"), packed("佐藤")) }),
      "empty unknown chunk": pngWith(motley(7, 5), { type: "prVt", data: new Uint8Array() }),
      "after the end": joined(few, secret),
      "in the end": withChunk(few, "IEND", () => secret),
      "behind the pixels": withChunk(few, "IDAT", (data) => joined(data, secret)),
      "in a colour that no pixel has": withChunk(few, "PLTE", (data) => joined(data, text("abc"))),
      "palette beside RGB": pngWith(motley(90, 61), { type: "PLTE", data: text("佐藤") }),
      transparency: pngWith(motley(7, 5), { type: "tRNS", data: secret }),
      "cut off": few.subarray(0, few.byteLength - 12),
      nothing: new Uint8Array(),
      "no picture": secret,
    };
    for (const [name, file] of Object.entries(crowded)) expect([name, isBarePicture(file)]).toEqual([name, false]);
  });

  it("passes a picture from elsewhere only if it is as bare", () => {
    // A browser's picture of its window has nothing but pixels.
    expect(isBarePicture(readPictureFixture("mailOnScreen.png"))).toBe(true);
    const others = [...readPictureKinds("png"), ...readPictureKinds("jpeg")].filter(({ file }) => isBarePicture(file));
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  it("notices any byte that is changed outside of the checksums", () => {
    fc.assert(
      fc.property(fc.nat(few.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const file = Uint8Array.from(few, (byte, position) => (position === at ? byte ^ change : byte));
        expect(isBarePicture(file)).toBe(false);
      }),
    );
  });
});
