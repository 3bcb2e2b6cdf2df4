import { describe, expect, test } from "vitest";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { gateHandlers } from "../gate/gate.handlers.ts";
import { reportHandlers } from "../reports/reports.handlers.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, SCHEME, TELLING, type SharedBook } from "./testing/sharedBook.ts";
import { actsOn, OTHER } from "./testing/sharingActs.ts";

const AKANE = "茜金属株式会社";
const BENI = "紅色製鋼株式会社";
const IP = "ipv4-addr 203.0.113.9";

/** Consented to and released: it could go. */
async function readySharing() {
  const book = openSharedBook();
  const acts = actsOn(book);
  await sharingHandlers(book.context).advance({ id: book.idOf("sharings", "s-two"), to: "sanitised" }, book.call);
  await acts.consent("s-two", ["akane", "beni"]);
  await acts.release("s-two");
  expect(await acts.unmet("s-two")).toEqual([]);
  return { book, acts };
}

const board = async (book: SharedBook) =>
  (await sharingHandlers(book.context).board({ quarter: null }, book.call)).flatMap(({ rows }) => rows);

describe("consent and release", { timeout: 60_000 }, () => {
  test("are void when an indicator leaves the list, and hold again when it is back", async () => {
    const { acts } = await readySharing();
    await acts.change("s-two", { withheld: [TELLING, IP] });
    expect(await acts.unmet("s-two")).toEqual(["second-person", "consent"]);
    expect(await acts.states("s-two")).toEqual({ [AKANE]: "void list", [BENI]: "void list" });
    expect((await acts.get("s-two")).state).toBe("awaiting-approval");
    await expect(acts.issue("s-two")).rejects.toMatchObject({ code: "gate.closed", params: { changed: "list" } });
    await acts.change("s-two", { withheld: [TELLING] });
    expect(await acts.unmet("s-two")).toEqual([]);
  });

  test("are void when analysis adds an indicator to a report of it, though nobody touched the sharing", async () => {
    const { book, acts } = await readySharing();
    const added = [{ kind: "domain-name", value: "second-stage.test", role: "attacker" as const }];
    const id = book.idOf("reports", "r-akane");
    await reportHandlers(book.context).update({ id, fields: { observables: added } }, book.call);
    expect(await acts.unmet("s-two")).toEqual(["second-person", "consent"]);
    // The board says so, though the sharing stands where it stood.
    expect((await board(book)).find((row) => row.externalId === "s-two")).toMatchObject({
      column: "approved",
      isLapsed: true,
    });
    await expect(acts.issue("s-two")).rejects.toMatchObject({ code: "gate.closed" });
  });

  test("are void when its labels change, for they are printed on it", async () => {
    const { acts } = await readySharing();
    await acts.change("s-two", { tlp: "TLP:CLEAR" });
    expect(await acts.states("s-two")).toEqual({ [AKANE]: "void labels", [BENI]: "void labels" });
    expect(await acts.unmet("s-two")).toEqual(["second-person", "consent"]);
    await acts.change("s-two", { tlp: "TLP:AMBER", pap: "PAP:AMBER" });
    expect(await acts.unmet("s-two")).toEqual(["second-person", "consent"]);
  });

  test("let it go to its readers; what is taken out at the desk is a copy all the same", async () => {
    const { book } = await readySharing();
    const asked = { text: book.text("s-two"), format: "markdown" as const, destination: "copy" as const };
    const { fileName } = await gateHandlers(book.context).takeOut(asked, book.call);
    expect(fileName).toContain("写し");
  });

  test("say nothing of the audience: terms do", async () => {
    const { book, acts } = await readySharing();
    const sigs = ["metal", "paper"].map((sig) => book.idOf("sigs", sig));
    await acts.change("s-two", { audience: { sigs, frameworks: [], organizations: [], except: [] } });
    expect(await acts.unmet("s-two")).toEqual([]);
  });

  test("an indicator that tells keeps everything from leaving until it is out of the list", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    await acts.change("s-two", { withheld: [] });
    expect(await acts.unmet("s-two")).toContain("list-clear");
    const closed = { code: "gate.closed", params: { condition: "list-clear", count: 1 } };
    await expect(acts.ask("s-two", acts.partyOf("akane"))).rejects.toMatchObject(closed);
    await expect(acts.release("s-two")).rejects.toMatchObject(closed);
  });

  test("one that is born holds back what tells from the beginning", async () => {
    const book = openSharedBook();
    const reportIds = [book.idOf("reports", "r-beni")];
    const { id } = await sharingHandlers(book.context).createFromReports({ reportIds, title: "詐欺" }, book.call);
    const { indicators } = await sharingHandlers(book.context).get({ id }, book.call);
    expect(indicators).toEqual([
      { kind: "ipv4-addr", value: "203.0.113.9", withheld: false, tells: false },
      { kind: "url", value: "http://login.test/?c=beni.example", withheld: true, tells: true },
    ]);
  });
});

