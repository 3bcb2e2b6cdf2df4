/** Which bytes a character has in a charset: the decoder's table, inverted. */
export type CharsetTable = Uint16Array;

const tables = new Map<string, CharsetTable>();

/** @returns a byte, or two (the first in the high half), for each UTF-16 unit; 0 where the charset has none */
export function charsetTable(label: string): CharsetTable {
  const known = tables.get(label);
  if (known) return known;
  const table = new Uint16Array(65_536);
  const decoder = new TextDecoder(label);
  const isDouble = /jis|euc|gb|big5/.test(label);
  for (let lead = 0x80; lead <= 0xff; lead += 1) {
    put(table, decoder.decode(Uint8Array.of(lead)), lead);
    if (!isDouble) continue;
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      put(table, decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
    }
  }
  // What windows-1252 leaves out, latin1 shows as control characters.
  if (label === "windows-1252") for (let byte = 0x80; byte <= 0x9f; byte += 1) table[byte] = byte;
  tables.set(label, table);
  return table;
}

function put(table: CharsetTable, text: string, bytes: number): void {
  const unit = text.charCodeAt(0);
  if (text.length === 1 && unit !== 0xfffd && unit > 0x7f && table[unit] === 0) table[unit] = bytes;
}
