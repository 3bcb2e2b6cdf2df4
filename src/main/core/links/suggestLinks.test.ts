import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeEvidence } from "#shared/messages/describeEvidence.ts";
import { messages } from "#shared/messages/messages.ts";
import type { BookSession } from "../database/bookSession.ts";
import { loadObjects, openTestBook } from "../testing/openTestBook.ts";
import { subjectShape } from "./subjectShape.ts";
import { suggestLinks } from "./suggestLinks.ts";
import { likenessOf, vectorOf } from "./textLikeness.ts";

const HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

type Observed = readonly [kind: string, value: string, role?: string];

/** A case with one report that shows these observables. */
function caseWith(id: string, observed: readonly Observed[], more: object = {}): object[] {
  return [
    { type: "case", id, title: `件名${id}`, kind: "phishing", openedAt: "2022-11-01", origin: "provided", ...more },
    {
      type: "report",
      id: `R-${id}`,
      receivedAt: "2022-11-01T10:00:00+09:00",
      provider: { outside: "外の組織" },
      channel: "mail",
      items: 1,
      category: "phishing",
      assessment: "targeted",
      title: `情報${id}`,
      observables: observed.map(([kind, value, role = "attacker"]) => ({ kind, value, role })),
      cases: [id],
    },
  ];
}

function related(session: BookSession, id: string) {
  const caseId = session.read((db) =>
    db.raw.prepare<[string], { id: string }>("select id from cases where external_id = ?").get(id),
  );
  const found = session.read((db) => suggestLinks(db, caseId?.id ?? ""));
  return found.map(({ externalId, score, relation, evidence }) => ({
    case: externalId,
    score,
    relation,
    evidence: evidence.map((piece) => describeEvidence(piece, messages.ja)),
  }));
}

