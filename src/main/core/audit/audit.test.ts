import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createCase,
  addReportsToCase,
  createCaseFromReports,
  removeReportsFromCase,
  updateCase,
} from "../cases/caseService.ts";
import { createCampaign, updateCampaign } from "../campaigns/campaignService.ts";
import type { BookSession } from "../database/bookSession.ts";
import { importFile } from "../intake/importFile.ts";
import { readRosterIndex } from "../intake/importMail.ts";
import { createLink, removeLink } from "../links/linkService.ts";
import { freezeQuarter } from "../quarters/freezeQuarter.ts";
import {
  assessReports,
  createReport,
  makeReportValid,
  makeReportVoid,
  updateReport,
} from "../reports/reportService.ts";
import { dumpText, loadObjects, openTestBook } from "../testing/openTestBook.ts";
import { checkAuditChain } from "./auditChain.ts";
import { checkRecords } from "./checkRecords.ts";
import { takeBackEntry, undoState } from "./undo.ts";
import { Quarter } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";

const ROSTER = [
  { type: "organization", id: "o", name: "甲" },
  { type: "framework", id: "f", name: "枠", sizes: [] },
];

function idsOf(session: BookSession, table: string): string[] {
  return session.sqlite.prepare<[], string>(`select id from ${table} order by id`).pluck().all();
}

/** One of them, by a number that fast-check drew; undefined when there is none. */
function pick(ids: readonly string[], number: number): string | undefined {
  return ids[number % Math.max(1, ids.length)];
}

/** A command that is always possible, or does nothing when what it needs is not there. */
type Step = { name: string; run(session: BookSession, a: number, b: number): void };

const STEPS: Step[] = [
  {
    name: "reports.create",
    run: (session, a) =>
      void session.write("reports.create", (db) =>
        createReport(
          db,
          {
            receivedAt: Date.parse("2022-11-01T00:00:00Z") + a * 1000,
            provider: { kind: "outside", name: `提供者${a}` },
            channel: "phone",
            items: (a % 5) + 1,
            category: "bec",
            assessment: "undetermined",
            title: `電話 ${a}`,
            observables: [{ kind: "url", value: `http://${a % 3}.example`, role: null }],
          },
          session.newId,
        ),
      ),
  },
  {
    name: "reports.update",
    run(session, a, b) {
      const id = pick(idsOf(session, "reports"), a);
      if (id === undefined) return;
      const observables = [{ kind: "url", value: `http://${b % 4}.example`, role: "attacker" as const }];
      session.write("reports.update", (db) => updateReport(db, id, { title: `改 ${b}`, observables }, session.newId));
    },
  },
  {
    name: "reports.assess",
    run(session, a, b) {
      const ids = idsOf(session, "reports").filter((_, position) => (a >> (position % 8)) % 2 === 0);
      if (ids.length === 0) return;
      session.write("reports.assess", (db) => assessReports(db, ids, b % 2 === 0 ? "targeted" : "benign"));
    },
  },
  {
    name: "reports.makeVoid",
    run(session, a, b) {
      const id = pick(idsOf(session, "reports"), a);
      if (id === undefined) return;
      session.write("reports.makeVoid", (db) => {
        if (b % 3 === 0) makeReportValid(db, id);
        else makeReportVoid(db, id, "二重登録", session.now());
      });
    },
  },
  {
    name: "cases.create",
    run: (session, a) =>
      void session.write("cases.create", (db) =>
        createCase(db, { title: `案件 ${a}`, kind: "bec", origin: "hub", openedAt: "2022-11-01" }, session.newId),
      ),
  },
  {
    name: "cases.createFromReports",
    run(session, a) {
      const id = pick(idsOf(session, "reports"), a);
      if (id === undefined) return;
      session.write("cases.createFromReports", (db) => createCaseFromReports(db, { reportIds: [id] }, session.newId));
    },
  },
  {
    name: "cases.update",
    run(session, a, b) {
      const id = pick(idsOf(session, "cases"), a);
      const campaignId = pick(idsOf(session, "campaigns"), b) ?? null;
      if (id === undefined) return;
      session.write("cases.update", (db) => updateCase(db, id, { narrative: `本文 ${b}`, campaignId }));
    },
  },
  {
    name: "cases.addReports",
    run(session, a, b) {
      const [caseId, reportId] = [pick(idsOf(session, "cases"), a), pick(idsOf(session, "reports"), b)];
      if (caseId === undefined || reportId === undefined) return;
      session.write("cases.addReports", (db) => addReportsToCase(db, caseId, [reportId], session.newId));
    },
  },
  {
    name: "cases.removeReports",
    run(session, a, b) {
      const [caseId, reportId] = [pick(idsOf(session, "cases"), a), pick(idsOf(session, "reports"), b)];
      if (caseId === undefined || reportId === undefined) return;
      session.write("cases.removeReports", (db) => removeReportsFromCase(db, caseId, [reportId]));
    },
  },
  {
    name: "links.create",
    run(session, a, b) {
      const [fromId, toId] = [pick(idsOf(session, "cases"), a), pick(idsOf(session, "cases"), b)];
      if (fromId === undefined || toId === undefined || fromId === toId) return;
      try {
        session.write("links.create", (db) =>
          createLink(
            db,
            { fromId, toId, relation: "similar-to", rationale: "同じ送信元", confidence: null },
            session.newId,
          ),
        );
      } catch (error) {
        if (!(error instanceof AppError && error.code === "links.exists")) throw error;
      }
    },
  },
  {
    name: "links.remove",
    run(session, a) {
      const id = pick(idsOf(session, "links"), a);
      if (id !== undefined) session.write("links.remove", (db) => removeLink(db, id));
    },
  },
  {
    name: "campaigns.create",
    run: (session, a) =>
      void session.write("campaigns.create", (db) =>
        createCampaign(db, { name: `一連 ${a}`, since: "2017-10" }, session.newId),
      ),
  },
  {
    name: "campaigns.update",
    run(session, a, b) {
      const id = pick(idsOf(session, "campaigns"), a);
      if (id !== undefined) session.write("campaigns.update", (db) => updateCampaign(db, id, { description: `${b}` }));
    },
  },
  {
    name: "exchange.load",
    run: (session, a, b) =>
      void loadObjects(session, [
        { type: "organization", id: `n${a % 3}`, name: `組織 ${b}` },
        {
          type: "report",
          id: `l${a % 3}`,
          receivedAt: "2022-10-01T00:00:00Z",
          provider: { organization: `n${a % 3}` },
          channel: "mail",
          category: "bec",
          assessment: "benign",
          title: `取込 ${b}`,
          items: (b % 9) + 1,
        },
      ]),
  },
];

