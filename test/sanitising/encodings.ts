/* Ways to write bytes and letters, for an adversary; the decoders are read against these, not against their own tables. */
export const b64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString("base64");
export const url64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString("base64url");
export const nested = (text: string, times: number): string => (times === 0 ? text : nested(b64(text), times - 1));
export const big16 = (text: string) => Buffer.from(text, "utf16le").swap16();
export const wrapped = (text: string, width: number) => (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join("\n");
export const hex = (text: string) => Buffer.from(text).toString("hex");

const LETTERS32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS32[Number.parseInt(five.padEnd(5, "0"), 2)] ?? "");
  return letters.join("").padEnd(Math.ceil(letters.length / 8) * 8, "=");
}

function groups85(text: string): number[][] {
  const bytes = [...Buffer.from(text)];
  const groups: number[][] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const four = [0, 1, 2, 3].map((next) => bytes[at + next] ?? 0);
    let value = four.reduce((sum, byte) => sum * 256 + byte, 0);
    const digits: number[] = [];
    for (let digit = 0; digit < 5; digit += 1) {
      digits.unshift(value % 85);
      value = Math.floor(value / 85);
    }
    groups.push(digits.slice(0, Math.min(4, bytes.length - at) + 1));
  }
  return groups;
}
export const ascii85 = (text: string) =>
  groups85(text)
    .map((digits) => String.fromCharCode(...digits.map((digit) => digit + 33)))
    .join("");
const LETTERS85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
export const base85 = (text: string) =>
  groups85(text)
    .map((digits) => digits.map((digit) => LETTERS85[digit] ?? "").join(""))
    .join("");
const LETTERS_Z85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
export const z85 = (text: string) =>
  groups85(text.padEnd(Math.ceil(Buffer.from(text).length / 4) * 4 - Buffer.from(text).length + text.length))
    .map((digits) => digits.map((digit) => LETTERS_Z85[digit] ?? "").join(""))
    .join("");

export function uuencode(text: string): string {
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  const sign = (six: number) => String.fromCharCode(six === 0 ? 0x60 : six + 32);
  for (let at = 0; at < bytes.length; at += 45) {
    const line = bytes.subarray(at, at + 45);
    let body = sign(line.length);
    for (let three = 0; three < line.length; three += 3) {
      const value = ((line[three] ?? 0) << 16) | ((line[three + 1] ?? 0) << 8) | (line[three + 2] ?? 0);
      for (const shift of [18, 12, 6, 0]) body += sign((value >> shift) & 63);
    }
    lines.push(body);
  }
  return `begin 644 list.txt\n${lines.join("\n")}\n\`\nend`;
}

export const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
export const circled = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => String.fromCodePoint(0x24d0 + letter.toLowerCase().charCodeAt(0) - 0x61));
export const mathBold = (text: string) =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 0x61));
export const regional = (text: string) =>
  text.replaceAll(/[A-Z]/g, (letter) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 0x41));
export const tags = (text: string) =>
  [...text].map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join("");
export const entities = (text: string) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join("");
export const braces = (text: string) =>
  [...text].map((sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join("");
export const bytesX = (text: string) =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
export const cyrillic = (text: string) =>
  text.replaceAll(/[aeopcx]/g, (letter) => "аеорсх"["aeopcx".indexOf(letter)] ?? letter);
export const greek = (text: string) =>
  text.replaceAll(/[aiouv]/g, (letter) => "αιουν"["aiouv".indexOf(letter)] ?? letter);
