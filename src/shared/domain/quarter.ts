import { z } from "zod";
import { dayOf, JST_OFFSET_MS, startOfDay } from "./moment.ts";

/** A calendar quarter in Asia/Tokyo (product.md, counting rule 1), written `2022Q4`. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

const QUARTER = /^(\d{4})Q([1-4])$/;

export function isQuarter(text: string): text is Quarter {
  return QUARTER.test(text);
}

export const Quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

/** The year and the number 1…4 of a quarter. */
export function partsOf(quarter: Quarter): { year: number; number: number } {
  return { year: Number(quarter.slice(0, 4)), number: Number(quarter.slice(5)) };
}

function fromIndex(index: number): Quarter {
  return `${String(Math.floor(index / 4)).padStart(4, "0")}Q${(index % 4) + 1}` as Quarter;
}

function indexOf(quarter: Quarter): number {
  const { year, number } = partsOf(quarter);
  return year * 4 + number - 1;
}

/** The quarter `count` quarters later (earlier when negative). */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  return fromIndex(indexOf(quarter) + count);
}

/** How many quarters `to` lies after `from`. */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return indexOf(to) - indexOf(from);
}

/** The quarter and the `count - 1` before it, oldest first: the columns of table 1. */
export function columnsEndingIn(quarter: Quarter, count = 4): Quarter[] {
  return Array.from({ length: count }, (_, position) => addQuarters(quarter, position - count + 1));
}

/** The quarter that holds a moment (epoch ms) in Tokyo. */
export function quarterOf(momentMs: number): Quarter {
  const local = new Date(momentMs + JST_OFFSET_MS);
  return fromIndex(local.getUTCFullYear() * 4 + Math.floor(local.getUTCMonth() / 3));
}

/** The quarter that holds a day (`YYYY-MM-DD`) or month (`YYYY-MM`). */
export function quarterOfDay(day: string): Quarter {
  return fromIndex(Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3));
}

/** Half-open span of a quarter in epoch milliseconds. */
export function spanOf(quarter: Quarter): { fromMs: number; untilMs: number } {
  return { fromMs: startOfDay(firstDayOf(quarter)), untilMs: startOfDay(firstDayOf(addQuarters(quarter, 1))) };
}

export function firstDayOf(quarter: Quarter): string {
  const { year, number } = partsOf(quarter);
  return `${String(year).padStart(4, "0")}-${String(number * 3 - 2).padStart(2, "0")}-01`;
}

/** The day as of which the structure is counted (rule 5). */
export function lastDayOf(quarter: Quarter): string {
  return dayOf(spanOf(quarter).untilMs - 1);
}

/** First and last month, 1…12. */
export function monthsOf(quarter: Quarter): { first: number; last: number } {
  const { number } = partsOf(quarter);
  return { first: number * 3 - 2, last: number * 3 };
}
