import { readTypedMoment } from "#shared/messages/numerals.ts";

/** Reads a day as typed: `2022-12-08`, `2022/12/8`, `2022年12月8日`, full-width digits too. Undefined when it is none. */
export function readDay(text: string): string | undefined {
  return readTypedMoment(text)?.slice(0, 10);
}
