import { describe, expect, test } from "vitest";
import { addReportsToCase, createCase, removeReportsFromCase } from "../cases/caseService.ts";
import { createReport, updateReport } from "../reports/reportService.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { findHistory } from "./auditRepository.ts";

describe("the history of a report", () => {
  const made = {
    receivedAt: Date.parse("2022-11-01T00:00:00Z"),
    provider: { kind: "outside" as const, name: "甲" },
    channel: "phone" as const,
    items: 1,
    category: "bec",
    assessment: "undetermined" as const,
    title: "電話",
    observables: [{ kind: "url", value: "http://kept.example", role: null }],
  };

  test("tells of its observables and cases, by what they were called, and of nothing that only moved", () => {
    const { session } = openTestBook();
    const report = session.write("reports.create", (db) => createReport(db, made, session.newId));
    const observables = [
      { kind: "url", value: "http://new.example", role: "attacker" as const },
      { kind: "url", value: "http://kept.example", role: null },
    ];
    session.write("reports.update", (db) => updateReport(db, report, { observables }, session.newId));
    const caseId = session.write("cases.create", (db) =>
      createCase(db, { title: "案件甲", kind: "bec", origin: "hub", openedAt: "2022-11-01" }, session.newId),
    );
    session.write("cases.addReports", (db) => addReportsToCase(db, caseId, [report], session.newId));
    session.write("cases.removeReports", (db) => removeReportsFromCase(db, caseId, [report]));
    session.write("reports.update", (db) => updateReport(db, report, { observables: [] }, session.newId));
    const [cleared, left, joined, added, created, ...none] = session.read((db) => findHistory(db, report));
    expect(cleared).toMatchObject({
      action: "reports.update",
      changes: expect.arrayContaining([
        { field: "observables", before: "http://kept.example", after: null },
        { field: "observables", before: "http://new.example", after: null },
      ]),
    });
    expect(left?.changes).toEqual([{ field: "cases", before: "案件甲", after: null }]);
    expect(joined?.changes).toEqual([{ field: "cases", before: null, after: "案件甲" }]);
    expect(added?.changes).toEqual([{ field: "observables", before: null, after: "http://new.example" }]);
    expect(created?.changes).toContainEqual({ field: "observables", before: null, after: "http://kept.example" });
    expect(created?.changes).toContainEqual({ field: "title", before: null, after: "電話" });
    expect(none).toEqual([]);
  });
});
