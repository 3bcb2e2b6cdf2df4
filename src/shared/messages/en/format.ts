import { dayOf } from "../../domain/moment.ts";
import { monthsOf, partsOf } from "../../domain/quarter.ts";
import type { format as japanese } from "../ja/format.ts";
import { bytesOf, clockOf, digitsOf, listMomentOf, NO_BREAK } from "../numerals.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const monthName = (number: number) => MONTHS[number - 1] ?? "";

export const format: typeof japanese = {
  moment: listMomentOf,
  clock: clockOf,
  day(day) {
    const [year = "", month = "", date = ""] = day.split("-");
    return [Number(date), monthName(Number(month)), year].join(NO_BREAK);
  },
  dayOfMoment(momentMs) {
    return format.day(dayOf(momentMs));
  },
  quarter(quarter) {
    return `${format.months(quarter)} ${partsOf(quarter).year}`;
  },
  months(quarter) {
    const { first, last } = monthsOf(quarter);
    return `${monthName(first).slice(0, 3)}–${monthName(last).slice(0, 3)}`;
  },
  year(year) {
    return String(year);
  },
  month(month) {
    const [year = "", number = ""] = month.split("-");
    return `${monthName(Number(number))}${NO_BREAK}${year}`;
  },
  number: digitsOf,
  items(count) {
    return `${digitsOf(count)}${NO_BREAK}${count === 1 ? "item" : "items"}`;
  },
  bytes: bytesOf,
  list(names) {
    return names.join(", ");
  },
};
