import { expect, test } from "vitest";
import { openDatabaseBefore } from "./openDatabaseBefore.ts";

test("0005: what was given out and asked stays as it was, without number, notice or list; everybody got the bulletin", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(5);
  sqlite.exec(`
    insert into organizations (id, external_id, name) values ('o', 'ORG-1', '甲');
    insert into sharings (id, external_id, origin, title, tlp, state) values ('s', 'S-1', 'hub', '件名', 'TLP:AMBER', 'shared');
    insert into sharings (id, external_id, origin, title, tlp, state) values ('t', 'S-2', 'hub', '件名', 'TLP:AMBER', 'shared');
    insert into sharing_issues (id, sharing_id, version, kind, at, by, text_sha256) values ('i', 's', 1, 'first', 5, '佐伯', 'ab');
    insert into sharing_deliveries (id, issue_id, organization_id) values ('d', 'i', 'o');
    insert into approval_requests (id, sharing_id, organization_id, text_sha256, title, body, at, by)
      values ('r', 's', 'o', 'ab', '件名', '本文', 5, '佐伯');
  `);
  migrateOne();
  expect(sqlite.prepare("select number, correction_note from sharings").raw().all()).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(sqlite.prepare("select version, title, notice_id from sharing_issues").raw().get()).toEqual([1, null, null]);
  expect(sqlite.prepare("select organization_id, part from sharing_deliveries").raw().get()).toEqual(["o", "bulletin"]);
  expect(sqlite.prepare("select body, enclosed from approval_requests").raw().get()).toEqual(["本文", ""]);
  sqlite.exec("update sharings set number = '2023-001' where id = 's'");
  expect(() => sqlite.exec("update sharings set number = '2023-001' where id = 't'")).toThrow(/UNIQUE/u);
});
