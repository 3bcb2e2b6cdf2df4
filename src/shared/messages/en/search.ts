import type { search as japanese } from "../ja/search.ts";
import { NO_BREAK } from "../numerals.ts";

export const search: typeof japanese = {
  placeholder: "Subject, text, observables (width, kana and defanging make no difference)",
  label: "Words to search for",
  total: (count, shown) => (count > shown ? `${shown} of ${count}` : `${count}${NO_BREAK}found`),
  columns: { type: "Type", title: "Title", snippet: "Where it matches", at: "Date" },
  all: "All",
  hint: 'Words apart must all occur; words in "" must occur exactly so.',
  nothing: (text) => `No record contains “${text}”`,
  nothingDetail: "Try shorter words, or another spelling.",
  start: "Type what to search for",
  observable: {
    title: "Observable",
    reports: (count) => `${count}${NO_BREAK}${count === 1 ? "report" : "reports"} with this value`,
  },
  listLabel: "Search results",
};
