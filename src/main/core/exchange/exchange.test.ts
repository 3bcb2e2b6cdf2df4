import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import { arbitraryLines, type BookLine } from "../testing/arbitraryLines.ts";
import { dumpText, loadObjects, makeTestFolder, openTestBook } from "../testing/openTestBook.ts";
import { loadFiles } from "./loadFiles.ts";
import { loadLines, type LoadCounts } from "./loadLines.ts";
import { readInterchange } from "./readLines.ts";

const HEADER = { type: "casebook", version: 1 };

function asFile(lines: readonly object[]): string {
  return [HEADER, ...lines].map((line) => JSON.stringify(line)).join("\n");
}

function load(session: BookSession, text: string) {
  const lines = readInterchange(text, "book.ndjson");
  return session.write("exchange.load", (db) => loadLines(db, lines, session.newId));
}

function auditRows(session: BookSession): unknown {
  return session.sqlite
    .prepare("select (select count(*) from audit_entries) as entries, (select count(*) from audit_changes) as changes")
    .get();
}

/** What a line means, written down apart from the program: fields that may be left out are filled in, sets are sorted. */
const EMPTY: Record<string, Record<string, unknown>> = {
  organization: { aliases: [], domains: [], persons: [], products: [], addresses: [], phones: [] },
  framework: { sizes: [] },
  report: { items: 1, observables: [] },
  sharing: { reports: [], recipients: [], approvals: [] },
};
const SETS = ["reports", "cases", "recipients"];
const MOMENTS = ["receivedAt", "occurredAt", "sharedAt", "at"];
const DROPPED_WHEN_EMPTY = ["body", "cases", "summary", "narrative", "techniques", "description"];

function meaning(value: unknown, field = ""): unknown {
  if (MOMENTS.includes(field)) return Date.parse(String(value));
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => meaning(item));
    return SETS.includes(field) ? items.sort() : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, meaning(inner, key)]));
}

function meaningOfLine(line: BookLine): string {
  const filled = Object.entries({ ...EMPTY[line.type], ...line }).filter(
    ([key, value]) =>
      !(DROPPED_WHEN_EMPTY.includes(key) && (value === "" || (Array.isArray(value) && value.length === 0))),
  );
  const { sizes, ...rest } = Object.fromEntries(filled);
  const sorted = Array.isArray(sizes)
    ? { sizes: [...sizes].sort((a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : 1)) }
    : {};
  return JSON.stringify(
    Object.entries(meaning({ ...rest, ...sorted }) as object).sort(([a], [b]) => (a < b ? -1 : 1)),
    (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
}

function meaningsOf(lines: readonly BookLine[]): string[] {
  return lines.map(meaningOfLine).sort();
}

test("what is loaded comes out again, field by field; its dump makes an equal book; loading twice changes nothing", () => {
  fc.assert(
    fc.property(arbitraryLines, (lines) => {
      const first = openTestBook();
      load(first.session, asFile(lines));
      const dumped = dumpText(first.session);
      const dumpedLines = dumped
        .split("\n")
        .slice(1)
        .map((line) => JSON.parse(line) as BookLine);
      expect(meaningsOf(dumpedLines)).toEqual(meaningsOf(lines));

      const second = openTestBook();
      load(second.session, dumped);
      expect(dumpText(second.session)).toBe(dumped);

      const before = auditRows(first.session);
      load(first.session, asFile(lines));
      load(first.session, dumped);
      expect(auditRows(first.session)).toEqual(before);
      first.session.close();
      second.session.close();
    }),
    { numRuns: 40 },
  );
}, 120_000);

const FIXTURES = join(import.meta.dirname, "../../../../test/fixtures/interchange");

function readFixture<T extends z.ZodType>(name: string, schema: T): z.output<T> {
  return schema.parse(JSON.parse(readFileSync(join(FIXTURES, name), "utf8")));
}

/** The sentence's parts of a refusal: `line N: field: what is wrong`. */
function refusalOf(work: () => unknown): Readonly<Record<string, string | number>> {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError && error.code === "exchange.invalid-line") return error.params;
    throw error;
  }
  throw new Error("nothing was refused");
}

const Refused = z.array(
  z.object({ name: z.string(), lines: z.array(z.string()), line: z.number(), field: z.string().optional() }),
);

