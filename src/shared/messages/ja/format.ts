import { dayOf } from "../../domain/moment.ts";
import { monthsOf, partsOf, type Quarter } from "../../domain/quarter.ts";
import { bytesOf, clockOf, digitsOf, listMomentOf, NO_BREAK } from "../numerals.ts";

/** How dates, quarters and numbers are written in Japanese. Moments are epoch milliseconds, shown in JST. */
export const format = {
  /** `2022-12-08 14:05` */
  moment: listMomentOf,
  /** `14:05` */
  clock: clockOf,
  /** A day for prose, from `YYYY-MM-DD`: 2022 年 12 月 8 日, with no-break spaces. */
  day(day: string): string {
    const [year = "", month = "", date = ""] = day.split("-");
    return [year, "年", Number(month), "月", Number(date), "日"].join(NO_BREAK);
  },
  dayOfMoment(momentMs: number): string {
    return format.day(dayOf(momentMs));
  },
  /** 2022年10月～12月 */
  quarter(quarter: Quarter): string {
    const { first, last } = monthsOf(quarter);
    return `${partsOf(quarter).year}年${first}月～${last}月`;
  },
  /** Months of a quarter, under the year's own heading. */
  months(quarter: Quarter): string {
    const { first, last } = monthsOf(quarter);
    return `${first}月～${last}月`;
  },
  year(year: number): string {
    return `${year}年`;
  },
  /** 2017 年 10 月, from `YYYY-MM`. */
  month(month: string): string {
    const [year = "", number = ""] = month.split("-");
    return [year, "年", Number(number), "月"].join(NO_BREAK);
  },
  number: digitsOf,
  /** 26 件 */
  items(count: number): string {
    return `${digitsOf(count)}${NO_BREAK}件`;
  },
  bytes: bytesOf,
  /** Joins names in a sentence. */
  list(names: readonly string[]): string {
    return names.join("、");
  },
};