describe("the term that no list goes along", { timeout: 60_000 }, () => {
  const noList = { decision: "conditional", terms: [{ kind: "no-indicator-list" as const }] } as const;

  test("is a consent to everything but the list: taking the list out fulfils it, and what stands in it does not matter", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    await acts.answer("s-two", acts.partyOf("akane"), { ...noList, terms: [...noList.terms] });
    await acts.consent("s-two", ["beni"]);
    expect(await acts.unmet("s-two")).toEqual(["second-person", "terms"]);
    const { indicators } = await acts.get("s-two");
    await acts.change("s-two", { withheld: indicators.map(({ kind, value }) => `${kind} ${value}`) });
    // The other consented to a list, which is now none.
    expect(await acts.states("s-two")).toEqual({ [AKANE]: "conditional", [BENI]: "void list" });
    await acts.consent("s-two", ["beni"]);
    await acts.release("s-two");
    expect(await acts.unmet("s-two")).toEqual([]);
    const issued = await acts.issue("s-two");
    expect(issued.indicators).toBeNull();
    await acts.write("s-two", "不審なメールを受け取ったとの情報が二件寄せられた。");
    expect(await acts.states("s-two")).toEqual({ [AKANE]: "void words", [BENI]: "void words" });
  });
});

describe("one report in two sharings", { timeout: 60_000 }, () => {
  test("is asked for in each, and what is held back in one goes in the other", async () => {
    const book = openSharedBook([
      ...SCHEME,
      { ...SCHEME.find((line) => "id" in line && line.id === "s-two"), id: "s-other", reports: ["r-akane"] },
    ]);
    const acts = actsOn(book);
    await acts.consent("s-two", ["akane"]);
    expect(await acts.states("s-other")).toEqual({ [AKANE]: "not-asked" });
    await acts.consent("s-other", ["akane"]);
    await acts.change("s-two", { withheld: ["domain-name update-mail.test"] });
    expect(await acts.states("s-two")).toMatchObject({ [AKANE]: "void list" });
    expect(await acts.states("s-other")).toEqual({ [AKANE]: "approved" });
  });
});

describe("what a provider saw", { timeout: 60_000 }, () => {
  test("is kept with labels and list, and told when they are asked again", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    const party = acts.partyOf("akane");
    await acts.ask("s-two", party);
    await acts.change("s-two", { withheld: [TELLING, IP], tlp: "TLP:GREEN" });
    const changes = await approvalHandlers(book.context).changesSince({ text: book.text("s-two"), party }, book.call);
    expect(changes.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "取扱区分 TLP:AMBER" },
      { kind: "added", text: "取扱区分 TLP:GREEN" },
      { kind: "removed", text: "IPアドレス 203[.]0[.]113[.]9" },
    ]);
    const again = await acts.ask("s-two", party);
    expect(Buffer.from(acts.bytesOf(again.packet.artifactId).slice(0, 5)).toString()).toBe("%PDF-");
  });

  test("a line that told who it was is said to be gone, without its words", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    await acts.write("s-two", "取引先の窓口に届いた。");
    const party = acts.partyOf("akane");
    await acts.ask("s-two", party);
    book.session.write("test", (db) => {
      db.raw.prepare("update organizations set aliases = '[\"取引先の窓口\"]' where external_id = 'akane'").run();
    });
    await expect(acts.ask("s-two", party)).rejects.toMatchObject({ code: "gate.closed" });
    await acts.write("s-two", "不審なメールが届いた。");
    await acts.ask("s-two", party);
  });
});

describe("the list of what waits", { timeout: 60_000 }, () => {
  test("has an answer that holds no more among what is to be asked again, until it is as it was or asked", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    const waiting = async () =>
      (await approvalHandlers(book.context).waiting({}, book.call)).map(({ name, stale }) => [name, stale]);
    await acts.ask("s-two", acts.partyOf("akane"));
    await acts.consent("s-two", ["akane", "beni"]);
    expect(await waiting()).toEqual([]);
    await acts.change("s-two", { withheld: [TELLING, IP] });
    expect(await waiting()).toEqual([[AKANE, true]]);
    await acts.change("s-two", { withheld: [TELLING] });
    expect(await waiting()).toEqual([]);
    await acts.change("s-two", { withheld: [TELLING, IP] });
    await acts.ask("s-two", acts.partyOf("akane"));
    expect(await waiting()).toEqual([[AKANE, false]]);
  });
});

describe("a term with a day", { timeout: 60_000 }, () => {
  test("holds it back until that day in Tokyo, and no longer", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    const terms = [{ kind: "not-before" as const, day: "2023-02-01" }];
    await acts.answer("s-two", acts.partyOf("akane"), { decision: "conditional", terms });
    await acts.consent("s-two", ["beni"]);
    await acts.release("s-two", OTHER);
    const before = Date.parse("2023-01-31T23:59:59+09:00");
    book.clock.nowMs = before;
    expect(await acts.unmet("s-two")).toEqual(["terms"]);
    await expect(acts.issue("s-two", before + 1_000)).rejects.toMatchObject({ params: { condition: "terms" } });
    book.clock.nowMs = before + 1_000;
    expect(await acts.unmet("s-two")).toEqual([]);
    // Nor is it dated back to before that day.
    await expect(acts.issue("s-two", before)).rejects.toMatchObject({ params: { condition: "terms" } });
    expect((await acts.issue("s-two")).version).toBe(1);
  });
});
