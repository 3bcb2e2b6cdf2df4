import { readPngChunks, type PngFile } from "./pngChunks.ts";

export type PngHeader = {
  width: number;
  height: number;
  bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  colourType: number;
  /** Values a pixel. */
  channels: number;
  isInterlaced: boolean;
};

/** Which bit depths each colour type may have (PNG specification, table 11.1), and how many values a pixel has. */
const COLOUR_TYPES: Readonly<Record<number, { depths: readonly number[]; channels: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], channels: 1 },
  2: { depths: [8, 16], channels: 3 },
  3: { depths: [1, 2, 4, 8], channels: 1 },
  4: { depths: [8, 16], channels: 2 },
  6: { depths: [8, 16], channels: 4 },
};

/** Reads the header chunk; undefined when the file has none that the format allows. */
export function readPngHeader(bytes: Uint8Array, file: PngFile = readPngChunks(bytes)): PngHeader | undefined {
  const [first] = file.chunks;
  if (first?.type !== "IHDR" || !first.isIntact || first.data.byteLength !== 13) return undefined;
  const view = new DataView(first.data.buffer, first.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bitDepth, colourType, interlace] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
  const colours = COLOUR_TYPES[colourType];
  const isKnown = view.getUint8(10) === 0 && view.getUint8(11) === 0 && interlace <= 1;
  if (!colours?.depths.includes(bitDepth) || !isKnown || width === 0 || height === 0) return undefined;
  return { width, height, bitDepth, colourType, channels: colours.channels, isInterlaced: interlace === 1 };
}

/** One pass over the picture; Adam7 has seven of them, any other picture is one. */
export type PngPass = { width: number; height: number; x0: number; y0: number; dx: number; dy: number };

const ADAM7 = [
  { x0: 0, y0: 0, dx: 8, dy: 8 },
  { x0: 4, y0: 0, dx: 8, dy: 8 },
  { x0: 0, y0: 4, dx: 4, dy: 8 },
  { x0: 2, y0: 0, dx: 4, dy: 4 },
  { x0: 0, y0: 2, dx: 2, dy: 4 },
  { x0: 1, y0: 0, dx: 2, dy: 2 },
  { x0: 0, y0: 1, dx: 1, dy: 2 },
];

export function passesOf({ width, height, isInterlaced }: PngHeader): PngPass[] {
  if (!isInterlaced) return [{ width, height, x0: 0, y0: 0, dx: 1, dy: 1 }];
  return ADAM7.map((pass) => ({
    ...pass,
    width: Math.ceil((width - pass.x0) / pass.dx),
    height: Math.ceil((height - pass.y0) / pass.dy),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Bytes of one row of a pass, without its filter byte. */
export const rowBytes = (pass: Pick<PngPass, "width">, { channels, bitDepth }: PngHeader): number =>
  Math.ceil((pass.width * channels * bitDepth) / 8);

/** How many bytes the picture's data has, unpacked. */
export const unpackedBytes = (header: PngHeader): number =>
  passesOf(header).reduce((sum, pass) => sum + pass.height * (rowBytes(pass, header) + 1), 0);
