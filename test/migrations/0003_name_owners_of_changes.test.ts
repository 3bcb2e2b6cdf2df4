import { expect, test } from "vitest";
import { openDatabaseBefore } from "./openDatabaseBefore.ts";

test("0003: changes written before know the record that their row is a part of", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(3);
  const insert = sqlite.prepare(
    "insert into audit_changes (entry_id, table_name, row_id, before, after) values ('e', ?, ?, ?, ?)",
  );
  insert.run("reports", "r", null, `{"id":"r","title":"件名"}`);
  insert.run("report_observables", "o", null, `{"id":"o","report_id":"r","observable_id":"v"}`);
  insert.run("report_cases", "c", `{"id":"c","report_id":"r","case_id":"k"}`, null);
  insert.run("sharing_reports", "s", null, `{"id":"s","sharing_id":"h","report_id":"r"}`);
  migrateOne();
  expect(sqlite.prepare("select row_id, owner_id from audit_changes order by seq").raw().all()).toEqual([
    ["r", null],
    ["o", "r"],
    ["c", "r"],
    ["s", "h"],
  ]);
});