describe("a wrong line is named, and nothing of the file is loaded", () => {
  test.each(readFixture("refused.json", Refused))("$name", ({ lines, line, field }) => {
    const { session } = openTestBook();
    const refusal = refusalOf(() => load(session, lines.join("\n")));
    expect(refusal).toMatchObject({ file: "book.ndjson", line });
    if (field !== undefined) expect(String(refusal.field)).toContain(field);
    expect(String(refusal.reason)).not.toBe("");
    expect(dumpText(session).split("\n")).toHaveLength(1);
    expect(auditRows(session)).toEqual({ entries: 0, changes: 0 });
  });

  const SIG = { type: "sig", id: "g", name: "電力", from: "2020-01-01" };
  const ORGANIZATION = { type: "organization", id: "o", name: "甲" };
  const REPORT = {
    type: "report",
    id: "r",
    receivedAt: "2022-10-01T00:00:00+09:00",
    provider: { outside: "丙" },
    channel: "mail",
    category: "bec",
    assessment: "benign",
    title: "件名",
  };
  test.each<[string, object, string]>([
    ["a moment without an offset", { ...REPORT, receivedAt: "2022-10-01T00:00:00" }, "receivedAt"],
    ["a moment that does not exist", { ...REPORT, receivedAt: "2022-02-30T00:00:00Z" }, "receivedAt"],
    ["two providers", { ...REPORT, provider: { organization: "o", outside: "x" } }, "provider"],
    ["no provider", { ...REPORT, provider: undefined }, "provider"],
    ["half an item", { ...REPORT, items: 0.5 }, "items"],
    ["no items", { ...REPORT, items: 0 }, "items"],
    ["items as text", { ...REPORT, items: "1" }, "items"],
    ["an unknown channel", { ...REPORT, channel: "fax" }, "channel"],
    [
      "an unknown role",
      { ...REPORT, observables: [{ kind: "url", value: "x", role: "friend" }] },
      "observables[0].role",
    ],
    ["a void without reason", { ...REPORT, void: { at: "2022-10-01T00:00:00Z" } }, "void.reason"],
    ["a case that is not there", { ...REPORT, cases: ["c"] }, "cases[0]"],
    ["an organisation that is not there", { ...REPORT, provider: { organization: "zz" } }, "provider.organization"],
    ["a framework that is not there", { ...REPORT, victim: { organization: "zz" } }, "victim.organization"],
    ["a TLP that is none", { ...REPORT, tlp: "TLP:PURPLE" }, "tlp"],
    ["half a character", { ...REPORT, title: "\ud800" }, "title"],
    ["a blank title", { ...REPORT, title: "\u3000" }, "title"],
    ["null for what may be left out", { ...REPORT, body: null }, "body"],
    ["a span that ends before it begins", { ...SIG, id: "h", to: "2019-12-31" }, "to"],
    ["a day that does not exist", { ...SIG, id: "h", from: "2021-02-29" }, "from"],
    ["a parent that is itself", { ...ORGANIZATION, id: "p", parent: "p" }, "parent"],
    ["a parent that is not there", { ...ORGANIZATION, id: "p", parent: "q" }, "parent"],
    ["a month that is none", { type: "campaign", id: "c", name: "n", since: "2017-13" }, "since"],
    [
      "a quarter that is none",
      { type: "published-figure", quarter: "2022Q5", figure: "shared", value: 1, source: "s" },
      "quarter",
    ],
    [
      "a figure that is none",
      { type: "published-figure", quarter: "2022Q1", figure: "sum", value: 1, source: "s" },
      "figure",
    ],
    [
      "a recipient that is not there",
      { type: "sharing", id: "s", origin: "hub", title: "t", tlp: "TLP:RED", state: "draft", recipients: ["x"] },
      "recipients[0]",
    ],
  ])("%s", (_, wrong, field) => {
    const { session } = openTestBook();
    const refusal = refusalOf(() => load(session, asFile([SIG, ORGANIZATION, wrong, REPORT])));
    expect(refusal).toMatchObject({ line: 4, field });
    expect(dumpText(session).split("\n")).toHaveLength(1);
  });
});

test("lines may come in any order, and all that was written comes back", () => {
  const { session } = openTestBook();
  const text = readFileSync(join(FIXTURES, "any-order.ndjson"), "utf8");
  const counts = load(session, text);
  const expected = readFixture("any-order.expected.json", z.object({ countsByType: z.record(z.string(), z.number()) }));
  expect(counts).toEqual(expected.countsByType);
  const written = text
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as BookLine);
  const dumped = dumpText(session)
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line) as BookLine);
  expect(meaningsOf(dumped)).toEqual(meaningsOf(written));
});

test("the same id again makes that record equal to the new line", () => {
  const { session } = openTestBook([
    { type: "organization", id: "o", name: "甲", aliases: ["コウ"], domains: ["a.example"] },
    { type: "case", id: "c", title: "案件", kind: "bec", openedAt: "2022-10-01", origin: "provided", summary: "前" },
    { type: "framework", id: "f", name: "枠", sizes: [{ from: "2020-01-01", label: "10 組織" }] },
  ]);
  loadObjects(session, [
    { type: "organization", id: "o", name: "乙", domains: ["b.example", "c.example"] },
    { type: "case", id: "c", title: "案件", kind: "bec", openedAt: "2022-10-01", origin: "hub" },
    { type: "framework", id: "f", name: "枠", sizes: [{ from: "2021-01-01", label: "11 組織" }] },
  ]);
  const [, organization, framework, changedCase] = dumpText(session).split("\n");
  expect(JSON.parse(organization ?? "")).toMatchObject({
    name: "乙",
    aliases: [],
    domains: ["b.example", "c.example"],
  });
  expect(JSON.parse(framework ?? "")).toMatchObject({ sizes: [{ from: "2021-01-01", label: "11 組織" }] });
  expect(JSON.parse(changedCase ?? "")).toEqual({
    type: "case",
    id: "c",
    title: "案件",
    kind: "bec",
    openedAt: "2022-10-01",
    origin: "hub",
  });
});

