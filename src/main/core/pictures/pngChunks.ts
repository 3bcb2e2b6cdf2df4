import { crc32 } from "node:zlib";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, position) => bytes[position] === byte);

/** `type` as four letters; `isIntact` when the checksum holds. */
export type PngChunk = { type: string; data: Uint8Array; isIntact: boolean };

export type PngFile = {
  chunks: PngChunk[];
  /** Bytes that stand after the end of the picture. */
  trailing: Uint8Array;
  /** The file has its end chunk: it was not cut. */
  isWhole: boolean;
};

/** More chunks than any program writes; a picture of 40 million pixels in pieces of 8 KB has fewer. */
const MOST_CHUNKS = 50_000;

/** Cuts a PNG file into its chunks. Never throws: a file that breaks off is not whole. */
export function readPngChunks(bytes: Uint8Array): PngFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.byteLength && chunks.length < MOST_CHUNKS) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.byteLength) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const isIntact = crc32(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), isIntact });
    at = end;
    if (type === "IEND") return { chunks, trailing: bytes.subarray(at), isWhole: true };
  }
  return { chunks, trailing: new Uint8Array(), isWhole: false };
}

export function writePngFile(chunks: readonly { type: string; data: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  const size = chunks.reduce((sum, { data }) => sum + 12 + data.byteLength, SIGNATURE.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const { type, data } of chunks) {
    view.setUint32(at, data.byteLength);
    bytes.set(Buffer.from(type, "latin1"), at + 4);
    bytes.set(data, at + 8);
    const end = at + 12 + data.byteLength;
    view.setUint32(end - 4, crc32(bytes.subarray(at + 4, end - 4)));
    at = end;
  }
  return bytes;
}
