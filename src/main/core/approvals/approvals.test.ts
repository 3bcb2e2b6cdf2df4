import { expect, test } from "vitest";
import type { ConsentPurpose, ConsentTerm, Party } from "#shared/domain/consent.ts";
import type { ApprovalDecision } from "#shared/domain/vocabulary.ts";
import { takeBackEntry } from "../audit/undo.ts";
import { changeText } from "../sanitising/changeText.ts";
import { moveSharing } from "../sharings/moveSharing.ts";
import { findSharingState } from "../sharings/sharingRepository.ts";
import { openSharedBook, SCHEME, type SharedBook } from "../sharings/testing/sharedBook.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { approvalHandlers } from "./approvals.handlers.ts";

const AT = Date.parse("2023-01-09T10:00:00+09:00");

type Said = { purpose?: ConsentPurpose; decision: ApprovalDecision; terms?: ConsentTerm[]; sha256?: string };

function say(book: SharedBook, sharing: string, party: Party, said: Said): void {
  const { purpose = "share", decision, terms = [], sha256 } = said;
  const text = book.text(sharing);
  void approvalHandlers(book.context).record(
    {
      text,
      sha256: sha256 ?? book.sha256(text),
      party,
      answers: [{ purpose, decision, terms }],
      at: AT,
      how: "電話",
      conditions: null,
      evidence: null,
    },
    book.call,
  );
}

async function partiesOf(book: SharedBook, sharing: string) {
  return approvalHandlers(book.context).ofText({ text: book.text(sharing) }, book.call);
}

async function statesOf(book: SharedBook, sharing: string, purpose: ConsentPurpose = "share"): Promise<string[]> {
  return (await partiesOf(book, sharing)).flatMap(({ consents }) =>
    consents.filter((consent) => consent.purpose === purpose).map(({ state }) => state),
  );
}

const stateOf = (book: SharedBook, sharing: string) =>
  book.session.read((db) => findSharingState(db, book.idOf("sharings", sharing)));

test("everyone who provided a report that stands is to be asked, and nobody else", async () => {
  const book = openSharedBook();
  expect((await partiesOf(book, "s-two")).map(({ name }) => name)).toEqual(["茜金属株式会社", "紅色製鋼株式会社"]);
  expect((await partiesOf(book, "s-all")).map(({ name }) => name)).toEqual(["藍染商店", "水道関連連携"].toSorted());
  expect(await partiesOf(book, "s-hub")).toEqual([]);
});

test("consents to share and to publish are two, and an edit makes both void", async () => {
  const book = openSharedBook();
  const party = { organizationId: book.idOf("organizations", "akane") };
  say(book, "s-two", party, { decision: "approved" });
  say(book, "s-two", party, { decision: "declined", purpose: "publish" });
  expect(await statesOf(book, "s-two")).toEqual(["approved", "not-asked"]);
  expect(await statesOf(book, "s-two", "publish")).toEqual(["declined", "not-asked"]);
  const { session } = book;
  session.write("test", (db) => changeText(db, session, book.text("s-two"), { body: "別の文面。" }));
  expect(await statesOf(book, "s-two")).toEqual(["void", "not-asked"]);
  expect(await statesOf(book, "s-two", "publish")).toEqual(["void", "not-asked"]);
});

test("an answer about words that have changed since, or of one who provided nothing, is refused", () => {
  const book = openSharedBook();
  const party = { organizationId: book.idOf("organizations", "akane") };
  expect(() => say(book, "s-two", party, { decision: "approved", sha256: "0".repeat(64) })).toThrow(
    expect.objectContaining({ code: "record.changed-meanwhile" }),
  );
  const stranger = { organizationId: book.idOf("organizations", "daidai") };
  expect(() => say(book, "s-two", stranger, { decision: "approved" })).toThrow(
    expect.objectContaining({ code: "record.not-found" }),
  );
  expect(() => say(book, "s-two", party, { decision: "conditional" })).toThrow(
    expect.objectContaining({ code: "approvals.terms-missing" }),
  );
});

test("a sharing on its way is approved with the last consent, waits again without one, and undo takes both back", async () => {
  const book = openSharedBook();
  const { session } = book;
  const [akane, beni] = ["akane", "beni"].map((id) => ({ organizationId: book.idOf("organizations", id) }));
  if (!akane || !beni) throw new Error("the roster is incomplete");
  session.write("test", (db) => moveSharing(db, book.idOf("sharings", "s-two"), "awaiting-approval"));
  say(book, "s-two", akane, { decision: "approved" });
  expect(stateOf(book, "s-two")).toBe("awaiting-approval");
  say(book, "s-two", beni, { decision: "conditional", terms: [{ kind: "no-indicator-list" }] });
  expect(stateOf(book, "s-two")).toBe("approved");
  say(book, "s-two", akane, { decision: "declined" });
  expect(stateOf(book, "s-two")).toBe("awaiting-approval");
  for (const expected of ["approved", "awaiting-approval"] as const) {
    const entry = session.journal.findLast(({ action, entryId }) => {
      return action === "approvals.record" && !session.journal.some(({ undoes }) => undoes === entryId);
    });
    if (!entry) throw new Error("nothing to undo");
    takeBackEntry(session, entry, "audit.undo");
    expect(stateOf(book, "s-two")).toBe(expected);
  }
  expect(await statesOf(book, "s-two")).toEqual(["approved", "not-asked"]);
});

