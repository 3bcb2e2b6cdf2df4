import { inflateSync } from "node:zlib";
import type { PictureMetadata } from "./readMetadata.ts";

const LONGEST_TEXT = 100_000;

/** Reads a tEXt, zTXt or iTXt chunk (PNG specification, 11.3.3); undefined for any other, or one that cannot be read. */
export function readPngText(type: string, data: Uint8Array): PictureMetadata | undefined {
  const end = data.indexOf(0);
  if (!["tEXt", "zTXt", "iTXt"].includes(type) || end < 1) return undefined;
  const name = `png.${type}.${latin1(data.subarray(0, end))}`;
  const rest = data.subarray(end + 1);
  if (type === "tEXt") return { name, value: latin1(rest) };
  if (type === "zTXt") return valueOf(name, unpack(rest.subarray(1)), "latin1");
  const isPacked = rest[0] === 1;
  // Language and translated keyword, each ended by a zero, stand before the text.
  const language = rest.indexOf(0, 2);
  const keyword = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (keyword < 0) return undefined;
  const text = rest.subarray(keyword + 1);
  return valueOf(name, isPacked ? unpack(text) : text, "utf8");
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

function valueOf(
  name: string,
  bytes: Uint8Array | undefined,
  encoding: "latin1" | "utf8",
): PictureMetadata | undefined {
  return bytes && { name, value: Buffer.from(bytes.subarray(0, LONGEST_TEXT)).toString(encoding) };
}

function unpack(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: LONGEST_TEXT });
  } catch {
    return undefined;
  }
}
