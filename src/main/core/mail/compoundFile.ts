/**
 * The container of Outlook's .msg (MS-CFB): a small file system in one file. Every chain of sectors and every tree of
 * entries is followed with a count, so that a damaged or hostile file ends in an error and not in an endless loop.
 */

export class CompoundFileError extends Error {}

export type CompoundFolder = { folders: Map<string, CompoundFolder>; streams: Map<string, () => Buffer> };

const MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
const HEADER_DIFAT_AT = 76;
const HEADER_DIFAT_ENTRIES = 109;
/** Sector numbers from here up mean "end of chain", "free" and the like. */
const LAST_SECTOR = 0xffff_fffa;
const NO_ENTRY = 0xffff_ffff;
const MAX_FOLDER_DEPTH = 64;

type Entry = { name: string; type: number; left: number; right: number; child: number; start: number; size: number };

type Volume = { bytes: Buffer; sectorBytes: number; fat: number[]; miniFat: number[]; mini: Buffer; entries: Entry[] };

export function isCompoundFile(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/** @throws CompoundFileError when the tables do not fit together or point outside the file */
export function readCompoundFile(bytes: Buffer): CompoundFolder {
  if (bytes.length < HEADER_BYTES || !isCompoundFile(bytes)) throw new CompoundFileError("no header");
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new CompoundFileError("sector size");
  const sectorBytes = 1 << shift;
  const volume: Volume = { bytes, sectorBytes, fat: [], miniFat: [], mini: Buffer.alloc(0), entries: [] };
  volume.fat = readFat(volume);
  volume.entries = readEntries(readChain(volume, bytes.readUInt32LE(48)));
  const root = volume.entries[0];
  if (!root || root.type !== 5) throw new CompoundFileError("no root");
  volume.miniFat = toNumbers(readChain(volume, bytes.readUInt32LE(60)));
  volume.mini = readChain(volume, root.start);
  return readFolder(volume, root, 0, { left: volume.entries.length });
}

function sector(volume: Volume, number: number): Buffer {
  const start = (number + 1) * volume.sectorBytes;
  if (start >= volume.bytes.length) throw new CompoundFileError("sector outside the file");
  return volume.bytes.subarray(start, start + volume.sectorBytes);
}

function toNumbers(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}

function readFat(volume: Volume): number[] {
  const maxSectors = Math.ceil(volume.bytes.length / volume.sectorBytes);
  let difat = toNumbers(volume.bytes.subarray(HEADER_DIFAT_AT, HEADER_DIFAT_AT + HEADER_DIFAT_ENTRIES * 4));
  let next = volume.bytes.readUInt32LE(68);
  for (let count = 0; next < LAST_SECTOR && count <= maxSectors; count += 1) {
    const numbers = toNumbers(sector(volume, next));
    next = numbers.pop() ?? NO_ENTRY;
    difat = [...difat, ...numbers];
    if (difat.length > maxSectors + HEADER_DIFAT_ENTRIES + numbers.length)
      throw new CompoundFileError("table too long");
  }
  const fat: number[] = [];
  for (const number of difat) {
    if (number >= LAST_SECTOR) continue;
    for (const entry of toNumbers(sector(volume, number))) fat.push(entry);
    if (fat.length > maxSectors + volume.sectorBytes) break;
  }
  return fat;
}

function readChain(volume: Volume, start: number): Buffer {
  const pieces: Buffer[] = [];
  for (let next = start; next < LAST_SECTOR; next = volume.fat[next] ?? NO_ENTRY) {
    if (pieces.length > volume.fat.length) throw new CompoundFileError("endless chain");
    pieces.push(sector(volume, next));
  }
  return Buffer.concat(pieces);
}

function readMiniChain(volume: Volume, start: number): Buffer {
  const pieces: Buffer[] = [];
  for (let next = start; next < LAST_SECTOR; next = volume.miniFat[next] ?? NO_ENTRY) {
    if (pieces.length > volume.miniFat.length) throw new CompoundFileError("endless chain");
    pieces.push(volume.mini.subarray(next * MINI_SECTOR_BYTES, (next + 1) * MINI_SECTOR_BYTES));
  }
  return Buffer.concat(pieces);
}

function readEntries(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = Math.max(0, Math.min(64, bytes.readUInt16LE(at + 64)) - 2);
    entries.push({
      name: bytes.toString("utf16le", at, at + nameBytes),
      type: bytes.readUInt8(at + 66),
      left: bytes.readUInt32LE(at + 68),
      right: bytes.readUInt32LE(at + 72),
      child: bytes.readUInt32LE(at + 76),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** @param budget every entry can be in one folder only; more visits than entries mean a loop */
function readFolder(volume: Volume, folder: Entry, depth: number, budget: { left: number }): CompoundFolder {
  if (depth > MAX_FOLDER_DEPTH) throw new CompoundFileError("folders too deep");
  const result: CompoundFolder = { folders: new Map(), streams: new Map() };
  const pending = [folder.child];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entry = volume.entries[next];
    if (next === NO_ENTRY || !entry) continue;
    budget.left -= 1;
    if (budget.left < 0) throw new CompoundFileError("endless tree");
    pending.push(entry.left, entry.right);
    if (entry.type === 1) result.folders.set(entry.name, readFolder(volume, entry, depth + 1, budget));
    else if (entry.type === 2) result.streams.set(entry.name, () => readStream(volume, entry));
  }
  return result;
}

function readStream(volume: Volume, entry: Entry): Buffer {
  const cutoff = volume.bytes.readUInt32LE(56);
  if (entry.size === 0) return Buffer.alloc(0);
  const data = entry.size < cutoff ? readMiniChain(volume, entry.start) : readChain(volume, entry.start);
  if (data.length < entry.size) throw new CompoundFileError("stream cut short");
  return data.subarray(0, entry.size);
}
