import { describe, expect, test } from "vitest";
import type { Party } from "#shared/domain/consent.ts";
import type { SharingFields } from "#shared/contract/sharings.ts";
import { Quarter } from "#shared/domain/quarter.ts";
import { undoState } from "../audit/undo.ts";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { countQuarter } from "../quarters/countQuarter.ts";
import { freezeQuarter } from "../quarters/freezeQuarter.ts";
import { findRevisions } from "../quarters/quarterRepository.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, type SharedBook } from "./testing/sharedBook.ts";
import { actsOn, namesIn, OTHER } from "./testing/sharingActs.ts";

const Q4 = Quarter.parse("2022Q4");
const Q1 = Quarter.parse("2023Q1");
const get = (book: SharedBook, sharing: string) => actsOn(book).get(sharing);
const partyOf = (book: SharedBook, name: string) => actsOn(book).partyOf(name);
const ask = (book: SharedBook, sharing: string, party: Party, dueOn: string | null = null) =>
  actsOn(book).ask(sharing, party, dueOn);
const consent = (book: SharedBook, sharing: string, names: readonly string[]) => actsOn(book).consent(sharing, names);
const release = (book: SharedBook, sharing: string, by = OTHER) => actsOn(book).release(sharing, by);
const issue = (book: SharedBook, sharing: string) => actsOn(book).issue(sharing);
const change = (book: SharedBook, sharing: string, fields: Partial<SharingFields>) =>
  actsOn(book).change(sharing, fields);
const write = (book: SharedBook, sharing: string, body: string) => actsOn(book).write(sharing, body);
const bytesOf = (book: SharedBook, artifactId: string) => actsOn(book).bytesOf(artifactId);

