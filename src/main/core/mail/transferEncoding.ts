/** Content-Transfer-Encoding: the bytes of a part as they were before they were made fit for mail. */

/** @param encoding lower case; what is not known is taken as it is */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (encoding === "base64") return decodeBase64(body);
  if (encoding === "quoted-printable") return decodeQuotedPrintable(body);
  return body;
}

/** Some mailers pad every line; each padded piece is a unit of its own. */
function decodeBase64(body: Buffer): Buffer {
  const text = body.toString("latin1");
  const padding = text.search(/=[\s=]*[A-Za-z0-9+/]/);
  if (padding === -1) return Buffer.from(text, "base64");
  return Buffer.concat((text.match(/[^=]+=*/g) ?? []).map((unit) => Buffer.from(unit, "base64")));
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57;
  return -1;
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  let at = 0;
  while (at < body.length) {
    const byte = body[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      at += 1;
      continue;
    }
    const high = hexOf(body[at + 1]);
    const low = hexOf(body[at + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 3;
      continue;
    }
    const softBreak = endOfSoftBreak(body, at + 1);
    if (softBreak === -1) out[length++] = byte;
    at = softBreak === -1 ? at + 1 : softBreak;
  }
  return out.subarray(0, length);
}

/** @returns where the next line starts when only blanks stand between "=" and the line's end, else -1 */
function endOfSoftBreak(body: Buffer, from: number): number {
  let at = from;
  while (body[at] === 0x20 || body[at] === 0x09) at += 1;
  if (body[at] === 0x0d) at += 1;
  if (body[at] === 0x0a) return at + 1;
  return at >= body.length || body[at - 1] === 0x0d ? at : -1;
}

/** Lines of Base64 in mail are 76 characters, in a few old clients 72, 64 or 60. */
const FULL_LINE = 60;

/** How the Base64 of a part ends. `whole`: nothing speaks against it. */
export type Base64End = "whole" | "cut";

/**
 * Whether Base64 that ends with the file was cut. Whole Base64 ends with padding, or a line shorter than those before
 * it, or at least at a line's end; its length is a multiple of four.
 */
export function judgeBase64End(body: Buffer): Base64End {
  const text = body.toString("latin1");
  const data = text.replaceAll(/[^A-Za-z0-9+/=]/g, "");
  if (data === "") return "cut";
  if (data.endsWith("=") && data.length % 4 === 0) return "whole";
  if (data.length % 4 !== 0 || !/[\r\n]$/.test(text)) return "cut";
  const lines = text.trimEnd().split(/\r?\n/);
  const last = lines.at(-1)?.length ?? 0;
  return last >= (lines.at(-2)?.length ?? FULL_LINE) ? "cut" : "whole";
}

/** True when Base64 holds bytes that no mail client writes there: NULs, or 8-bit bytes. */
export function hasStrayBytes(body: Buffer): boolean {
  return body.some((byte) => byte === 0 || byte > 0x7f);
}
