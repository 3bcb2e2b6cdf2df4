import { expect, test } from "vitest";
import { Quarter } from "#shared/domain/quarter.ts";
import { approvalHandlers } from "../approvals/approvals.handlers.ts";
import { takeBackEntry } from "../audit/undo.ts";
import { countQuarter } from "../quarters/countQuarter.ts";
import { dumpText, loadObjects } from "../testing/openTestBook.ts";
import { findSharings } from "./sharingRepository.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, SCHEME, type SharedBook } from "./testing/sharedBook.ts";

const Q4 = Quarter.parse("2022Q4");
const AT = Date.parse("2022-12-16T10:00:00+09:00");

const handlersOf = (book: SharedBook) => sharingHandlers(book.context);
const get = (book: SharedBook, id: string) => handlersOf(book).get({ id }, book.call);

/** A sharing as another program hands it over: given out before this book kept a ledger. */
const SHARED = {
  type: "sharing",
  id: "s-old",
  origin: "provided",
  reports: ["r-akane"],
  title: "過去の情報共有",
  tlp: "TLP:AMBER",
  recipients: ["metal", "paper", "water"],
  state: "shared",
  sharedAt: "2022-12-16T10:00:00+09:00",
  approvals: [{ organization: "akane", at: "2022-12-10T10:00:00+09:00", how: "電話", decision: "approved" }],
};

function undoLast({ session }: SharedBook): void {
  const entry = session.journal.at(-1);
  if (!entry) throw new Error("nothing was done");
  takeBackEntry(session, entry, "audit.undo");
}

test("a sharing is created with its parts, and undo leaves nothing of it", async () => {
  const book = openSharedBook();
  const before = dumpText(book.session);
  const { id } = await handlersOf(book).create(
    {
      title: "新しい情報",
      origin: "provided",
      pap: "PAP:GREEN",
      reportIds: [book.idOf("reports", "r-akane"), book.idOf("reports", "r-beni")],
      audience: {
        sigs: [book.idOf("sigs", "metal")],
        frameworks: [book.idOf("frameworks", "water")],
        organizations: [book.idOf("organizations", "daidai")],
        except: [book.idOf("organizations", "akane")],
      },
      withheld: ["ipv4-addr 203.0.113.9"],
    },
    book.call,
  );
  expect(await get(book, id)).toMatchObject({
    state: "draft",
    column: "draft",
    version: 0,
    tlp: "TLP:AMBER",
    pap: "PAP:GREEN",
    author: "佐伯",
    reportCount: 2,
    audience: {
      sigs: [{ title: "金属SIG" }],
      organizations: [{ title: "橙紙業株式会社" }],
      except: [{ title: "茜金属株式会社" }],
      reached: 1,
    },
    indicators: [
      { kind: "domain-name", value: "update-mail.test", withheld: false, tells: false },
      { kind: "ipv4-addr", value: "203.0.113.9", withheld: true, tells: false },
      { kind: "url", value: "http://login.test/?c=beni.example", withheld: false, tells: true },
    ],
  });
  undoLast(book);
  expect(dumpText(book.session)).toBe(before);
});

test("what is not there cannot be put into a sharing", () => {
  const book = openSharedBook();
  const nothing = "01900000-0000-7000-8000-ffffffffffff";
  const nobody = { sigs: [], frameworks: [], organizations: [], except: [] };
  for (const parts of [
    { reportIds: [nothing] },
    { caseIds: [nothing] },
    ...(["sigs", "frameworks", "organizations", "except"] as const).map((field) => ({
      audience: { ...nobody, [field]: [nothing] },
    })),
  ]) {
    expect(() => handlersOf(book).create({ title: "新しい情報", origin: "hub", ...parts }, book.call)).toThrow(
      expect.objectContaining({ code: "record.not-found" }),
    );
  }
});

