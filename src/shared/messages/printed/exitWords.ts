import type { Quarter } from "../../domain/quarter.ts";
import { hubWords } from "./quarterWords.ts";
import { textWords } from "./textWords.ts";

/** Names of files that leave: who, what, when, and a number within the day; never of a title, which could tell. */
export const exitWords = {
  fileName: (kind: keyof typeof textWords.kind, day: string, number: number, copy: boolean, ending: string) =>
    `${hubWords.scheme}_${textWords.kind[kind]}_${day.replaceAll("-", "")}-${number}${copy ? `_${textWords.stamp}` : ""}.${ending}`,
  reportName: (quarter: Quarter) => `${hubWords.scheme}_${quarter}`,
} as const;
