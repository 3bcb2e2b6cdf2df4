import { expect, test } from "vitest";
import { openDatabaseBefore } from "./openDatabaseBefore.ts";

test("0002: reports stay as they were, and a quarter is counted from the index alone", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(2);
  sqlite
    .prepare(
      `insert into reports (id, external_id, received_at, provider_outside, channel, items, category, assessment, title)
       values ('1', 'r', 5, 'x', 'mail', 3, 'bec', 'benign', '件名')`,
    )
    .run();
  const count = "select sum(items) from reports INDEX where received_at >= 0 and received_at < 9 and void_at is null";
  const by = (index: string) => count.replace("INDEX", index === "" ? "" : `indexed by ${index}`);
  expect(() => sqlite.prepare(by("reports_counted"))).toThrow("no such index");
  expect(sqlite.prepare(by("")).pluck().get()).toBe(3);
  migrateOne();
  const plan = sqlite.prepare<[], { detail: string }>(`explain query plan ${by("reports_counted")}`).all();
  expect(plan[0]?.detail).toContain("COVERING INDEX reports_counted");
  expect(sqlite.prepare("select external_id, items, title from reports").get()).toEqual({
    external_id: "r",
    items: 3,
    title: "件名",
  });
  expect(sqlite.prepare(by("reports_counted")).pluck().get()).toBe(3);
});