describe("asking a provider", { timeout: 60_000 }, () => {
  test("makes a packet and a mail that name nobody, keeps what they saw, and lets the sharing wait", async () => {
    const book = openSharedBook();
    const party = partyOf(book, "akane");
    const made = await ask(book, "s-two", party, "2023-01-08");
    expect(Buffer.from(bytesOf(book, made.packet.artifactId).slice(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.from(bytesOf(book, made.mail.artifactId)).toString()).not.toMatch(/akane|茜/u);
    expect(`${made.packet.fileName} ${made.mail.fileName}`).not.toMatch(/akane|茜/u);
    expect(await get(book, "s-two")).toMatchObject({ state: "awaiting-approval", waitingCount: 1 });
    const waiting = await approvalHandlers(book.context).waiting({}, book.call);
    expect(waiting).toMatchObject([{ name: "茜金属株式会社", overdueDays: 2, stale: false, purposes: ["share"] }]);
    await write(book, "s-two", "不審なメールを受け取ったとの情報が二件寄せられた。");
    expect(await approvalHandlers(book.context).waiting({}, book.call)).toMatchObject([{ stale: true }]);
    const changes = await approvalHandlers(book.context).changesSince({ text: book.text("s-two"), party }, book.call);
    expect(changes.map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same", "same", "same"]);
    const [akane] = await approvalHandlers(book.context).ofText({ text: book.text("s-two") }, book.call);
    expect(akane).toMatchObject({ changedSinceSeen: true, consents: [{ state: "void" }, { state: "not-asked" }] });
    await ask(book, "s-two", party);
    expect(await approvalHandlers(book.context).waiting({}, book.call)).toMatchObject([{ stale: false }]);
    await consent(book, "s-two", ["akane"]);
    expect(await approvalHandlers(book.context).waiting({}, book.call)).toEqual([]);
  });

  test("is refused while something in the text could tell who it was", async () => {
    const book = openSharedBook();
    await write(book, "s-two", "茜金属株式会社で不審なメールが届いた。");
    await expect(ask(book, "s-two", partyOf(book, "akane"))).rejects.toMatchObject({ code: "gate.closed" });
    expect((await get(book, "s-two")).state).toBe("draft");
  });
});

describe("the board", { timeout: 60_000 }, () => {
  const advance = (book: SharedBook, sharing: string, to: "draft" | "sanitised" | "awaiting-approval" | "approved") =>
    sharingHandlers(book.context).advance({ id: book.idOf("sharings", sharing), to }, book.call);

  test("lets a sharing go where its facts are, and no further", async () => {
    const book = openSharedBook();
    await advance(book, "s-two", "sanitised");
    await expect(advance(book, "s-two", "approved")).rejects.toMatchObject({ code: "gate.closed" });
    await consent(book, "s-two", ["akane"]);
    await expect(advance(book, "s-two", "approved")).rejects.toMatchObject({ code: "gate.closed" });
    await consent(book, "s-two", ["beni"]);
    expect((await get(book, "s-two")).state).toBe("approved");
    await advance(book, "s-two", "draft");
    await advance(book, "s-two", "approved");
    await expect(advance(book, "s-hub", "awaiting-approval")).rejects.toMatchObject({
      code: "approvals.nobody-to-ask",
    });
    await advance(book, "s-hub", "approved");
  });

  test("keeps what tells who provided it a draft", async () => {
    const book = openSharedBook();
    await write(book, "s-two", "紅色製鋼株式会社のサーバに届いた。");
    await expect(advance(book, "s-two", "sanitised")).rejects.toMatchObject({ code: "gate.closed" });
  });
});

describe("giving out", { timeout: 60_000 }, () => {
  test("goes to everybody of the audience that day, with a list that tells nothing", async () => {
    const book = openSharedBook();
    await consent(book, "s-two", ["akane", "beni"]);
    await write(book, "s-two", "不審なメールを受け取ったとの情報が二件寄せられた。");
    await expect(issue(book, "s-two")).rejects.toMatchObject({ code: "gate.closed" });
    await consent(book, "s-two", ["akane", "beni"]);
    await expect(release(book, "s-two", "佐伯")).rejects.toMatchObject({ code: "gate.same-person" });
    await expect(issue(book, "s-two")).rejects.toMatchObject({ code: "gate.closed" });
    await release(book, "s-two");
    const issued = await issue(book, "s-two");
    expect(issued.version).toBe(1);
    const sharing = await get(book, "s-two");
    expect(sharing).toMatchObject({
      state: "shared",
      column: "shared",
      sharedAt: book.clock.nowMs,
      changedSinceIssue: false,
    });
    expect(namesIn(sharing, 1)).toEqual(["茜金属株式会社"]);
    const csv = new TextDecoder().decode(bytesOf(book, issued.indicators?.artifactId ?? ""));
    expect(csv.trim().split("\r\n")).toEqual([
      "種別,値",
      "domain-name,update-mail[.]test",
      "ipv4-addr,203[.]0[.]113[.]9",
    ]);
    expect(undoState(book.session.journal).undo).toBeNull();
  });

  test("of the hub's own needs a second person and nobody's consent", async () => {
    const book = openSharedBook();
    await expect(issue(book, "s-hub")).rejects.toMatchObject({ code: "gate.closed" });
    await release(book, "s-hub");
    const { indicators } = await issue(book, "s-hub");
    expect(indicators).toBeNull();
    expect(namesIn(await get(book, "s-hub"), 1)).toEqual(
      ["水道関連連携", "橙紙業株式会社", "千草製紙株式会社", "茜金属株式会社"].sort(),
    );
  });

  test("needs somebody to give it to", async () => {
    const book = openSharedBook();
    const nobody = { sigs: [], frameworks: [], organizations: [], except: [] };
    await sharingHandlers(book.context).update(
      { id: book.idOf("sharings", "s-hub"), fields: { audience: nobody } },
      book.call,
    );
    await release(book, "s-hub");
    await expect(issue(book, "s-hub")).rejects.toMatchObject({ code: "sharings.nobody-to-tell" });
  });

  test("is held back by terms that a wider audience breaks", async () => {
    const book = openSharedBook();
    const text = book.text("s-two");
    await consent(book, "s-two", ["beni"]);
    await approvalHandlers(book.context).record(
      {
        text,
        sha256: book.sha256(text),
        party: partyOf(book, "akane"),
        answers: [
          {
            purpose: "share",
            decision: "conditional",
            terms: [{ kind: "sigs-only", sigIds: [book.idOf("sigs", "metal")] }],
          },
        ],
        at: book.clock.nowMs,
        how: "電話",
        conditions: "同じ業界に限る",
        evidence: null,
      },
      book.call,
    );
    await release(book, "s-two");
    const audienceOf = (sigs: string[]) => ({
      id: text.id,
      fields: {
        audience: { sigs: sigs.map((sig) => book.idOf("sigs", sig)), frameworks: [], organizations: [], except: [] },
      },
    });
    await sharingHandlers(book.context).update(audienceOf(["metal", "paper"]), book.call);
    await expect(issue(book, "s-two")).rejects.toMatchObject({ code: "gate.closed", params: { condition: "terms" } });
    await sharingHandlers(book.context).update(audienceOf(["metal"]), book.call);
    expect((await issue(book, "s-two")).version).toBe(1);
  });

  test("again after an edit is a correction: same sharing, same quarter, next version, asked and released anew", async () => {
    const book = openSharedBook();
    await sharingHandlers(book.context).update(
      { id: book.idOf("sharings", "s-hub"), fields: { title: "注意喚起" } },
      book.call,
    );
    await release(book, "s-hub");
    const id = book.idOf("sharings", "s-hub");
    const at = Date.parse("2022-12-31T23:59:00+09:00");
    await sharingHandlers(book.context).issue({ id, at }, book.call);
    const count = () => book.session.read((db) => [countQuarter(db, Q4).shared, countQuarter(db, Q1).shared]);
    expect(count()).toEqual([1, 0]);
    await write(book, "s-hub", "不審なメールを受け取ったとの情報が三件寄せられた。");
    expect(await get(book, "s-hub")).toMatchObject({ state: "shared", changedSinceIssue: true });
    await release(book, "s-hub");
    await change(book, "s-hub", { correctionNote: "件数を改めた。" });
    await expect(issue(book, "s-hub")).rejects.toMatchObject({
      code: "gate.closed",
      params: { condition: "second-person", changed: "note" },
    });
    await release(book, "s-hub");
    expect((await issue(book, "s-hub")).version).toBe(2);
    const sharing = await get(book, "s-hub");
    expect(sharing).toMatchObject({
      column: "corrected",
      sharedAt: at,
      issues: [{ kind: "first" }, { kind: "correction", note: "件数を改めた。" }],
    });
    expect(count()).toEqual([1, 0]);
  });

  test("into a quarter that is frozen revises its number once: neither correction nor withdrawal does", async () => {
    const book = openSharedBook();
    const { session } = book;
    session.write("test", (db) =>
      freezeQuarter(db, Q4, { by: "佐伯", nowMs: session.now(), acceptUndetermined: true, newId: session.newId }),
    );
    const revised = () =>
      session
        .read((db) => findRevisions(db, Q4))
        .map(({ figure, oldValue, newValue }) => `${figure} ${oldValue} ${newValue}`);
    const id = book.idOf("sharings", "s-hub");
    await release(book, "s-hub");
    const at = Date.parse("2022-12-31T23:59:59+09:00");
    await sharingHandlers(book.context).issue({ id, at }, book.call);
    expect(revised().sort()).toEqual(["hub-origin 0 1", "shared 0 1"]);
    await write(book, "s-hub", "不審なメールを受け取ったとの情報が三件寄せられた。");
    await release(book, "s-hub");
    await issue(book, "s-hub");
    await sharingHandlers(book.context).withdraw({ id, reason: "誤報" }, book.call);
    expect(revised()).toHaveLength(2);
  });

  test("a note that names a provider is not released", async () => {
    const book = openSharedBook();
    await release(book, "s-hub");
    await issue(book, "s-hub");
    await change(book, "s-hub", { correctionNote: "茜金属株式会社の指摘による。" });
    await expect(release(book, "s-hub")).rejects.toMatchObject({ params: { condition: "note-clear" } });
    await expect(issue(book, "s-hub")).rejects.toMatchObject({ params: { condition: "note-clear" } });
    expect((await get(book, "s-hub")).version).toBe(1);
  });

  test("what was withdrawn stays in the number, everybody who got it is on the list, and nothing more happens to it", async () => {
    const book = openSharedBook();
    await release(book, "s-hub");
    await issue(book, "s-hub");
    const id = book.idOf("sharings", "s-hub");
    await sharingHandlers(book.context).withdraw({ id, reason: "誤報であった" }, book.call);
    const sharing = await get(book, "s-hub");
    expect(sharing).toMatchObject({ state: "withdrawn", column: "withdrawn", withdrawnReason: "誤報であった" });
    expect(namesIn(sharing, 2)).toEqual(namesIn(sharing, 1)?.map((name) => `${name}（お知らせ）`));
    expect(book.session.read((db) => countQuarter(db, Q1)).shared).toBe(1);
    await expect(issue(book, "s-hub")).rejects.toMatchObject({ code: "sharings.withdrawn" });
    expect(() => change(book, "s-hub", { title: "別" })).toThrow(
      expect.objectContaining({ code: "sharings.withdrawn" }),
    );
    expect(undoState(book.session.journal).undo).toBeNull();
  });

  test("does not happen when its words, labels or consents change while it is typeset", async () => {
    const id = (book: SharedBook) => book.idOf("sharings", "s-two");
    const meanwhile: ((book: SharedBook) => unknown)[] = [
      (book) => write(book, "s-two", "不審なメールを受け取ったとの情報が四件寄せられた。"),
      (book) => sharingHandlers(book.context).update({ id: id(book), fields: { tlp: "TLP:CLEAR" } }, book.call),
      (book) =>
        approvalHandlers(book.context).record(
          {
            text: book.text("s-two"),
            sha256: book.sha256(book.text("s-two")),
            party: partyOf(book, "akane"),
            answers: [{ purpose: "share", decision: "declined", terms: [] }],
            at: book.clock.nowMs,
            how: "電話",
            conditions: null,
            evidence: null,
          },
          book.call,
        ),
      (book) => sharingHandlers(book.context).withdraw({ id: id(book), reason: "誤報" }, book.call),
    ];
    for (const change of meanwhile) {
      const book = openSharedBook();
      await consent(book, "s-two", ["akane", "beni"]);
      await release(book, "s-two");
      const issuing = issue(book, "s-two");
      // The page typesets in a thread: whatever is done now is done before it is stored.
      const refused = expect(issuing).rejects.toMatchObject({
        code: expect.stringMatching(/^(record\.changed-meanwhile|gate\.closed|sharings\.withdrawn)$/),
      });
      await change(book);
      await refused;
      expect(await get(book, "s-two")).toMatchObject({ version: 0, sharedAt: null, issues: [] });
    }
  });
});