const MAIL = readFileSync(join(import.meta.dirname, "../sample/mails/02-rfq-forward-utf8.eml"));

STEPS.push({
  name: "intake.importFile",
  run(session, a) {
    const bytes = Buffer.concat([Buffer.from(`X-Number: ${a % 4}\r\n`), MAIL]);
    const receipts = [...importFile(session, readRosterIndex(session), { fileName: `${a}.eml`, bytes })];
    expect(receipts.map(({ status }) => status)).not.toContain("failed");
  },
});

function undoAll(session: BookSession): number {
  let count = 0;
  for (let { undo } = undoState(session.journal); undo; { undo } = undoState(session.journal)) {
    takeBackEntry(session, undo, "audit.undo");
    count += 1;
  }
  return count;
}

function redoAll(session: BookSession): number {
  let count = 0;
  for (let { redo } = undoState(session.journal); redo; { redo } = undoState(session.journal)) {
    takeBackEntry(session, redo, "audit.redo");
    count += 1;
  }
  return count;
}

/** Every row of every table that is no audit, as text; the bytes of files stay until the book is closed. */
function rowsOf(session: BookSession): string {
  const tables = session.sqlite
    .prepare<[], string>(
      "select name from sqlite_master where type = 'table' and name not like 'audit_%' and name not like 'sqlite_%' and name not like 'search_%' and name not like 'artifact%' order by name",
    )
    .pluck()
    .all();
  return tables
    .map((table) => `${table}\n${JSON.stringify(session.sqlite.prepare(`select * from ${table} order by 1`).all())}`)
    .join("\n");
}

const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat(200), fc.nat(200));

