import { inflateSync } from "node:zlib";
import { AppError } from "#shared/errors.ts";
import { readPngChunks, type PngFile } from "./pngChunks.ts";
import { passesOf, readPngHeader, rowBytes, unpackedBytes, type PngHeader, type PngPass } from "./pngHeader.ts";
import { emptyRaster, type Raster } from "./raster.ts";
import { unfilter } from "./unfilterPng.ts";

/**
 * Draws the pixels of a PNG: every colour type and depth, interlaced or not. Of an animation the still picture.
 * The size has been looked at before.
 * @throws AppError pictures.damaged
 */
export function decodePng(bytes: Uint8Array): Raster {
  const file = readPngChunks(bytes);
  const header = readPngHeader(bytes, file);
  if (!header || !file.isWhole || file.chunks.some(isBroken)) throw new AppError("pictures.damaged");
  const samples = unpackData(file, header);
  const raster = emptyRaster(header.width, header.height);
  const paint = painterOf(file, header);
  let at = 0;
  for (const pass of passesOf(header)) {
    const size = pass.height * (rowBytes(pass, header) + 1);
    const rows = unfilter(samples.subarray(at, at + size), rowBytes(pass, header), bytesPerPixel(header));
    if (!rows) throw new AppError("pictures.damaged");
    drawPass(raster, header, pass, rows, paint);
    at += size;
  }
  return raster;
}

/** A chunk without which there is no picture (its first letter is a capital) whose checksum does not hold. */
const isBroken = ({ type, isIntact }: PngFile["chunks"][number]): boolean => /^[A-Z]/.test(type) && !isIntact;

const bytesPerPixel = ({ channels, bitDepth }: PngHeader): number => Math.max(1, (channels * bitDepth) / 8);

/** Unpacks no more than the picture's size calls for: a file that holds more is not what its header says. */
function unpackData(file: PngFile, header: PngHeader): Uint8Array {
  const packed = Buffer.concat(file.chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const size = unpackedBytes(header);
  try {
    const unpacked = inflateSync(packed, { maxOutputLength: size });
    if (unpacked.byteLength === size) return unpacked;
  } catch (cause) {
    throw new AppError("pictures.damaged", {}, { cause });
  }
  throw new AppError("pictures.damaged");
}

/** Writes the colour of one pixel, given its samples, into three bytes of the raster. */
type Painter = (rgb: Uint8Array, at: number, samples: readonly number[]) => void;

function drawPass(raster: Raster, header: PngHeader, pass: PngPass, rows: Uint8Array, paint: Painter): void {
  const { channels, bitDepth } = header;
  const size = rowBytes(pass, header);
  const samples = Array.from({ length: channels }, () => 0);
  for (let y = 0; y < pass.height; y += 1) {
    for (let x = 0; x < pass.width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        samples[channel] = sampleAt(rows, y * size, x * channels + channel, bitDepth);
      }
      paint(raster.rgb, ((pass.y0 + y * pass.dy) * raster.width + pass.x0 + x * pass.dx) * 3, samples);
    }
  }
}

function sampleAt(rows: Uint8Array, start: number, index: number, bitDepth: number): number {
  if (bitDepth === 8) return rows[start + index] ?? 0;
  if (bitDepth === 16) return ((rows[start + index * 2] ?? 0) << 8) | (rows[start + index * 2 + 1] ?? 0);
  const bit = index * bitDepth;
  return ((rows[start + (bit >> 3)] ?? 0) >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1);
}

function painterOf(file: PngFile, header: PngHeader): Painter {
  const transparency = file.chunks.find(({ type }) => type === "tRNS")?.data;
  if (header.colourType === 3) return palettePainter(file, transparency);
  const most = 2 ** header.bitDepth - 1;
  const isGrey = header.channels < 3;
  const isAlpha = header.colourType >= 4;
  const clear = isAlpha ? undefined : clearColour(transparency, header.channels);
  return (rgb, at, samples) => {
    const isClear = clear?.every((value, channel) => value === samples[channel]) === true;
    const alpha = isClear ? 0 : isAlpha ? (samples.at(-1) ?? most) / most : 1;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = ((samples[isGrey ? 0 : channel] ?? 0) / most) * 255;
      rgb[at + channel] = Math.round(value * alpha + 255 * (1 - alpha));
    }
  };
}

/** The one colour that a picture without alpha calls transparent: two bytes a value. */
function clearColour(data: Uint8Array | undefined, channels: number): number[] | undefined {
  if (data === undefined || data.byteLength < channels * 2) return undefined;
  return Array.from(
    { length: channels },
    (_, channel) => ((data[channel * 2] ?? 0) << 8) | (data[channel * 2 + 1] ?? 0),
  );
}

function palettePainter(file: PngFile, transparency: Uint8Array | undefined): Painter {
  const palette = file.chunks.find(({ type }) => type === "PLTE")?.data;
  if (palette === undefined || palette.byteLength % 3 !== 0) throw new AppError("pictures.damaged");
  return (rgb, at, [index = 0]) => {
    if (index * 3 >= palette.byteLength) throw new AppError("pictures.damaged");
    const alpha = (transparency?.[index] ?? 255) / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[at + channel] = Math.round((palette[index * 3 + channel] ?? 0) * alpha + 255 * (1 - alpha));
    }
  };
}
