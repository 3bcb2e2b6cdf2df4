import { describe, expect, it } from "vitest";
import { readMailFigure } from "#shared/narrative/readMailFigure.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { readUrlAnatomy } from "#shared/narrative/readUrlAnatomy.ts";
import { addReportsToCase } from "../cases/caseService.ts";
import { importFile } from "../intake/importFile.ts";
import { readRosterIndex } from "../intake/importMail.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { createWriteup } from "../writeups/writeupService.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { drawMailFigure, findMailSources } from "./mailFigure.ts";
import { drawUrlFigure } from "./urlFigure.ts";
import { cutUrl } from "./urlParts.ts";

const RECIPIENT = Buffer.from("m.tsuzuki@kirimine.example").toString("base64url");

const MAIL = [
  "From: =?utf-8?B?" + Buffer.from("霧峰重工業 人事部").toString("base64") + "?= <hr@evil-mx.com>",
  "Reply-To: answers@evil-reply.com",
  "To: m.tsuzuki@kirimine.example",
  "Cc: all@kirimine.example",
  "Subject: =?utf-8?B?" + Buffer.from("霧峰重工業 休暇申請の確認").toString("base64") + "?=",
  "Date: Thu, 15 Dec 2022 09:12:00 +0900",
  "Received: from mx.kirimine.example by gw.kirimine.example; Thu, 15 Dec 2022 09:12:03 +0900",
  "X-Mailer: Secret 1.0",
  "Message-ID: <1@evil-mx.com>",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "都築 真由 様",
  "",
  "",
  "",
  "霧峰重工業株式会社の皆様は次より確認してください。",
  `http://login.evil-mx.com/a?to=${RECIPIENT}`,
  "〔これは伏せではない〕 ```",
  ...Array.from({ length: 60 }, (_, index) => `行 ${index}`),
].join("\r\n");

const LINES = [
  {
    type: "organization",
    id: "O1",
    name: "霧峰重工業株式会社",
    reading: "キリミネジュウコウギョウ",
    aliases: ["霧峰重工業"],
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
    narrative: "株式会社あおば化学と霧峰重工業株式会社が同じメールを受信した。",
  },
  {
    type: "report",
    id: "R1",
    receivedAt: "2022-12-02T10:00:00+09:00",
    provider: { organization: "O1" },
    victim: { organization: "O1" },
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: "不審メール",
    cases: ["C1"],
  },
];

async function openWithMail() {
  const { session } = openTestBook(LINES);
  const [receipt] = [...importFile(session, readRosterIndex(session), { fileName: "a.eml", bytes: Buffer.from(MAIL) })];
  const caseId = session.read((db) => findCaseIdByExternalId(db, "C1")) ?? "";
  const reportId = receipt?.report ?? "";
  session.write("cases.addReports", (db) => addReportsToCase(db, caseId, [reportId], session.newId));
  const sanitiser = createSanitiser(session);
  const id = await createWriteup(session, sanitiser, caseId);
  return { session, sanitiser, ref: { kind: "writeup", id } as const, reportId };
}

describe("a mail as a figure", () => {
  it("tells what the attackers wrote, and nothing of who received it", async () => {
    const { session, sanitiser, ref, reportId } = await openWithMail();
    expect(session.read((db) => findMailSources(db, ref))).toMatchObject([
      { reportId, position: 0, subject: "霧峰重工業 休暇申請の確認", from: "霧峰重工業 人事部 <hr@evil-mx.com>" },
    ]);
    const drawn = await drawMailFigure(session, sanitiser, { text: ref, reportId, position: 0, date: "month" });
    const { mail, issues } = readMailFigure(drawn.source);
    expect(issues).toEqual([]);
    // The letter is that of the text, in which the other one came first.
    expect(mail.headers).toEqual([
      { name: "差出人", value: "B社 人事部 <hr[@]evil-mx[.]com>" },
      { name: "返信先", value: "answers[@]evil-reply[.]com" },
      { name: "宛先", value: "〔受信者〕" },
      { name: "件名", value: "B社 休暇申請の確認" },
      { name: "日時", value: "2022年12月" },
    ]);
    const body = mail.body.map((line) => line.map(({ text }) => text).join(""));
    expect(body.slice(0, 5)).toEqual([
      "〔氏名〕 様",
      "",
      "B社の皆様は次より確認してください。",
      "hxxp://login[.]evil-mx[.]com/a?to=〔識別子〕",
      "［これは伏せではない］ ```",
    ]);
    expect(body.at(-1)).toBe("〔以下略〕");
    for (const secret of ["kirimine", "霧峰", "都築", RECIPIENT, "Secret", "09:12"])
      expect(drawn.source).not.toContain(secret);
    const parsed = parseNarrative(drawn.markdown).blocks;
    expect(parsed).toEqual([
      { kind: "figure", figure: "mail", caption: drawn.caption, label: "", source: drawn.source },
    ]);
  });

  it("says when as exactly as told, and knows the text's own mails only", async () => {
    const { session, sanitiser, ref, reportId } = await openWithMail();
    const dated = async (date: "day" | "minute") =>
      (await drawMailFigure(session, sanitiser, { text: ref, reportId, position: 0, date })).source;
    expect(await dated("day")).toContain("日時: 2022年12月15日\n");
    expect(await dated("minute")).toContain("日時: 2022年12月15日 09:12\n");
    const other = { text: ref, reportId, position: 1, date: "month" } as const;
    await expect(drawMailFigure(session, sanitiser, other)).rejects.toMatchObject({ code: "record.not-found" });
  });
});

