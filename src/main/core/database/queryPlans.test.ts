import type Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { EVERY_REPORT } from "#shared/contract/reports.ts";
import { Quarter } from "#shared/domain/quarter.ts";
import { findHistory } from "../audit/auditRepository.ts";
import { findCases } from "../cases/caseRepository.ts";
import { figureRecords } from "../quarters/figureRecords.ts";
import { quarterFigures, quarterTrend } from "../quarters/quarterFigures.ts";
import { findLatestMoment } from "../quarters/quarterRepository.ts";
import { findReport, findReports } from "../reports/reportRepository.ts";
import { findObservable } from "../search/searchRepository.ts";
import { search } from "../search/searchService.ts";
import { findSharings } from "../sharings/sharingRepository.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import type { ReadableDb } from "./handles.ts";

/** Tables that grow with the years; a step over all rows of one must be meant. */
const BIG = ["reports", "observables", "report_observables", "cases", "sharings", "audit_changes", "search_entries"];

/** The steps of every query that `ask` makes, as SQLite plans them. */
function plansOf(ask: (db: ReadableDb) => unknown): string[] {
  const { session } = openTestBook();
  const asked: string[] = [];
  const { sqlite } = session;
  const prepare: Database.Database["prepare"] = sqlite.prepare.bind(sqlite);
  sqlite.prepare = (source: string) => {
    asked.push(source);
    return prepare(source);
  };
  session.read(ask);
  return [...new Set(asked)]
    .filter((source) => /^\s*(select|with)/i.test(source))
    .flatMap((source) => {
      const parameters = source.replace(/'[^']*'|"[^"]*"/g, "").match(/\?/g)?.length ?? 0;
      return prepare<null[], { detail: string }>(`explain query plan ${source}`)
        .all(...Array.from({ length: parameters }, () => null))
        .map(({ detail }) => detail);
    });
}

/** Steps that look at every row of a big table itself; over an index alone is a step too, but a cheap one. */
function scansOf(plan: readonly string[]): string[] {
  return plan.filter((step) => {
    const [, table, how = ""] = /^SCAN (\w+)(.*)$/.exec(step) ?? [];
    return table !== undefined && BIG.includes(table) && !how.includes("INDEX");
  });
}

const Q4 = Quarter.parse("2022Q4");
const ID = "01900000-0000-7000-8000-000000000001";
const NEWEST = { sort: { by: "receivedAt", descending: true }, offset: 0, limit: 100 } as const;

describe("no list and no search looks at every row of a big table", () => {
  test.each<[string, (db: ReadableDb) => unknown]>([
    ["reports, newest first", (db) => findReports(db, { filter: EVERY_REPORT, ...NEWEST })],
    [
      "reports of a quarter",
      (db) => findReports(db, { filter: { ...EVERY_REPORT, quarter: Q4, standing: "counted" }, ...NEWEST }),
    ],
    ["reports that hold a text", (db) => findReports(db, { filter: { ...EVERY_REPORT, text: "詐欺" }, ...NEWEST })],
    ["one report", (db) => findReport(db, ID)],
    [
      "cases, newest first",
      (db) =>
        findCases(db, {
          filter: { quarter: null, origin: null, campaignId: null, text: "" },
          sort: { by: "openedAt", descending: true },
          offset: 0,
          limit: 100,
        }),
    ],
    [
      "cases of a quarter that hold a text",
      (db) =>
        findCases(db, {
          filter: { quarter: Q4, origin: null, campaignId: null, text: "詐欺" },
          sort: { by: "openedAt", descending: true },
          offset: 0,
          limit: 100,
        }),
    ],
    [
      "sharings of a quarter",
      (db) => findSharings(db, { filter: { quarter: Q4, origin: null, states: [] }, offset: 0, limit: 100 }),
    ],
    ["the table of a quarter", (db) => quarterFigures(db, Q4)],
    ["the trend", (db) => quarterTrend(db, Q4, 12)],
    ["records behind a number", (db) => figureRecords(db, Q4, "targeted", null)],
    ["the latest moment", findLatestMoment],
    ["search", (db) => search(db, { text: "詐欺 メール", types: [], limit: 50 })],
    ["search among reports", (db) => search(db, { text: "詐", types: ["report"], limit: 50 })],
    ["reports with an observable", (db) => findObservable(db, ID)],
    ["the history of a record", (db) => findHistory(db, ID)],
  ])("%s", (_, ask) => {
    const plan = plansOf(ask);
    expect(scansOf(plan)).toEqual([]);
  });

  test("reports, newest first, need no sorting", () => {
    expect(plansOf((db) => findReports(db, { filter: EVERY_REPORT, ...NEWEST })).join("\n")).not.toContain(
      "TEMP B-TREE",
    );
    expect(
      plansOf((db) => findReports(db, { filter: { ...EVERY_REPORT, quarter: Q4 }, ...NEWEST })).join("\n"),
    ).not.toContain("TEMP B-TREE");
  });

  test("the rule finds a scan", () => {
    expect(scansOf(plansOf((db) => db.raw.prepare("select * from reports where body = ?").all("x")))).toEqual([
      "SCAN reports",
    ]);
  });
});
