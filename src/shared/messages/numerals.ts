import { writeMoment } from "../domain/moment.ts";

/** Between a figure and its unit, so that a line never ends between them. */
export const NO_BREAK = "\u00a0";

/** `1,234,567`; a negative number has a true minus sign. */
export function digitsOf(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return value < 0 ? `\u2212${digits}` : digits;
}

/** `2022-12-08 14:05`, Japanese time. */
export function listMomentOf(momentMs: number): string {
  return writeMoment(momentMs).slice(0, 16).replace("T", " ");
}

/** `14:05`, Japanese time. */
export function clockOf(momentMs: number): string {
  return writeMoment(momentMs).slice(11, 16);
}

const BYTE_UNITS = ["KB", "MB", "GB"];

/** `512 B`, `14.2 KB`, `3.0 MB`, in steps of 1,024. */
export function bytesOf(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes}${NO_BREAK}B`;
  let size = sizeBytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < BYTE_UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(1)}${NO_BREAK}${BYTE_UNITS[unit] ?? ""}`;
}

/** Reads a whole number as typed: full-width digits and thousands commas are accepted; undefined when it is none. */
export function readWholeNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  return /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}

/**
 * Reads a moment in Japanese time as typed into a field: `2022-12-08 14:05`, `2022/12/8 9:05`, `20221208 1405`, or
 * without a time (00:00); full-width characters and 年月日時分 are accepted.
 * @returns the moment in RFC 3339, or undefined when it is none.
 */
export function readTypedMoment(text: string): string | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[年月/.]/g, "-")
    .replace(/[日Tt]/g, " ")
    .replace(/時/g, ":")
    .replace(/分/g, "")
    .trim();
  const match =
    /^(\d{4})-\s*(\d{1,2})-\s*(\d{1,2})(?:\s+(\d{1,2}):\s*(\d{0,2}))?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2}):?(\d{2}))?$/.exec(plain);
  if (!match) return undefined;
  const [, year = "", month = "", day = "", hour = "0", minute = "0"] = match;
  const two = (part: string) => part.padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00+09:00`;
}