describe("undo and redo", () => {
  test("after any commands, undoing all gives the book before them, redoing all gives the book after them", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), fc.boolean(), (steps, isFrozen) => {
        const { session } = openTestBook();
        loadObjects(session, ROSTER);
        if (isFrozen) {
          session.write("quarters.freeze", (db) =>
            freezeQuarter(db, Quarter.parse("2022Q4"), {
              by: "x",
              nowMs: session.now(),
              acceptUndetermined: true,
              newId: session.newId,
            }),
          );
        }
        // What was loaded or frozen first stays: only the steps are undone.
        const first = session.journal.length;
        const before = rowsOf(session);
        for (const [{ run }, a, b] of steps) run(session, a, b);
        const after = rowsOf(session);
        const done = session.journal.length - first;
        let undone = 0;
        for (; undone < done; undone += 1) {
          const { undo } = undoState(session.journal);
          if (!undo) throw new Error("nothing to undo");
          takeBackEntry(session, undo, "audit.undo");
        }
        expect(rowsOf(session)).toBe(before);
        expect(redoAll(session)).toBe(done);
        expect(rowsOf(session)).toBe(after);
        expect([...session.read(checkAuditChain), ...session.read(checkRecords)]).toEqual([]);
        session.close();
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  function bookWithTwoReports() {
    const { session } = openTestBook();
    loadObjects(session, ROSTER);
    STEPS[0]?.run(session, 1, 0);
    STEPS[0]?.run(session, 2, 0);
    return session;
  }

  test("a new command ends what could be done again", () => {
    const session = bookWithTwoReports();
    const { undo } = undoState(session.journal);
    if (undo) takeBackEntry(session, undo, "audit.undo");
    expect(undoState(session.journal).redo).not.toBeNull();
    STEPS[0]?.run(session, 3, 0);
    expect(undoState(session.journal).redo).toBeNull();
  });

  test("what was changed again since is not overwritten", () => {
    const session = bookWithTwoReports();
    const [, , second] = session.journal;
    if (!second) throw new Error("two reports");
    session.write("reports.update", (db) =>
      updateReport(db, idsOf(session, "reports")[1] ?? "", { title: "手直し" }, session.newId),
    );
    const before = dumpText(session);
    expect(() => takeBackEntry(session, second, "audit.undo")).toThrow(
      expect.objectContaining({ code: "undo.conflict" }),
    );
    expect(dumpText(session)).toBe(before);
    expect(undoAll(session)).toBe(4);
  });

  test("a frozen quarter is not thawed by undo", () => {
    const session = bookWithTwoReports();
    session.write("quarters.freeze", (db) =>
      freezeQuarter(db, Quarter.parse("2022Q4"), {
        by: "x",
        nowMs: session.now(),
        acceptUndetermined: true,
        newId: session.newId,
      }),
    );
    expect(undoState(session.journal).undo).toBeNull();
  });
});

describe("the chain of entries", () => {
  function tampered(statement: string): string[] {
    const session = bookToTamperWith();
    session.sqlite.exec(statement);
    return session.read(checkAuditChain);
  }

  function bookToTamperWith(): BookSession {
    const { session } = openTestBook();
    loadObjects(session, ROSTER);
    for (const a of [1, 2, 3]) STEPS[0]?.run(session, a, 0);
    expect(session.read(checkAuditChain)).toEqual([]);
    return session;
  }

  test.each([
    ["an image altered", "update audit_changes set after = replace(after, '電話 2', '電話 9')"],
    ["a change moved to another record", "update audit_changes set row_id = 'x' where seq = 3"],
    ["a change removed", "delete from audit_changes where seq = (select max(seq) from audit_changes)"],
    [
      "two changes in the other order",
      "update audit_changes set seq = 1000 where seq = (select min(seq) from audit_changes)",
    ],
    [
      "a change added",
      "insert into audit_changes (entry_id, table_name, row_id, after) select entry_id, table_name, 'y', after from audit_changes limit 1",
    ],
    [
      "a change without entry",
      "insert into audit_changes (entry_id, table_name, row_id, after) values ('z', 'sigs', 'y', '{}')",
    ],
    ["another name", "update audit_entries set actor = '別人' where seq = 2"],
    ["another time", "update audit_entries set at = at + 1 where seq = 2"],
    ["another verb", "update audit_entries set action = 'x' where seq = 4"],
    [
      "an entry removed",
      "delete from audit_changes where entry_id = (select id from audit_entries where seq = 2); delete from audit_entries where seq = 2",
    ],
    [
      "the first entry removed",
      "delete from audit_changes where entry_id = (select id from audit_entries where seq = 1); delete from audit_entries where seq = 1",
    ],
  ])("%s is found", (_, statement) => {
    expect(tampered(statement)).not.toEqual([]);
  });
});
