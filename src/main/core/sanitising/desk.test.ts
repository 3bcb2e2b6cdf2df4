import { describe, expect, it } from "vitest";
import type { Decision, DeskFinding } from "#shared/contract/sanitising.ts";
import type { BookSession } from "../database/bookSession.ts";
import { loadObjects, openTestBook } from "../testing/openTestBook.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { createWriteup } from "../writeups/writeupService.ts";
import { changeText } from "./changeText.ts";
import { checkPassage } from "./checkPassage.ts";
import { openDesk } from "./desk.ts";
import { applyHints, coarsen, decide, reconsider, relabel } from "./deskCommands.ts";
import { maskOpenFindings } from "./maskOpenFindings.ts";
import { createSanitiser } from "./sanitiser.ts";

const LINES = [
  { type: "sig", id: "S1", name: "重工業界", from: "2011-10-25" },
  {
    type: "organization",
    id: "O1",
    name: "霧峰重工業株式会社",
    reading: "キリミネジュウコウギョウ",
    aliases: ["霧峰"],
    domains: ["kirimine.example"],
    persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
  },
  { type: "organization", id: "O2", name: "株式会社あおば化学" },
  {
    type: "case",
    id: "C1",
    title: "不審メール",
    kind: "phishing",
    openedAt: "2022-12-01",
    origin: "provided",
    narrative: "参加組織から情報提供があった。",
  },
  {
    type: "report",
    id: "R1",
    receivedAt: "2022-12-02T10:00:00+09:00",
    provider: { organization: "O1" },
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: "不審メール",
    cases: ["C1"],
    observables: [{ kind: "email-addr", value: "support@evil-mx.com", role: "attacker" }],
  },
];

/** A write-up whose words somebody has typed since. */
async function openWith(body: string, title = "不審メール") {
  const { session } = openTestBook(LINES);
  const sanitiser = createSanitiser(session);
  const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  const text = { kind: "writeup" as const, id: await createWriteup(session, sanitiser, caseId) };
  type(session, text.id, title, body);
  const desk = () => openDesk(session, sanitiser, text);
  const decideAll = async (decisions: Decision[]) =>
    decide(session, sanitiser, { text, sha256: (await desk()).sha256, decisions });
  return { session, sanitiser, text, desk, decideAll };
}

function type(session: BookSession, id: string, title: string, body: string): void {
  session.write("writeups.update", (db) => changeText(db, session, { kind: "writeup", id }, { title, body }));
}

const find = (findings: readonly DeskFinding[], text: string): DeskFinding => {
  const found = findings.find((finding) => finding.text === text);
  if (!found) throw new Error(`${text} is not among ${findings.map((finding) => finding.text).join(", ")}`);
  return found;
};

describe("the desk", () => {
  it("shows findings of title and body, whom they point to, and what masking would say", async () => {
    const { desk } = await openWith("株式会社あおば化学と霧峰の都築様が受信した。", "霧峰重工業への攻撃");
    const { findings, open } = await desk();
    expect(find(findings, "霧峰重工業")).toMatchObject({
      where: "title",
      severity: "must",
      proposals: { mask: "A社" },
    });
    expect(find(findings, "都築")).toMatchObject({
      where: "body",
      kind: "person",
      entity: { title: "霧峰重工業株式会社" },
      sentence: "株式会社あおば化学と霧峰の都築様が受信した。",
    });
    expect(open.must).toBe(4);
    expect(find(findings, "霧峰").group).toBe(find(findings, "霧峰重工業").group);
  });

  it("asks nothing about its own letters and masks, attackers' addresses, and those that an analyst listed", async () => {
    const { desk } = await openWith(
      "A社の〔氏名〕宛に support[@]evil-mx[.]com から hxxps://kqzwx[.]top/x/?q=〔識別子〕 が届いた。",
    );
    expect((await desk()).findings).toEqual([]);
  });

  it("asks nothing about what a decoder makes of a letter", async () => {
    const { desk } = await openWith("A社（重工業界）では、参加組織が被害を受けた。");
    expect((await desk()).findings.filter(({ via }) => via.length > 0)).toEqual([]);
  });

  it("ends a guess at a name where the name ends, and asks for what is new beside a letter, not for the letter", async () => {
    const { desk } = await openWith(
      "A社本社、株式会社日和見システムズ及び（株）小鳥遊電工の4社で確認された。株式会社あおぞら工房は347通確認した。A社竜胆計画。",
    );
    expect((await desk()).findings.map(({ text }) => text)).toEqual([
      "株式会社日和見システムズ",
      "（株）小鳥遊電工",
      "株式会社あおぞら工房",
      "竜胆計画",
    ]);
  });

  it("keeps a decision while the words and the sentence are the same, whatever changes elsewhere", async () => {
    const { session, text, desk, decideAll } = await openWith("国内最大手が標的となった。別の話である。");
    const before = find((await desk()).findings, "国内最大手");
    await decideAll([{ key: before.key, action: "allow", reason: "公表済み" }]);
    type(session, text.id, "題", "前置きを足した。国内最大手が標的となった。別の話を書き換えた。");
    expect(find((await desk()).findings, "国内最大手").decision).toMatchObject({
      action: "allow",
      reason: "公表済み",
      by: "佐伯",
    });
    type(session, text.id, "題", "国内最大手は重工業の会社であり、標的となった。");
    expect(find((await desk()).findings, "国内最大手").decision).toBeNull();
  });

  it("lists no more than a person can go through, and counts all", async () => {
    const { desk } = await openWith("霧峰重工業、".repeat(2_300));
    const { findings, open, capped } = await desk();
    expect([findings.length, open.must, capped]).toEqual([2_000, 2_300, true]);
  });
});

