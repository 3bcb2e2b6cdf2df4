import { decodeText } from "./charset.ts";

/** One file of a ZIP, by the archive's central directory. */
export type ZipEntry = {
  name: string;
  isFolder: boolean;
  encrypted: boolean;
  method: number;
  crc32: number;
  compressedBytes: number;
  sizeBytes: number;
  headerAt: number;
};

export class ZipError extends Error {}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 65_535;
const FLAG_ENCRYPTED = 0x0001;
const FLAG_UTF8 = 0x0800;
/** Instead of a size or place that only the 64-bit extension could hold; such an archive is beyond our limits. */
const SEE_ZIP64 = 0xffff_ffff;

export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/** @throws ZipError when the directory is missing or does not fit the archive */
export function readZipDirectory(bytes: Buffer): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY_MARK) throw new ZipError("directory");
    const nameBytes = bytes.readUInt16LE(at + 28);
    const flags = bytes.readUInt16LE(at + 8);
    const rawName = bytes.subarray(at + 46, at + 46 + nameBytes);
    // Windows in Japan writes names in Shift_JIS, without saying so.
    const name = decodeText(rawName, (flags & FLAG_UTF8) === 0 ? "" : "utf-8").replaceAll("\\", "/");
    entries.push({
      name,
      isFolder: name.endsWith("/"),
      encrypted: (flags & FLAG_ENCRYPTED) !== 0,
      method: bytes.readUInt16LE(at + 10),
      crc32: bytes.readUInt32LE(at + 16),
      compressedBytes: bytes.readUInt32LE(at + 20),
      sizeBytes: bytes.readUInt32LE(at + 24),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_MARK) return at;
  }
  throw new ZipError("end of directory");
}

/** The compressed bytes of an entry. @throws ZipError when they are not all there */
export function packedBytesOf(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.headerAt === SEE_ZIP64 || entry.compressedBytes === SEE_ZIP64) throw new ZipError("zip64");
  if (entry.headerAt + 30 > bytes.length || bytes.readUInt32LE(entry.headerAt) !== LOCAL_MARK)
    throw new ZipError("entry");
  const names = bytes.readUInt16LE(entry.headerAt + 26) + bytes.readUInt16LE(entry.headerAt + 28);
  const start = entry.headerAt + 30 + names;
  if (start + entry.compressedBytes > bytes.length) throw new ZipError("entry cut short");
  return bytes.subarray(start, start + entry.compressedBytes);
}
