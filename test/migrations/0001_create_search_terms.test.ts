import { expect, test } from "vitest";
import { openDatabaseBefore, tablesOf } from "./openDatabaseBefore.ts";

test("0001: rows stay as they were, and there is an index of words beside them", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(1);
  sqlite.prepare("insert into sigs (id, external_id, name, from_day) values ('1', 'g', '電力', '2012-01-01')").run();
  expect(tablesOf(sqlite)).not.toContain("search_terms");
  migrateOne();
  expect(sqlite.prepare("select name from sigs").pluck().all()).toEqual(["電力"]);
  sqlite.prepare("insert into search_terms (rowid, title, summary, body) values (7, '8a506b3a 6b3a', '', '')").run();
  const find = sqlite.prepare("select rowid from search_terms where search_terms match ?").pluck();
  expect(find.all('"8a506b3a"')).toEqual([7]);
  expect(find.all('"6b3a" *')).toEqual([7]);
  sqlite.prepare("delete from search_terms where rowid = 7").run();
  expect(find.all('"8a506b3a"')).toEqual([]);
});