describe("suggested links", () => {
  it("come from shared observables, the rare ones counting more, and hashes most", () => {
    const { session } = openTestBook([
      ...caseWith("A", [
        ["ipv4-addr", "198.51.100.9"],
        ["ipv4-addr", "203.0.113.7"],
        ["file", HASH],
      ]),
      ...caseWith("B", [["file", HASH]]),
      ...caseWith("C", [["ipv4-addr", "198.51.100.9"]]),
      ...["D", "E", "F", "G"].flatMap((id) => caseWith(id, [["ipv4-addr", "203.0.113.7"]])),
      ...caseWith("H", [["ipv4-addr", "192.0.2.1"]]),
    ]);
    const found = related(session, "A");
    expect(found.map((one) => one.case)).toEqual(["B", "C", "D", "E", "F", "G"]);
    expect(found[0]).toEqual({
      case: "B",
      score: 0.9,
      relation: "same-infrastructure",
      evidence: [`同じファイル ${HASH}`],
    });
    expect(found[1]?.evidence).toEqual(["同じIPアドレス 198[.]51[.]100[.]9"]);
    expect(found[2]).toMatchObject({ score: 0.38, evidence: ["同じIPアドレス 203[.]0[.]113[.]7（ほか4案件）"] });
  });

  it("come from one registered domain behind different addresses, never from a free mail provider's", () => {
    const { session } = openTestBook([
      ...caseWith("A", [
        ["email-addr", "info@mail.evil-corp.test"],
        ["email-addr", "somebody@gmail.com"],
      ]),
      ...caseWith("B", [["url", "https://login.evil-corp.test/a"]]),
      ...caseWith("C", [["email-addr", "another@gmail.com"]]),
      ...caseWith("D", [["domain-name", "evil-corp.test.other.example"]]),
    ]);
    expect(related(session, "A")).toEqual([
      { case: "B", score: 0.6, relation: "same-infrastructure", evidence: ["同じ差出人のドメイン evil-corp[.]test"] },
    ]);
  });

  it("come from subjects that differ in their numbers only", () => {
    const { session } = openTestBook([
      ...caseWith("A", [["email-message", "Re: 請求書のご確認 No.20221105 至急"]]),
      ...caseWith("B", [["email-message", "請求書のご確認　No.20230111 至急"]]),
      ...caseWith("C", [["email-message", "請求書のご確認 No.5 至急のお願い"]]),
    ]);
    expect(related(session, "A").map((one) => [one.case, one.evidence[0]])).toEqual([
      ["B", "同じ形の件名「Re: 請求書のご確認 No.20221105 至急」"],
    ]);
  });

  it("come from texts that are alike, and not from texts that share a manner of speaking", () => {
    const manner = "参加組織から情報提供があった。内容を確認したところ、攻撃とみられる。";
    const { session } = openTestBook([
      ...caseWith("A", [], {
        narrative: `${manner}休暇申請の差戻しを装い、検査サービスの短縮リンクで偽の認証画面へ誘導する。`,
      }),
      ...caseWith("B", [], {
        narrative: `${manner}休暇申請の差戻しを騙り、検査サービスの短縮リンクから偽の認証画面に導く。`,
      }),
      ...Array.from({ length: 12 }, (_, index) =>
        caseWith(`X${index}`, [], {
          narrative: `${manner}別の手口${index}として、工場の制御端末に不審な接続が${index}回あった。`,
        }),
      ).flat(),
    ]);
    const found = related(session, "A");
    expect(found.map((one) => one.case)).toEqual(["B"]);
    expect(found[0]).toMatchObject({ relation: "similar-to", evidence: [expect.stringMatching(/^文の類似度 \d+%$/u)] });
  });

  it("come from a campaign and from techniques", () => {
    const { session } = openTestBook([
      { type: "campaign", id: "P", name: "偽の引合い", since: "2017-10" },
      ...caseWith("A", [], { campaign: "P", techniques: ["T1566.001", "T1204.002"] }),
      ...caseWith("B", [], { campaign: "P" }),
      ...caseWith("C", [], { techniques: ["T1566.001", "T1204.002"] }),
    ]);
    expect(related(session, "A").map((one) => [one.case, one.relation, one.evidence])).toEqual([
      ["B", "same-campaign", ["同じ一連の攻撃「偽の引合い」"]],
      ["C", "similar-to", ["共通の攻撃手法 T1204.002, T1566.001"]],
    ]);
  });

  it("leave out victims' things, reports made void, and cases that are linked already", () => {
    const { session } = openTestBook([
      ...caseWith("A", [
        ["ipv4-addr", "198.51.100.9"],
        ["domain-name", "victim.example", "victim"],
      ]),
      ...caseWith("B", [["domain-name", "victim.example", "victim"]]),
      ...caseWith("C", [["ipv4-addr", "198.51.100.9"]]),
      ...caseWith("D", [["ipv4-addr", "198.51.100.9"]]).map((line) =>
        "receivedAt" in line ? { ...line, void: { at: "2022-11-02T10:00:00+09:00", reason: "重複" } } : line,
      ),
    ]);
    expect(related(session, "A").map((one) => one.case)).toEqual(["C"]);
    expect(related(session, "B")).toEqual([]);
    loadObjects(session, [{ type: "link", from: "C", to: "A", relation: "similar-to", rationale: "同じアドレス" }]);
    expect(related(session, "A")).toEqual([]);
  });

  it("are of a case that is there", () => {
    const { session } = openTestBook();
    expect(() => session.read((db) => suggestLinks(db, "x"))).toThrow(
      expect.objectContaining({ code: "record.not-found" }),
    );
  });
});

describe("likeness of texts", () => {
  it("is 1 of a text with itself, the same either way round, and 0 of texts without a word in common", () => {
    const none = () => 0;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const [left, right] = [vectorOf(a), vectorOf(b)];
        const likeness = likenessOf(left, right, none);
        expect(likeness).toBeCloseTo(likenessOf(right, left, none));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likenessOf(left, left, none)).toBeCloseTo(Math.min(1, left.size / 20));
      }),
    );
    expect(likenessOf(vectorOf("検査サービス"), vectorOf("休暇申請"), none)).toBe(0);
    expect([...vectorOf("ﾌｨｯｼﾝｸﾞ").keys()]).toEqual([...vectorOf("フィッシング").keys()]);
  });
});

it("a subject's shape leaves out what changes with every mail", () => {
  expect(subjectShape("Fwd: Re: 【第3回】ご請求書の件（2022/11/05）")).toBe(
    subjectShape("【第12回】ご請求書の件（2023/1/9）"),
  );
  expect(subjectShape("ご連絡 12")).toBe("");
});
