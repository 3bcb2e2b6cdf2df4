import type { campaigns as japanese } from "../ja/campaigns.ts";
import { NO_BREAK } from "../numerals.ts";

const counted = (count: number, one: string, many: string) => `${count}${NO_BREAK}${count === 1 ? one : many}`;

export const campaigns: typeof japanese = {
  listLabel: "Campaigns",
  columns: { name: "Name", since: "Since", cases: "Cases", strip: "Seen by quarter" },
  since: (month) => `since ${month}`,
  caseCount: (count) => counted(count, "case", "cases"),
  empty: "There are no campaigns yet. A campaign gathers cases of the same pattern over years.",
  create: "New campaign",
  createReading: "campaign new create",
  createButton: "Make this campaign",
  edit: "Edit name and description",
  save: "Save",
  fields: { name: "Name", since: "First month", description: "Description", externalId: "Id" },
  nameMissing: "Write a name.",
  monthUnknown: (text) => `“${text}” cannot be read as a month: write it as 2017-10.`,
  monthHint: "as 2017-10",
  noDescription: "There is no description yet.",
  stripLabel: (name) => `“${name}” by quarter`,
  seen: (quarter, cases, items) =>
    `${quarter}: seen (${counted(cases, "case", "cases")}, ${counted(items, "report", "reports")})`,
  silent: (quarter) => `${quarter}: not seen`,
  seenMark: "■ seen (height: reports)",
  silentMark: "□ not seen",
  summary: (seen, total) => `seen in ${seen} of ${counted(total, "quarter", "quarters")}`,
  cases: "Cases",
  casesIn: (quarter) => `Cases of ${quarter}`,
  noCasesIn: (quarter) => `No case was opened in ${quarter}.`,
  noCases: "No case is in this campaign yet. Choose it on the page of a case.",
  allQuarters: "All quarters",
  choose: "Choose one from the list to see it here.",
};
