import { z } from "zod";

/**
 * A moment is milliseconds since the epoch inside the program, and RFC 3339 with an offset outside it.
 * A day is `YYYY-MM-DD` in Asia/Tokyo, which has had no daylight saving since 1951: the offset is a constant.
 */
export const JST_OFFSET_MS = 9 * 60 * 60 * 1000;
export const DAY_MS = 24 * 60 * 60 * 1000;

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|z|[+-]\d{2}:\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @returns epoch milliseconds, or undefined when the text is no RFC 3339 moment that exists. */
export function readMoment(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", offset = "Z"] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || !isDay(`${year}-${month}-${day}`)) {
    return undefined;
  }
  const zone = offset.toUpperCase() === "Z" ? "+00:00" : offset;
  if (Number(zone.slice(1, 3)) > 23 || Number(zone.slice(4)) > 59) return undefined;
  const millis = fraction.slice(0, 3).padEnd(3, "0");
  const value = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${zone}`);
  return Number.isNaN(value) || !isWritable(value) ? undefined : value;
}

/** RFC 3339 has four digits for the year, in Tokyo too. */
function isWritable(momentMs: number): boolean {
  const year = new Date(momentMs + JST_OFFSET_MS).getUTCFullYear();
  return year >= 0 && year <= 9999;
}

/** RFC 3339 in Japanese time: `2022-12-08T14:05:00+09:00`; milliseconds only when there are any. */
export function writeMoment(momentMs: number): string {
  const text = new Date(momentMs + JST_OFFSET_MS).toISOString().slice(0, -1);
  return `${text.endsWith(".000") ? text.slice(0, -4) : text}+09:00`;
}

/** The day in Tokyo that holds a moment. */
export function dayOf(momentMs: number): string {
  return new Date(momentMs + JST_OFFSET_MS).toISOString().slice(0, 10);
}

/** First millisecond of a day in Tokyo. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+09:00`);
}

export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export const Day = z.string().refine(isDay);
export const MomentMs = z.number().int();