describe("a decision", () => {
  it("masks all of a group in one command, legal forms and honorifics with it, and writes the ledger", async () => {
    const { desk, decideAll } = await openWith(
      "株式会社あおば化学様と霧峰重工業（株）御中。\n\n| 組織 | 数 |\n| --- | --- |\n| 霧峰重工業株式会社 | 3 |\n",
    );
    const { findings } = await desk();
    const { changed } = await decideAll(
      [...new Set(findings.map(({ key }) => key))].map((key) => ({ key, action: "mask" })),
    );
    expect(changed).toBe(3);
    const after = await desk();
    expect(after.body).toBe("A社とB社。\n\n| 組織 | 数 |\n| --- | --- |\n| B社 | 3 |\n");
    expect(after.pseudonyms.map(({ label, organization }) => [label, organization?.title])).toEqual([
      ["A社", "株式会社あおば化学"],
      ["B社", "霧峰重工業株式会社"],
    ]);
    expect(after.findings).toEqual([]);
  });

  it("gives one who is in no roster the next letter of outsiders, everywhere", async () => {
    const { desk, decideAll } = await openWith(
      "籠宮フーズ株式会社が被害に遭った。その後、籠宮フーズ株式会社は復旧した。",
    );
    const { findings } = await desk();
    expect(find(findings, "籠宮フーズ株式会社").proposals.mask).toBe("X社");
    const keys = findings.filter(({ kind }) => kind === "organization").map(({ key }) => key);
    await decideAll(keys.map((key) => ({ key, action: "mask" })));
    const after = await desk();
    expect(after.body).toBe("X社が被害に遭った。その後、X社は復旧した。");
    expect(after.pseudonyms).toMatchObject([{ label: "X社", outside: "籠宮フーズ株式会社", places: 2 }]);
  });

  it("says it in other words, honorific and all, or describes all of an indicator", async () => {
    const { desk, decideAll } = await openWith(
      "都築様が https://evil-mx.com/kirimine/login を開いた。国内最大手である。",
    );
    const { findings } = await desk();
    await decideAll([
      { key: find(findings, "都築").key, action: "generalise", words: "担当者" },
      { key: find(findings, "国内最大手").key, action: "generalise", words: "大手" },
      { key: find(findings, "kirimine").key, action: "describe", words: "偽のログイン画面" },
    ]);
    expect((await desk()).body).toBe("担当者が 偽のログイン画面 を開いた。大手である。");
  });

  it("keeps what was allowed in a sentence when something else is taken out of it", async () => {
    const { desk, decideAll } = await openWith("国内最大手の霧峰重工業が標的となった。");
    const { findings } = await desk();
    await decideAll([{ key: find(findings, "国内最大手").key, action: "allow", reason: "公表済み" }]);
    await decideAll([{ key: find(findings, "霧峰重工業").key, action: "mask" }]);
    const after = await desk();
    expect(after.body).toBe("国内最大手のA社が標的となった。");
    expect(after.open).toEqual({ must: 0, review: 0 });
  });

  it("is refused as a whole: must allowed, no reason, no words, a text that is another by now", async () => {
    const { session, text, sanitiser, desk, decideAll } = await openWith("霧峰重工業は国内最大手である。");
    const { findings, sha256, body } = await desk();
    const must = find(findings, "霧峰重工業").key;
    const review = find(findings, "国内最大手").key;
    const mask = { key: must, action: "mask" as const };
    await expect(decideAll([mask, { key: must, action: "allow", reason: "理由" }])).rejects.toMatchObject({
      code: "sanitising.must-stays",
    });
    await expect(decideAll([mask, { key: review, action: "allow" }])).rejects.toMatchObject({
      code: "sanitising.reason-missing",
    });
    await expect(decideAll([mask, { key: review, action: "describe" }])).rejects.toMatchObject({
      code: "sanitising.words-missing",
    });
    await expect(decideAll([mask, { key: "0", action: "mask" }])).rejects.toMatchObject({
      code: "record.changed-meanwhile",
    });
    expect((await desk()).body).toBe(body);
    type(session, text.id, "題", `${body}追記。`);
    await expect(decide(session, sanitiser, { text, sha256, decisions: [mask] })).rejects.toMatchObject({
      code: "record.changed-meanwhile",
    });
  });

  it("to allow can be taken back", async () => {
    const { session, text, desk, decideAll } = await openWith("国内最大手である。");
    const { key } = find((await desk()).findings, "国内最大手");
    await decideAll([{ key, action: "allow", reason: "公表済み" }]);
    expect((await desk()).open.review).toBe(0);
    reconsider(session, { text, keys: [key] });
    expect((await desk()).open.review).toBe(1);
  });

  it("takes thousands at once", async () => {
    const { desk, decideAll } = await openWith(
      Array.from({ length: 1_500 }, (_, index) => `霧峰重工業で ${index} 件の通信があった。`).join("\n\n"),
    );
    const keys = (await desk()).findings.filter(({ severity }) => severity === "must").map(({ key }) => key);
    expect(await decideAll(keys.map((key) => ({ key, action: "mask" })))).toEqual({ changed: 1_500 });
    expect((await desk()).open.must).toBe(0);
  }, 30_000);
});

