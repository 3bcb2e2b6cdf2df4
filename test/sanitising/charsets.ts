export const isJapanese = (text: string) => /[\u3041-\u30ff\u4e00-\u9fff]/.test(text);

/** Japanese charsets, written. */
function charsetEncoder(label: string): (text: string) => Uint8Array | undefined {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder(label);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && !codes.has(sign)) codes.set(sign, [lead, trail]);
    }
  }
  return (text) => {
    const bytes = [...text].map((sign) => (sign < "\x80" ? [sign.charCodeAt(0)] : codes.get(sign)));
    return bytes.includes(undefined) ? undefined : Uint8Array.from(bytes.flatMap((pair) => pair ?? []));
  };
}
export const shiftJis = charsetEncoder("shift_jis");
export const eucJp = charsetEncoder("euc-jp");
export const inCharset = (text: string) =>
  isJapanese(text) && shiftJis(text) !== undefined && eucJp(text) !== undefined;
/** Seven-bit JIS holds no ASCII between its escapes. */
export const inJis = (text: string) => inCharset(text) && !/[ -~]/.test(text);
export const iso2022 = (text: string) =>
  Buffer.concat([
    Buffer.from("\x1b$B"),
    Buffer.from((eucJp(text) ?? new Uint8Array()).map((byte) => byte & 0x7f)),
    Buffer.from("\x1b(B"),
  ]);
