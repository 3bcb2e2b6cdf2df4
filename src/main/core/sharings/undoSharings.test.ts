import fc from "fast-check";
import { expect, test } from "vitest";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { takeBackEntry, undoState } from "../audit/undo.ts";
import { AUDITED_COLUMNS } from "../database/auditedColumns.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, SCHEME, type SharedBook } from "./testing/sharedBook.ts";

const AT = Date.parse("2023-01-09T10:00:00+09:00");
const SHARED = {
  ...SCHEME.find((line) => "id" in line && line.id === "s-all"),
  id: "s-old",
  state: "shared",
  sharedAt: "2022-12-21T10:00:00+09:00",
};

/** Every row of every table whose changes are kept; files stay until the book is closed. */
function contentOf({ session }: SharedBook): string[] {
  return session.read((db) =>
    [...AUDITED_COLUMNS.keys()]
      .filter((table) => table !== "artifacts")
      .flatMap((table) =>
        db.raw
          .prepare<[], Record<string, unknown>>(`select * from ${table}`)
          .all()
          .map((row) => `${table} ${JSON.stringify(row)}`),
      )
      .sort(),
  );
}

type Deed = (book: SharedBook, number: number) => unknown;

/** One of each command that can be taken back, on sharings that are there from the beginning or were made before. */
const DEEDS: Record<string, Deed> = {
  create: (book, number) =>
    sharingHandlers(book.context).create(
      { title: `情報 ${number}`, origin: "hub", reportIds: [book.idOf("reports", "r-akane")], withheld: ["url x"] },
      book.call,
    ),
  update: (book, number) =>
    sharingHandlers(book.context).update(
      {
        id: book.idOf("sharings", "s-two"),
        fields: {
          body: `文面 ${number}`,
          pap: "PAP:RED",
          reportIds: [book.idOf("reports", number % 2 === 0 ? "r-beni" : "r-out")],
          audience: { sigs: [], frameworks: [book.idOf("frameworks", "water")], organizations: [], except: [] },
        },
      },
      book.call,
    ),
  followUp: (book) => sharingHandlers(book.context).followUp({ id: book.idOf("sharings", "s-old") }, book.call),
  sighting: (book) =>
    sharingHandlers(book.context).addSighting(
      {
        id: book.idOf("sharings", "s-old"),
        organizationId: book.idOf("organizations", "beni"),
        at: AT,
        note: null,
        reportId: null,
      },
      book.call,
    ),
  answer: (book, number) =>
    sharingHandlers(book.context).recordAnswer(
      {
        delivery: { sharingId: book.idOf("sharings", "s-old"), recipientId: book.idOf("organizations", "daidai") },
        at: AT,
        answer: `回答 ${number}`,
      },
      book.call,
    ),
  explain: (book, number) =>
    sharingHandlers(book.context).explain(
      { reportIds: [book.idOf("reports", "r-akane")], reason: number % 2 === 0 ? "mass" : null },
      book.call,
    ),
  record: (book, number) => {
    const text = book.text("s-all");
    return approvalHandlers(book.context).record(
      {
        text,
        sha256: book.sha256(text),
        party: { frameworkId: book.idOf("frameworks", "water") },
        answers: [
          { purpose: "share", decision: "approved", terms: [] },
          { purpose: "publish", decision: "conditional", terms: [{ kind: "not-before", day: "2023-02-01" }] },
        ],
        at: AT,
        how: `電話 ${number}`,
        conditions: null,
        evidence: { fileName: "回答.eml", bytes: new Uint8Array([number]) },
      },
      book.call,
    );
  },
};

test("whatever was done to sharings and consents, undoing it all gives the book before, and redoing it the book after", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(DEEDS)), { minLength: 1, maxLength: 8 }),
      async (names) => {
        const book = openSharedBook([...SCHEME, SHARED]);
        const { session } = book;
        const done = session.journal.length;
        const before = contentOf(book);
        for (const [number, name] of names.entries()) await DEEDS[name]?.(book, number);
        const after = contentOf(book);
        const steps = session.journal.length - done;
        for (let step = 0; step < steps; step += 1) {
          const { undo } = undoState(session.journal);
          if (undo) takeBackEntry(session, undo, "audit.undo");
        }
        expect(contentOf(book)).toEqual(before);
        for (let step = 0; step < steps; step += 1) {
          const { redo } = undoState(session.journal);
          if (redo) takeBackEntry(session, redo, "audit.redo");
        }
        expect(contentOf(book)).toEqual(after);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);
