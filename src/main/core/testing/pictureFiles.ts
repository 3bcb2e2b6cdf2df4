import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { encodePng } from "../pictures/encodePng.ts";
import { readPngChunks, writePngFile } from "../pictures/pngChunks.ts";
import type { Raster } from "../pictures/raster.ts";

const FOLDER = new URL("../../../../test/fixtures/pictures/", import.meta.url);

export const readPictureFixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, FOLDER)));

/** A picture file of one kind, and the pixels that another program draws from it. */
export type PictureKind = { name: string; file: Uint8Array; rgb: Uint8Array };

export function readPictureKinds(format: "png" | "jpeg"): PictureKind[] {
  const kinds = JSON.parse(readFileSync(new URL(`${format}Kinds.json`, FOLDER), "utf8")) as Record<string, string>[];
  return kinds.map((kind) => ({
    name: kind["name"] ?? "",
    file: fromBase64(kind[format]),
    rgb: fromBase64(kind["rgb"]),
  }));
}

const fromBase64 = (text = ""): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** A picture in which every pixel has a colour of its own. */
export function motley(width: number, height: number): Raster {
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 37 + (at >> 5) * 11) % 251);
  return { width, height, rgb };
}

export const text = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, "utf8"));

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A PNG with further chunks after its header. */
export function pngWith(raster: Raster, ...extra: readonly { type: string; data: Uint8Array }[]): Uint8Array {
  const [header, ...rest] = readPngChunks(encodePng(raster)).chunks;
  return writePngFile([...(header ? [header] : []), ...extra, ...rest]);
}

export const packed = (value: string): Uint8Array => new Uint8Array(deflateSync(text(value)));

/** A PNG whose header promises a size; `data` is what its IDAT holds, unpacked. */
export function pngOfSize(width: number, height: number, data: Uint8Array): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  return writePngFile([
    { type: "IHDR", data: header },
    { type: "IDAT", data: new Uint8Array(deflateSync(data, { level: 9 })) },
    { type: "IEND", data: new Uint8Array() },
  ]);
}

/** A JPEG with further segments after its first marker. */
export function jpegWith(file: Uint8Array, ...extra: readonly { marker: number; data: Uint8Array }[]): Uint8Array {
  const segments = extra.map(({ marker, data }) => {
    const size = data.byteLength + 2;
    return joined(Uint8Array.of(0xff, marker, size >> 8, size & 255), data);
  });
  return joined(file.subarray(0, 2), ...segments, file.subarray(2));
}

/** EXIF with an orientation and an owner's name, big-endian. */
export function exifOf(orientation: number, owner = "owner"): Uint8Array {
  const name = text(`${owner}\0`);
  const head = new Uint8Array(38);
  const view = new DataView(head.buffer);
  head.set(text("MM"));
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 2);
  writeTag(view, 10, { tag: 0x0112, type: 3, count: 1, value: orientation << 16 });
  writeTag(view, 22, { tag: 0x013b, type: 2, count: name.byteLength, value: head.byteLength });
  return joined(text("Exif\0\0"), head, name);
}

function writeTag(view: DataView, at: number, tag: { tag: number; type: number; count: number; value: number }): void {
  view.setUint16(at, tag.tag);
  view.setUint16(at + 2, tag.type);
  view.setUint32(at + 4, tag.count);
  view.setUint32(at + 8, tag.value);
}