describe("a URL as a figure", () => {
  it("has every part with what it is for, and a mask where a recipient is told", async () => {
    const { session, sanitiser, ref } = await openWithMail();
    const draw = async (url: string) =>
      readUrlAnatomy((await drawUrlFigure(session, sanitiser, { text: ref, url })).source);
    expect(await draw(`hxxps://login[.]evil-mx[.]com/portal/index.php?id=${RECIPIENT}&lang=ja#top`)).toEqual({
      issues: [],
      parts: [
        { text: "hxxps://login[.]evil-mx[.]com", meaning: "接続先" },
        { text: "/portal/index.php", meaning: "パス" },
        { text: "?id=〔識別子〕", meaning: "受信者を識別できる文字列（Base64）" },
        { text: "&lang=ja", meaning: "パラメーター lang" },
        { text: "#top", meaning: "フラグメント（サーバーには送られない）" },
      ],
    });
    const { parts } = await draw(
      `https://urldefense.com/v3/__https://evil-mx.com/a|b*__;${Buffer.from("é").toString("base64")}!!abc$`,
    );
    expect(parts[0]).toEqual({ text: "〔URL検査サービスのリンク〕", meaning: "URLを検査するサービス" });
    expect(parts.slice(1, 3).map(({ text }) => text)).toEqual(["hxxps://evil-mx[.]com", "/a|b*"]);
    expect(parts.at(-1)?.meaning).toBe("検査するサービスが書き加えた部分");
    const safe = await draw(
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil-mx.com%2Fx&data=05",
    );
    expect(safe.parts.map(({ text }) => text)).toEqual([
      "〔URL検査サービスのリンク〕",
      "hxxps://evil-mx[.]com",
      "/x",
      "〔識別子〕",
    ]);
    const wrapped = await draw(
      `https://check.evil-mx.com/v3/__https://leave.evil-mx.com/req/?d=${RECIPIENT}&u=x__;!!Q7k2`,
    );
    expect(wrapped.parts).toEqual([
      { text: "hxxps://check[.]evil-mx[.]com/v3/__", meaning: "URLを検査するサービス" },
      { text: "hxxps://leave[.]evil-mx[.]com", meaning: "接続先" },
      { text: "/req/", meaning: "パス" },
      { text: "?d=〔識別子〕", meaning: "受信者を識別できる文字列（Base64）" },
      { text: "&u=x", meaning: "パラメーター u" },
      { text: "__;!!Q7k2", meaning: "検査するサービスが書き加えた部分" },
    ]);
    const imitated = await draw("https://kirimine.example.evil-mx.com/");
    expect(JSON.stringify(imitated)).not.toContain("kirimine");
    expect((await draw("https://203.0.113.7:8080/x")).parts[0]?.meaning).toBe("接続先（IPアドレスの直書き）");
  });

  it("is cut without a gap, whatever it is", () => {
    const urls = [
      "https://a.example",
      "nonsense",
      "https://a.example?x",
      "http://[::1]/#",
      "https://a/b?c=d&&e#f?g",
      "?",
    ];
    for (const url of urls) {
      expect(
        cutUrl(url)
          .map(({ start, end }) => url.slice(start, end))
          .join(""),
      ).toBe(url);
    }
  });
});