test("a sharing of reports begins with what they say, and nothing that tells who said it", async () => {
  const lines = [
    ...SCHEME,
    {
      ...SCHEME.find((line) => "id" in line && line.id === "r-akane"),
      id: "r-told",
      title: "茜金属株式会社に届いた不審なメール",
      body: "茜金属株式会社から紅色製鋼株式会社に連絡した。hxxp は付けずに http://login.test/ と書かれていた。",
    },
  ];
  const book = openSharedBook(lines);
  const { id } = await handlersOf(book).createFromReports({ reportIds: [book.idOf("reports", "r-told")] }, book.call);
  const { title, body, reports } = await get(book, id);
  expect(title).toBe("A社に届いた不審なメール");
  expect(body).toContain("A社からB社に連絡した");
  expect(`${title}${body}`).not.toMatch(/茜|紅色|http:\/\//u);
  expect(reports.map(({ externalId }) => externalId)).toEqual(["r-told"]);
});

test("a sharing of a case has its reports and its account, sanitised", async () => {
  const book = openSharedBook([
    ...SCHEME,
    {
      type: "case",
      id: "c-1",
      title: "茜金属への詐欺",
      kind: "phishing",
      openedAt: "2022-12-01",
      origin: "provided",
      narrative: "茜金属株式会社の担当者が開いた。",
    },
    { ...SCHEME.find((line) => "id" in line && line.id === "r-akane"), id: "r-case", cases: ["c-1"] },
  ]);
  const { id } = await handlersOf(book).createFromCase({ caseId: book.idOf("cases", "c-1") }, book.call);
  const sharing = await get(book, id);
  expect(sharing).toMatchObject({
    tlp: "TLP:AMBER",
    origin: "provided",
    body: "A社の担当者が開いた。",
    cases: [{}],
    reports: [{}],
  });
  expect(sharing.title).not.toContain("茜");
});

test("an audience is who was a member on the day, and its exceptions are in no issue of it", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const id = book.idOf("sharings", "s-old");
  // 紅色製鋼 left the day before, 橙紙業 came four days later.
  const silence = await handlersOf(book).silence({ sinceDay: null }, book.call);
  // 茜金属 reported it: nobody asks them whether they saw it.
  expect(silence.map(({ recipient }) => recipient.title).sort()).toEqual(["千草製紙株式会社", "水道関連連携"].sort());
  const excepted = [book.idOf("organizations", "chigusa")];
  const { audience } = await get(book, id);
  await handlersOf(book).update(
    {
      id,
      fields: {
        audience: {
          sigs: audience.sigs.map((sig) => sig.id),
          frameworks: audience.frameworks.map((framework) => framework.id),
          organizations: excepted,
          except: excepted,
        },
      },
    },
    book.call,
  );
  const without = await handlersOf(book).silence({ sinceDay: null }, book.call);
  expect(without.map(({ recipient }) => recipient.title).sort()).toEqual(["水道関連連携"]);
});

test("an answer ends a silence, and so does a sighting; the ledger begins with the first answer", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const id = book.idOf("sharings", "s-old");
  const silent = async () =>
    (await handlersOf(book).silence({ sinceDay: null }, book.call)).map((one) => one.recipient.title);
  const first = (await handlersOf(book).silence({ sinceDay: null }, book.call)).find(
    ({ recipient }) => recipient.title === "千草製紙株式会社",
  );
  const delivery = first?.sent[0]?.delivery;
  if (!delivery) throw new Error("nobody is silent");
  expect(await get(book, id)).toMatchObject({ version: 1, issues: [] });
  await handlersOf(book).addSighting(
    { id, organizationId: book.idOf("organizations", "chigusa"), at: AT, note: "同じ送信元", reportId: null },
    book.call,
  );
  expect(await silent()).toEqual(["水道関連連携"]);
  undoLast(book);
  expect(await silent()).toContain("千草製紙株式会社");
  await handlersOf(book).recordAnswer({ delivery, at: AT, answer: "該当なし" }, book.call);
  expect(await silent()).not.toContain("千草製紙株式会社");
  const { issues, version, column } = await get(book, id);
  expect({ version, column, kinds: issues.map(({ kind }) => kind) }).toEqual({
    version: 1,
    column: "shared",
    kinds: ["first"],
  });
  expect(issues[0]?.deliveries.find(({ answer }) => answer !== null)?.recipient.title).toBe("千草製紙株式会社");
  expect(await silent()).toEqual(["水道関連連携"]);
});

