import type { AuditEntry } from "#shared/contract/audit.ts";
import { defang } from "#shared/domain/defang.ts";
import type { Messages } from "#shared/messages/messages.ts";
import { categoryWord } from "./reportWords.ts";

type Change = AuditEntry["changes"][number];

/** Stored names of the fields whose change is told, and what the page calls them. */
const FACT_OF = {
  assessment: "assessment",
  category: "category",
  channel: "channel",
  items: "items",
  title: "title",
  received_at: "receivedAt",
  occurred_at: "occurredAt",
  not_shared: "notShared",
  tlp: "tlp",
  handling: "handling",
} as const;

const isTold = (field: string): field is keyof typeof FACT_OF => Object.hasOwn(FACT_OF, field);
const wordOf = (words: Readonly<Record<string, string>>, value: string) => words[value] ?? value;

function valueWords(field: keyof typeof FACT_OF, value: string | null, messages: Messages): string {
  const { vocabulary, format, reports } = messages;
  if (value === null || value === "") return reports.nothingWritten;
  if (field === "received_at" || field === "occurred_at") return format.moment(Number(value));
  if (field === "category") return categoryWord(value, messages);
  if (field === "assessment") return wordOf(vocabulary.assessment, value);
  if (field === "channel") return wordOf(vocabulary.channel, value);
  return field === "not_shared" ? wordOf(vocabulary.notShared, value) : value;
}

function describeChange(change: Change, messages: Messages): string[] {
  const { reports, vocabulary } = messages;
  const { field, before, after } = change;
  const part = nameOfPart(field, messages);
  if (part !== undefined) return describePart(part, change, messages);
  if (field === "role") {
    const role = (value: string | null) =>
      value === null ? reports.nothingWritten : wordOf(vocabulary.observableRole, value);
    return [reports.change(reports.observables.columns.role, role(before), role(after))];
  }
  if (field === "void_reason") return after === null ? [] : [reports.voidedBecause(after)];
  if (field === "body") return [reports.changedText(reports.facts.body)];
  if (!isTold(field)) return [];
  const words = (value: string | null) => valueWords(field, value, messages);
  return [reports.change(reports.facts[FACT_OF[field]], words(before), words(after))];
}

/** Parts of a report that come and go whole, and what the page calls them. */
function nameOfPart(field: string, { reports }: Messages): string | undefined {
  if (field === "observables") return reports.observables.title;
  if (field === "cases") return reports.facts.cases;
  return field === "evidence" ? reports.files.title : undefined;
}

/** The history knows an observable by its value alone. */
function kindByForm(value: string): string {
  if (value.includes("://")) return "url";
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return "email-addr";
  return /^[\w-]+(?:\.[\w-]+)+$/.test(value) ? "domain-name" : "";
}

function describePart(name: string, { field, before, after }: Change, { reports }: Messages): string[] {
  const words = (value: string | null) => {
    if (value === null) return reports.nothingWritten;
    return field === "observables" ? defang(kindByForm(value), value) : value;
  };
  return [reports.change(name, words(before), words(after))];
}

/** What a change to a report changed, in the words of its page. What it began with is not told. */
export function describeChanges(entry: AuditEntry, messages: Messages): string[] {
  const facts = entry.changes.filter(({ field }) => nameOfPart(field, messages) === undefined);
  if (facts.every(({ before }) => before === null) && facts.length > 3) return [];
  return entry.changes.flatMap((change) => describeChange(change, messages));
}
