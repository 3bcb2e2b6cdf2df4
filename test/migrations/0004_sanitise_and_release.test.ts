import { expect, test } from "vitest";
import { openDatabaseBefore } from "./openDatabaseBefore.ts";

test("0004: approvals keep what they said, as consents to share that are bound to no text", () => {
  const { sqlite, migrateOne } = openDatabaseBefore(4);
  sqlite.exec(`
    insert into organizations (id, external_id, name) values ('o', 'ORG-1', '甲');
    insert into sharings (id, external_id, origin, title, tlp, state) values ('s', 'S-1', 'provided', '件名', 'TLP:AMBER', 'approved');
    insert into approvals (id, sharing_id, organization_id, at, how, decision, conditions, position)
      values ('a', 's', 'o', 5, 'メール', 'conditional', 'SIG内に限る', 0);
    insert into sharing_recipients (id, sharing_id) values ('r', 's');
  `);
  migrateOne();
  expect(sqlite.prepare("select * from approvals").get()).toEqual({
    id: "a",
    sharing_id: "s",
    writeup_id: null,
    organization_id: "o",
    framework_id: null,
    outside: null,
    purpose: "share",
    at: 5,
    how: "メール",
    decision: "conditional",
    conditions: "SIG内に限る",
    terms: "[]",
    text_sha256: null,
    evidence_id: null,
    recorded_by: null,
    position: 0,
  });
  expect(sqlite.prepare("select excepted, organization_id from sharing_recipients").raw().all()).toEqual([[0, null]]);
  expect(sqlite.prepare("select withheld, pap from sharings").raw().all()).toEqual([["[]", null]]);
});
