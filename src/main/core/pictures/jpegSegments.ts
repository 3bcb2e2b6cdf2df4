export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** `data` is what follows the segment's length. */
export type JpegSegment = { marker: number; data: Uint8Array };

export type JpegFile = {
  segments: JpegSegment[];
  /** Bytes that stand after the end of the picture: previews and further pictures of some cameras, or anything. */
  trailing: Uint8Array;
  /** The file has its end marker: it was not cut. */
  isWhole: boolean;
};

const END = 0xd9;
const SCAN = 0xda;

/** Cuts a JPEG file into its segments, passing over what is drawn. Never throws: a file that breaks off is not whole. */
export function readJpegSegments(bytes: Uint8Array): JpegFile {
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 1 < bytes.byteLength) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    // Any number of bytes may fill up before a marker; some markers stand alone.
    if (marker === 0xff || marker === 0x01 || isRestart(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === END) return { segments, trailing: bytes.subarray(at + 2), isWhole: true };
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.byteLength) break;
    segments.push({ marker, data: bytes.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
    if (marker === SCAN) at = endOfScan(bytes, at);
  }
  return { segments, trailing: new Uint8Array(), isWhole: false };
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the next marker stands after coded data. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.byteLength;
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && !isRestart(marker)) return at;
    at += 2;
  }
}

/** Width and height before any turning; undefined when no frame is described. */
export function readJpegSize({ segments }: JpegFile): { width: number; height: number } | undefined {
  const frame = segments.find(({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));
  if (frame === undefined || frame.data.byteLength < 6) return undefined;
  const view = new DataView(frame.data.buffer, frame.data.byteOffset, frame.data.byteLength);
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

const EXIF = "Exif\0\0";
const ORIENTATION_TAG = 0x0112;

/** How the camera was held (EXIF 2.3, 4.6.4): 1 upright, up to 8; 1 as well where nothing readable says so. */
export function readOrientation({ segments }: JpegFile): number {
  const exif = segments
    .find(({ marker, data }) => marker === 0xe1 && startsWith(data, EXIF))
    ?.data.subarray(EXIF.length);
  if (exif === undefined || exif.byteLength < 14) return 1;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const table = view.getUint32(4, isLittle);
  if (table + 2 > view.byteLength) return 1;
  const count = view.getUint16(table, isLittle);
  for (let at = table + 2; at + 12 <= view.byteLength && at < table + 2 + count * 12; at += 12) {
    if (view.getUint16(at, isLittle) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

export function startsWith(data: Uint8Array, text: string): boolean {
  return [...text].every((char, position) => data[position] === char.charCodeAt(0));
}
