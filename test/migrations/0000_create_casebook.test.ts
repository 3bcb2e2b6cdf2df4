import { expect, test } from "vitest";
import { openDatabaseBefore, tablesOf } from "./openDatabaseBefore.ts";

test("0000: an empty file becomes a casebook with a table for everything in the interchange format", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(0);
  expect(tablesOf(sqlite)).toEqual([]);
  migrateOne();
  expect(tablesOf(sqlite)).toEqual(
    expect.arrayContaining([
      "sigs",
      "organizations",
      "memberships",
      "frameworks",
      "framework_sizes",
      "reports",
      "observables",
      "campaigns",
      "cases",
      "links",
      "sharings",
      "approvals",
      "sightings",
      "published_figures",
      "reference_documents",
      "quarter_freezes",
      "figure_revisions",
      "artifacts",
      "artifact_chunks",
      "audit_entries",
      "audit_changes",
    ]),
  );
  sqlite.prepare("insert into sigs (id, external_id, name, from_day) values ('1', 'g', '電力', '2012-01-01')").run();
  expect(() =>
    sqlite.prepare("insert into sigs (id, external_id, name, from_day) values ('2', 'g', '水道', '2012-01-01')").run(),
  ).toThrow("UNIQUE");
  expect(() =>
    sqlite.prepare("insert into memberships (id, organization_id, sig_id, from_day) values ('3', 'none', '1', 'x')").run(),
  ).toThrow("FOREIGN KEY");
});
