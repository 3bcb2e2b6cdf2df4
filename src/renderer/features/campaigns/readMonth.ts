import { Month } from "#shared/contract/campaigns.ts";

/** Reads a month as typed: `2017-10`, `2017/10`, `2017年10月`, full-width digits too. Undefined when it is none. */
export function readMonth(text: string): string | undefined {
  const match = /^(\d{4})[-/.年]\s*(\d{1,2})月?$/.exec(text.normalize("NFKC").trim());
  const month = match === null ? "" : `${match[1] ?? ""}-${(match[2] ?? "").padStart(2, "0")}`;
  return Month.safeParse(month).success ? month : undefined;
}
