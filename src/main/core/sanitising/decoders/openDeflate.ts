/*
 * Raw deflate has no mark to know it by, so nearly all that is tried is something else; zlib says so by an exception, which takes
 * a hundred times as long as looking at the first few bits does here (RFC 1951).
 */

/** Whether bytes may be one last block of raw deflate that holds text: its beginning is read. */
export function mayBeDeflated(bytes: Uint8Array): boolean {
  const first = (bytes[0] ?? 0) & 7;
  if (bytes.length < 8) return false;
  // Other first bits are rare in short data.
  if (first === 3) return beginsWithText(bytes);
  return first === 5 && hasCodeLengths(bytes);
}

const LOOKED_AT = 3;

/** Fixed codes: the first few letters must be letters; a repetition has nothing to repeat yet. */
function beginsWithText(bytes: Uint8Array): boolean {
  let at = 3;
  const bit = () => {
    const value = ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1;
    at += 1;
    return value;
  };
  const read = (count: number, value = 0) => {
    let code = value;
    for (let step = 0; step < count; step += 1) code = (code << 1) | bit();
    return code;
  };
  for (let symbol = 0; symbol < LOOKED_AT; symbol += 1) {
    const seven = read(7);
    // A repetition, or the end: not before there is something.
    if (seven < 24) return symbol > 0;
    const eight = read(1, seven);
    if (eight >= 0xc0 && eight < 0xc8) return symbol > 0;
    const letter = eight < 0xc0 ? eight - 0x30 : read(1, eight) - 0x190 + 144;
    if (letter < 0x20 && letter !== 9 && letter !== 10 && letter !== 13) return false;
  }
  return true;
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Codes of the block's own: the lengths of the codes for their lengths must make a whole tree. */
function hasCodeLengths(bytes: Uint8Array): boolean {
  const bitsAt = (at: number, count: number) => {
    let value = 0;
    for (let step = 0; step < count; step += 1)
      value |= (((bytes[(at + step) >> 3] ?? 0) >> ((at + step) & 7)) & 1) << step;
    return value;
  };
  if (bitsAt(3, 5) > 29 || bitsAt(8, 5) > 29) return false;
  const count = bitsAt(13, 4) + 4;
  let room = 1 << 7;
  for (let index = 0; index < Math.min(count, ORDER.length); index += 1) {
    const length = bitsAt(17 + index * 3, 3);
    if (length > 0) room -= 1 << (7 - length);
  }
  return room === 0;
}