test("consent for a draft leaves it a draft: its words were not looked at yet", () => {
  const book = openSharedBook();
  say(book, "s-two", { organizationId: book.idOf("organizations", "akane") }, { decision: "approved" });
  say(book, "s-two", { organizationId: book.idOf("organizations", "beni") }, { decision: "approved" });
  expect(stateOf(book, "s-two")).toBe("draft");
});

test("terms are held against the audience of the day, and against the list that would go with it", async () => {
  const book = openSharedBook();
  const party = { organizationId: book.idOf("organizations", "akane") };
  const terms: ConsentTerm[] = [
    { kind: "sigs-only", sigIds: [book.idOf("sigs", "paper")] },
    { kind: "no-indicator-list" },
    { kind: "not-before", day: "2023-01-10" },
    { kind: "not-before", day: "2023-01-11" },
    { kind: "not-in-public-report" },
  ];
  say(book, "s-two", party, { decision: "conditional", terms });
  say(book, "s-two", party, { decision: "approved", purpose: "publish" });
  const consents = (await partiesOf(book, "s-two"))[0]?.consents ?? [];
  expect(consents[0]?.unmetTerms).toEqual([terms[0], terms[1], terms[3]]);
  expect(consents[1]?.unmetTerms).toEqual([]);
});

test("what was said against the public report with the consent to share bars it, until they say otherwise", async () => {
  const book = openSharedBook();
  const party = { organizationId: book.idOf("organizations", "akane") };
  say(book, "s-two", party, { decision: "approved", purpose: "publish" });
  say(book, "s-two", party, { decision: "conditional", terms: [{ kind: "not-in-public-report" }] });
  const unmet = async () => (await partiesOf(book, "s-two"))[0]?.consents[1]?.unmetTerms;
  expect(await unmet()).toEqual([{ kind: "not-in-public-report" }]);
  say(book, "s-two", party, { decision: "approved", purpose: "publish" });
  expect(await unmet()).toEqual([]);
});

test("the mail that an answer came by is kept with it", async () => {
  const book = openSharedBook();
  const text = book.text("s-two");
  const bytes = new TextEncoder().encode("From: akane\r\n\r\n承認します。");
  void approvalHandlers(book.context).record(
    {
      text,
      sha256: book.sha256(text),
      party: { organizationId: book.idOf("organizations", "akane") },
      answers: [{ purpose: "share", decision: "approved", terms: [] }],
      at: AT,
      how: "メール",
      conditions: null,
      evidence: { fileName: "回答.eml", bytes },
    },
    book.call,
  );
  const consent = (await partiesOf(book, "s-two"))[0]?.consents[0];
  expect(consent).toMatchObject({ state: "approved", answeredAt: AT, how: "メール", recordedBy: "佐伯" });
  expect(consent?.evidenceName).toBe("回答.eml");
  const artifact = book.session.read((db) => readArtifact(db, consent?.evidenceId ?? ""));
  expect(new Uint8Array(artifact.bytes)).toEqual(bytes);
});

test("a condition in words alone holds when a person has looked at it, in this text only", async () => {
  const book = openSharedBook();
  const text = book.text("s-two");
  const party = { organizationId: book.idOf("organizations", "akane") };
  const words = "事前に電話すること";
  say(book, "s-two", party, { decision: "conditional", terms: [{ kind: "other", text: words, confirmed: false }] });
  const unmet = async () => (await partiesOf(book, "s-two"))[0]?.consents[0]?.unmetTerms;
  const confirm = (term: string, confirmed: boolean) =>
    approvalHandlers(book.context).confirmTerm(
      { text, sha256: book.sha256(text), party, purpose: "share", term, confirmed },
      book.call,
    );
  expect(await unmet()).toEqual([{ kind: "other", text: words, confirmed: false }]);
  await confirm(words, true);
  expect(await unmet()).toEqual([]);
  await confirm(words, false);
  expect(await unmet()).toHaveLength(1);
  expect(() => confirm("別の条件", true)).toThrow(expect.objectContaining({ code: "record.not-found" }));
  const { session } = book;
  session.write("test", (db) => changeText(db, session, text, { body: "別の文面。" }));
  expect(() => confirm(words, true)).toThrow(expect.objectContaining({ code: "record.not-found" }));
});

test("a condition that another program handed over in words alone has to be looked at", async () => {
  const conditional = {
    organization: "akane",
    at: "2022-12-10T10:00:00+09:00",
    how: "電話",
    decision: "conditional",
    conditions: "業界名を出さない",
  };
  const book = openSharedBook(
    SCHEME.map((line) => ("id" in line && line.id === "s-two" ? { ...line, approvals: [conditional] } : line)),
  );
  const [consent] = (await partiesOf(book, "s-two"))[0]?.consents ?? [];
  expect(consent).toMatchObject({ state: "conditional", unmetTerms: [{ kind: "other", text: "業界名を出さない" }] });
});