test("a reminder names the sharings, and neither provider nor any recipient", async () => {
  const book = openSharedBook([...SCHEME, { ...SHARED, title: "茜金属の件に関する情報" }]);
  const recipientId = book.idOf("organizations", "chigusa");
  const { subject, body } = await handlersOf(book).reminderText({ recipientId, sinceDay: null }, book.call);
  expect(body).toContain("2022-12-16");
  expect(body).toContain("の件に関する情報");
  expect(`${subject}${body}`).not.toMatch(/茜|紅色|千草|水道|橙/u);
});

test("a sighting is linked to its report and asked for its own consent", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const id = book.idOf("sharings", "s-old");
  const sighting = await handlersOf(book).addSighting(
    { id, organizationId: book.idOf("organizations", "chigusa"), at: AT, note: null, reportId: null },
    book.call,
  );
  const reportId = book.idOf("reports", "r-out");
  await handlersOf(book).updateSighting(
    { id: sighting.id, fields: { reportId, consent: "conditional", consentAskedAt: AT } },
    book.call,
  );
  expect((await get(book, id)).sightings).toMatchObject([{ report: { id: reportId }, consent: "conditional" }]);
  await handlersOf(book).removeSighting({ id: sighting.id }, book.call);
  expect((await get(book, id)).sightings).toEqual([]);
});

test("a report is unexplained until it is in a sharing or somebody says why not, and the figures know the reason", async () => {
  const book = openSharedBook([
    ...SCHEME,
    ...["r-mass", "r-dropped"].map((id) => ({ ...SCHEME.find((line) => "id" in line && line.id === "r-akane"), id })),
    { ...SHARED, id: "s-dropped", reports: ["r-dropped"], state: "withdrawn", sharedAt: undefined },
  ]);
  const unshared = async () =>
    (await handlersOf(book).unshared({ quarter: Q4, offset: 0, limit: 100 }, book.call)).rows.map(
      (row) => row.externalId,
    );
  expect((await unshared()).sort()).toEqual(["r-dropped", "r-mass"]);
  await handlersOf(book).explain({ reportIds: [book.idOf("reports", "r-mass")], reason: "mass" }, book.call);
  expect(await unshared()).toEqual(["r-dropped"]);
  expect(book.session.read((db) => countQuarter(db, Q4)).notSharedByReason).toEqual({ mass: 1 });
  undoLast(book);
  expect(await unshared()).toContain("r-mass");
});

test("other names at stake take a sharing on its way back to draft, another audience does not", async () => {
  const book = openSharedBook();
  const id = book.idOf("sharings", "s-two");
  book.session.write("test", (db) => db.raw.prepare("update sharings set state = 'sanitised' where id = ?").run(id));
  const nobody = { sigs: [], frameworks: [], organizations: [], except: [] };
  await handlersOf(book).update({ id, fields: { audience: nobody, tlp: "TLP:RED" } }, book.call);
  expect(await get(book, id)).toMatchObject({ state: "sanitised", tlp: "TLP:RED" });
  const reportIds = ["r-akane", "r-beni", "r-out"].map((name) => book.idOf("reports", name));
  await handlersOf(book).update({ id, fields: { reportIds } }, book.call);
  expect((await get(book, id)).state).toBe("draft");
});

test("a follow-up goes to the same readers, and is a sharing of its own", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const id = book.idOf("sharings", "s-old");
  const followed = await handlersOf(book).followUp({ id }, book.call);
  expect(await get(book, followed.id)).toMatchObject({
    title: "過去の情報共有（続報）",
    state: "draft",
    follows: { id },
    reportCount: 0,
    recipients: [{}, {}, {}],
  });
  expect((await get(book, id)).followedBy).toMatchObject([{ id: followed.id }]);
  expect(book.session.read((db) => countQuarter(db, Q4)).shared).toBe(1);
});