test("memberships, links and published figures are known by what they refer to", () => {
  const { session } = openTestBook([
    { type: "sig", id: "g", name: "電力", from: "2012-01-01" },
    { type: "organization", id: "o", name: "甲" },
    { type: "membership", organization: "o", sig: "g", from: "2012-04-01" },
    { type: "published-figure", quarter: "2015Q2", figure: "provided", value: 28, source: "2015Q2" },
  ]);
  loadObjects(session, [
    { type: "membership", organization: "o", sig: "g", from: "2012-04-01", to: "2020-03-31" },
    { type: "membership", organization: "o", sig: "g", from: "2021-04-01" },
    { type: "published-figure", quarter: "2015Q2", figure: "provided", value: 27, source: "2016Q1" },
  ]);
  const lines = dumpText(session)
    .split("\n")
    .map((line) => JSON.parse(line) as BookLine);
  expect(lines.filter(({ type }) => type === "membership")).toEqual([
    { type: "membership", organization: "o", sig: "g", from: "2012-04-01", to: "2020-03-31" },
    { type: "membership", organization: "o", sig: "g", from: "2021-04-01" },
  ]);
  expect(lines.filter(({ type }) => type === "published-figure")).toMatchObject([{ value: 27, source: "2016Q1" }]);
});

describe("files", () => {
  function loadTexts(session: BookSession, files: Record<string, string | Buffer>): LoadCounts {
    const folder = makeTestFolder();
    const paths = Object.entries(files).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    return loadFiles(session, paths);
  }
  const CSV = 'quarter,figure,value,source\r\n2022Q1,provided,51,"運用状況, 2022Q1"\r\n2022Q1,shared,29,s\r\n';

  test("figures come from CSV, with quotes, a byte order mark and Windows line ends", () => {
    const { session } = openTestBook();
    expect(loadTexts(session, { "f.csv": "\ufeff" + CSV })).toEqual({ "published-figure": 2 });
    expect(dumpText(session)).toContain('"value":51,"source":"運用状況, 2022Q1"');
  });

  test("files loaded together may refer to one another", () => {
    const { session } = openTestBook();
    const a = asFile([{ type: "membership", organization: "o", sig: "g", from: "2022-01-01" }]);
    const b = asFile([
      { type: "organization", id: "o", name: "甲" },
      { type: "sig", id: "g", name: "電力", from: "2012-01-01" },
    ]);
    expect(loadTexts(session, { "a.ndjson": a, "b.ndjson": b })).toEqual({ sig: 1, organization: 1, membership: 1 });
  });

  test.each([
    ["another header", "quarter,value\n2022Q1,1\n", 1, "header"],
    ["a row too short", `${CSV}2022Q2,provided,1\n`, 4, "line"],
    ["a value with a unit", `${CSV}2022Q2,provided,1件,s\n`, 4, "value"],
    ["a quarter that is none", `${CSV}2022Q9,provided,1,s\n`, 4, "quarter"],
    ["no rows and no header", "", 1, "header"],
  ])("CSV with %s is refused, and the good file beside it is not loaded", (_, text, line, field) => {
    const { session } = openTestBook();
    const good = asFile([{ type: "organization", id: "o", name: "甲" }]);
    expect(refusalOf(() => loadTexts(session, { "a.ndjson": good, "f.csv": text }))).toMatchObject({
      file: "f.csv",
      line,
      field,
    });
    expect(dumpText(session).split("\n")).toHaveLength(1);
  });

  test("what is no interchange file is refused by name", () => {
    const { session } = openTestBook();
    expect(() => loadTexts(session, { "a.txt": "x" })).toThrow(
      expect.objectContaining({ code: "exchange.unknown-format", params: { file: "a.txt" } }),
    );
    expect(refusalOf(() => loadTexts(session, { "a.ndjson": Buffer.from([0x83, 0x65, 0x0a]) }))).toMatchObject({
      line: 1,
    });
    expect(() => loadFiles(session, [join(makeTestFolder(), "none.ndjson")])).toThrow(
      expect.objectContaining({ code: "storage.not-found" }),
    );
    expect(() => loadFiles(session, [makeTestFolder()])).toThrow(AppError);
  });
});
