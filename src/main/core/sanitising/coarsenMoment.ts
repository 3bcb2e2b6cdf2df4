/** A day, exact: the era or year as written (`2022年`, `令和4年`, "" where the text gives none). */
export type ExactDay = { year: string; month: number; day: number };

const partOfMonth = (day: number) => (day <= 10 ? "上旬" : day <= 20 ? "中旬" : "下旬");

/** 2022年12月上旬 · 2022年12月 · 2022年12月時点. */
export function coarsenDay({ year, month, day }: ExactDay): string[] {
  const wholeMonth = `${year}${month}月`;
  return [`${wholeMonth}${partOfMonth(day)}`, wholeMonth, ...(year === "" ? [] : [`${wholeMonth}時点`])];
}

/** A day whose month the text told before: 上旬. */
export const coarsenDayAlone = (day: number): string[] => [partOfMonth(day)];

/** An hour and its minutes: 14時台 · 14時半頃 · 午後. `half` is 午前 or 午後 where the text says so. */
export function coarsenTime(hour: number, minute: number, half: string): string[] {
  const about = minute < 15 ? `${hour}時頃` : minute <= 45 ? `${hour}時半頃` : `${hour + 1}時頃`;
  const partOfDay = half === "" ? [hour < 12 ? "午前" : "午後"] : [half];
  return [`${half}${hour}時台`, `${half}${about}`, ...partOfDay];
}