test("what the ledger holds beside interchange stays when the same lines are loaded again", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const delivery = { sharingId: book.idOf("sharings", "s-old"), recipientId: book.idOf("organizations", "akane") };
  await handlersOf(book).recordAnswer({ delivery, at: AT, answer: "確認した" }, book.call);
  const before = dumpText(book.session);
  loadObjects(book.session, [SHARED]);
  expect(dumpText(book.session)).toBe(before);
  expect((await get(book, delivery.sharingId)).issues[0]?.deliveries.some(({ answer }) => answer === "確認した")).toBe(
    true,
  );
});

test("the board has all that is under way, and of what left only the quarter's", async () => {
  const book = openSharedBook([...SCHEME, SHARED, { ...SHARED, id: "s-older", sharedAt: "2022-09-30T23:59:59+09:00" }]);
  const columns = async (quarter: Quarter | null) =>
    Object.fromEntries(
      (await handlersOf(book).board({ quarter }, book.call)).map(({ column, total }) => [column, total]),
    );
  expect(await columns(Q4)).toMatchObject({ draft: 3, shared: 1, corrected: 0 });
  expect(await columns(null)).toMatchObject({ draft: 3, shared: 2 });
});

test("consent that an edit made void is not handed over as consent, and comes to no harm when the lines are loaded again", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const id = book.idOf("sharings", "s-old");
  const text = { kind: "sharing", id } as const;
  const approvals = approvalHandlers(book.context);
  const record = (how: string) =>
    approvals.record(
      {
        text,
        sha256: book.sha256(text),
        party: { organizationId: book.idOf("organizations", "akane") },
        answers: [{ purpose: "share", decision: "conditional", terms: [{ kind: "no-indicator-list" }] }],
        at: AT,
        how,
        conditions: "一覧を付けない",
        evidence: null,
      },
      book.call,
    );
  await record("一回目");
  await handlersOf(book).update({ id, fields: { body: "別の文面。" } }, book.call);
  expect(dumpText(book.session)).not.toContain("一回目");
  await record("二回目");
  const dumped = dumpText(book.session);
  expect(dumped).toContain("二回目");
  const line: unknown = dumped
    .split("\n")
    .map((one): unknown => JSON.parse(one))
    .find((one) => (one as { id?: string }).id === "s-old");
  loadObjects(book.session, [line as object]);
  expect(dumpText(book.session)).toBe(dumped);
  const [consent] = (await approvals.ofText({ text }, book.call))[0]?.consents ?? [];
  expect(consent).toMatchObject({
    state: "conditional",
    how: "二回目",
    recordedBy: "佐伯",
    terms: [{ kind: "no-indicator-list" }],
  });
  await handlersOf(book).update({ id, fields: { body: "" } }, book.call);
  const [again] = (await approvals.ofText({ text }, book.call))[0]?.consents ?? [];
  expect(again).toMatchObject({ state: "conditional", how: "一回目" });
});

test("the list of a quarter has what left in it and all that is under way; a figure has only what left in it", async () => {
  const book = openSharedBook([...SCHEME, SHARED]);
  const listOf = async (quarter: Quarter | null) => {
    const filter = { quarter, origin: null, states: [] };
    const { rows } = await handlersOf(book).list({ filter, offset: 0, limit: 9 }, book.call);
    return rows.map(({ externalId }) => externalId).sort();
  };
  const underWay = ["s-all", "s-hub", "s-two"];
  expect(await listOf(Q4)).toEqual([...underWay, "s-old"].sort());
  expect(await listOf(Quarter.parse("2023Q1"))).toEqual(underWay);
  const counted = { filter: { quarter: Q4, origin: null, states: [] }, offset: 0, limit: 9 };
  expect(book.session.read((db) => findSharings(db, counted)).rows.map(({ externalId }) => externalId)).toEqual([
    "s-old",
  ]);
  await handlersOf(book).withdraw({ id: book.idOf("sharings", "s-two"), reason: "重複" }, book.call);
  expect(await listOf(Q4)).toEqual(["s-all", "s-hub", "s-old"]);
});