describe("a number", () => {
  it("is made coarser, and its exact value kept", async () => {
    const { session, text, desk } = await openWith("サーバの 68% が暗号化された。");
    const { numbers, sha256 } = await desk();
    const [number] = numbers;
    expect(number).toMatchObject({ text: "68%" });
    coarsen(session, { text, sha256, start: number?.start ?? 0, end: number?.end ?? 0, words: "約 7 割" });
    const after = await desk();
    expect(after.body).toBe("サーバの約 7 割が暗号化された。");
    expect(after.exactValues).toMatchObject([{ written: "約 7 割", exact: "68%" }]);
    expect(() => coarsen(session, { text, sha256, start: 0, end: 1, words: "x" })).toThrow(/changed-meanwhile/);
  });
});

describe("a hint", () => {
  it("is applied, all of one code or one; what is no hint of the text is not", async () => {
    const { session, text, desk } = await openWith("Ａ社と B 社の何等か。");
    const { hints, sha256 } = await desk();
    const chosen = hints.flatMap(({ start, end, suggestion }) =>
      suggestion === null ? [] : [{ start, end, suggestion }],
    );
    const forged = [{ start: 0, end: 2, suggestion: "霧峰重工業" }];
    expect(() => applyHints(session, { text, sha256, hints: forged })).toThrow(/changed-meanwhile/);
    applyHints(session, { text, sha256, hints: chosen });
    expect((await desk()).body).toBe("A社と B社の何らか。");
  });
});

describe("a label", () => {
  it("gives way to another in all places; one that another party has does not", async () => {
    const { session, text, desk, decideAll } = await openWith("株式会社あおば化学と霧峰重工業、AA社。霧峰重工業は。");
    await decideAll(
      [...new Set((await desk()).findings.map(({ key }) => key))].map((key) => ({ key, action: "mask" })),
    );
    expect(() => relabel(session, { text, from: "B社", to: "A社" })).toThrow(/label-taken/);
    expect(() => relabel(session, { text, from: "B社", to: "AA社" })).toThrow(/label-taken/);
    expect(() => relabel(session, { text, from: "Z社", to: "C社" })).toThrow(/not-found/);
    relabel(session, { text, from: "A社", to: "当該組織" });
    const after = await desk();
    expect(after.body).toBe("当該組織とB社、AA社。B社は。");
    expect(after.findings).toEqual([]);
    expect(after.pseudonyms.map(({ label, places }) => [label, places])).toEqual([
      ["当該組織", 1],
      ["B社", 2],
      ["AA社", 1],
    ]);
  });
});

describe("a passage as it is typed", () => {
  it("is looked at within 50 ms", async () => {
    const { session, sanitiser, text } = await openWith("本文。");
    loadObjects(session, [{ type: "organization", id: "O9", name: "常盤電力株式会社" }]);
    const passage = "参加組織の都築様によると、12,345 件のアクセスがあった。".repeat(4);
    await checkPassage(session, sanitiser, { text, passage });
    const times: number[] = [];
    for (let run = 0; run < 9; run += 1) {
      const started = performance.now();
      const { findings, numbers } = await checkPassage(session, sanitiser, { text, passage: `${passage}${run}` });
      times.push(performance.now() - started);
      expect([findings.filter(({ kind }) => kind === "person").length, numbers.length]).toEqual([4, 4]);
    }
    // The fastest of them: others may be at work on the same machine.
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe("masking all that waits", () => {
  it("ends with nothing open and keeps attackers' addresses", async () => {
    const { session, sanitiser, text } = await openWith(
      "2022年12月8日14時32分に、籠宮フーズ株式会社の御手洗部長が 03-5550-0199 に電話した。hxxps://kqzwx[.]top/a、203[.]0[.]113[.]9、竜胆計画。",
    );
    const { open, text: words } = await maskOpenFindings(session, sanitiser, text);
    expect(open).toEqual({ must: 0, review: 0 });
    expect(words.body).toMatch(
      /^2022年12月上旬に、X社の〔氏名〕部長が 〔電話番号〕 に電話した。hxxps:\/\/kqzwx\[\.\]top\/a、203\[\.\]0\[\.\]113\[\.\]9、/,
    );
    expect(words.body).not.toContain("竜胆");
  });
});
