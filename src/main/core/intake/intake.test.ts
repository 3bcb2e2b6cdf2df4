import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodedWord, mailBytes } from "#test/fixtures/mails/encodeJapanese.ts";
import { ATTACK_SUBJECT, MAILS } from "#test/fixtures/mails/makeMails.ts";
import { createBook } from "../casebook/openBook.ts";
import { verifyBook } from "../casebook/verifyBook.ts";
import type { BookSession } from "../database/bookSession.ts";
import { loadFiles } from "../exchange/loadFiles.ts";
import { getReport, makeReportVoid } from "../reports/reportService.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { importFile } from "./importFile.ts";
import { readRosterIndex } from "./importMail.ts";
import { importPaths } from "./importPaths.ts";
import { readReportMail } from "./readReportMail.ts";

const NOW_MS = Date.parse("2023-01-20T10:00:00+09:00");

const ROSTER = [
  { type: "casebook", version: 1 },
  { type: "sig", id: "s", name: "電機 SIG", from: "2012-04-01" },
  organization("aoba", "青葉電機株式会社", ["aoba-denki.example"], { aliases: ["青葉電機"] }),
  organization("aoba-parts", "青葉部品株式会社", ["parts.aoba-denki.example"], { parent: "aoba" }),
  organization("aoba-lab", "青葉研究所", ["lab.aoba-denki.example"], { parent: "aoba" }),
  { type: "membership", organization: "aoba", sig: "s", from: "2012-04-01" },
  { type: "membership", organization: "aoba-lab", sig: "s", from: "2012-04-01" },
];

function organization(id: string, name: string, domains: string[], more: object = {}): object {
  return {
    type: "organization",
    id,
    name,
    domains,
    aliases: [],
    persons: [],
    products: [],
    addresses: [],
    phones: [],
    ...more,
  };
}

let folder = "";
let session: BookSession;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intake-"));
  const options = { passphrase: "long enough a phrase", actor: "佐伯", now: () => NOW_MS };
  session = createBook(join(folder, "book.casebook"), options);
  const roster = join(folder, "roster.ndjson");
  writeFileSync(roster, ROSTER.map((line) => JSON.stringify(line)).join("\n"));
  loadFiles(session, [roster]);
});

afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

function bring(bytes: Uint8Array, fileName = "mail.eml") {
  return [...importFile(session, readRosterIndex(session), { fileName, bytes })];
}

function brought(bytes: Uint8Array, fileName?: string) {
  const [receipt] = bring(bytes, fileName);
  expect(receipt).toMatchObject({ status: "imported", error: null });
  return session.read((db) => getReport(db, receipt?.report ?? ""));
}

function fixture(name: string): Buffer {
  return MAILS[name]?.() ?? Buffer.alloc(0);
}

function countRows(table: string): number {
  const row: unknown = session.sqlite.prepare(`select count(*) as n from ${table}`).get();
  return typeof row === "object" && row !== null && "n" in row ? Number(row.n) : Number.NaN;
}

const TABLES = [
  "reports",
  "report_evidence",
  "artifacts",
  "artifact_chunks",
  "observables",
  "audit_entries",
  "audit_changes",
];

describe("importing a mail", () => {
  it("makes a report of the attack mail that a participant forwarded", () => {
    const report = brought(fixture("forward-attached-7bit.eml"));
    expect(report).toMatchObject({
      title: ATTACK_SUBJECT,
      provider: { kind: "organization", name: "青葉電機株式会社" },
      victim: null,
      receivedAt: Date.parse("2022-12-08T14:05:12+09:00"),
      occurredAt: Date.parse("2022-12-08T09:01:05+09:00"),
      channel: "mail",
      items: 1,
      assessment: "undetermined",
      category: "malware-mail",
      hasMail: true,
    });
    expect(report.body).toContain("転送いたします");
    expect(report.observables).toContainEqual({ kind: "ipv4-addr", value: "203.0.113.77", role: "attacker" });
    expect(report.evidence.map(({ role, fileName, trueType }) => [role, fileName, trueType])).toEqual([
      ["source", "mail.eml", "message/rfc822"],
      ["attachment", "attack.eml", "message/rfc822"],
      ["attachment", "請求書.pdf.exe", "application/x-msdownload"],
    ]);
  });

  it("takes a participant's mail to nobody named for the participant's own", () => {
    const head = "From: X <x@MAIL.aoba-denki.example>\r\nSubject: s\r\nDate: Thu, 8 Dec 2022 09:01:00 +0900\r\n";
    expect(brought(Buffer.from(`${head}\r\nbody\r\n`))).toMatchObject({
      provider: { kind: "organization", name: "青葉電機株式会社" },
      observables: [],
    });
  });

  it("never takes a participant for the attacker, whose name the attack may bear", () => {
    const head = "From: x@lab.aoba-denki.example\r\nTo: y@other.example\r\nReply-To: z@attacker.example\r\n";
    const attack = `${head}Subject: s\r\nDate: Thu, 8 Dec 2022 09:01:00 +0900\r\n\r\nhttps://aoba-denki.example/a\r\n`;
    const forward =
      "From: sec@provider.example\r\nTo: hub@hub.example\r\nSubject: Fw\r\nMIME-Version: 1.0\r\n" +
      `Content-Type: message/rfc822\r\n\r\n${attack}`;
    const { observables } = brought(Buffer.from(forward));
    const attackers = observables.filter(({ role }) => role === "attacker").map(({ value }) => value);
    expect(attackers).toEqual(expect.arrayContaining(["z@attacker.example", "attacker.example"]));
    expect(attackers.filter((value) => value.includes("aoba-denki"))).toEqual([]);
    expect(observables).toContainEqual({ kind: "email-addr", value: "x@lab.aoba-denki.example", role: "abused" });
  });

  it("keeps every byte of the mail, and reads it anew for display", () => {
    const bytes = fixture("forward-attached-base64.eml");
    const { id, evidence } = brought(bytes);
    session.read((db) => {
      expect(readArtifact(db, evidence[0]?.artifactId ?? "").bytes.equals(bytes)).toBe(true);
      expect(readReportMail(db, id)?.attacks).toMatchObject([
        { how: "attached", message: { subject: ATTACK_SUBJECT } },
      ]);
    });
    expect(verifyBook(session)).toEqual([]);
  });

  it("writes one audit entry a mail", () => {
    const before = countRows("audit_entries");
    brought(fixture("html-only.eml"));
    expect(countRows("audit_entries")).toBe(before + 1);
  });

  it("calls the same file twice a duplicate of the first report, and takes it again once that is void", () => {
    const first = brought(fixture("html-only.eml"));
    const rows = TABLES.map(countRows);
    expect(bring(fixture("html-only.eml"), "copy.eml")).toMatchObject([{ status: "duplicate", report: first.id }]);
    expect(TABLES.map(countRows)).toEqual(rows);
    session.write("reports.makeVoid", (db) => makeReportVoid(db, first.id, "二重", NOW_MS));
    expect(bring(fixture("html-only.eml"))[0]?.status).toBe("imported");
  });

  it("takes the same attack from another provider as a report of its own", () => {
    const bytes = fixture("forward-attached-7bit.eml");
    const other = Buffer.from(bytes.toString("latin1").replace("yamada@aoba-denki", "sato@lab.aoba-denki"), "latin1");
    expect(brought(bytes).provider.name).toBe("青葉電機株式会社");
    expect(brought(other).provider.name).toBe("青葉研究所");
  });

  it.each([
    ["a participant", "a@aoba-denki.example", "青葉電機株式会社", null],
    ["a host under its domain", "a@mail.tokyo.aoba-denki.example", "青葉電機株式会社", null],
    ["a group company with a membership", "a@lab.aoba-denki.example", "青葉研究所", null],
    ["a group company without one", "a@parts.aoba-denki.example", "青葉電機株式会社", "青葉部品株式会社"],
    ["a domain that only ends alike", "a@not-aoba-denki.example", "not-aoba-denki.example", null],
    ["someone outside", "a@mx.outside.example", "outside.example", null],
    [
      "an alias as the name at a free mail service",
      `${encodedWord("青葉電機 山田", "utf-8")} <x@gmail.com>`,
      "青葉電機株式会社",
      null,
    ],
    ["a stranger at a free mail service", "Taro <taro@gmail.com>", "Taro", null],
  ])("proposes the provider for %s", (_, from, provider, victim) => {
    const text = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
    const cover = mailBytes(
      `From: ${from}\r\nTo: jcsip@hub.example\r\nSubject: report\r\nDate: Thu, 8 Dec 2022 14:05:00 +0900\r\n${text}`,
      Buffer.from("不審なメールの情報提供です。\r\n", "utf8"),
    );
    const report = brought(cover);
    expect(report.provider.name).toBe(provider);
    expect(report.victim?.name ?? null).toBe(victim);
  });

  it("proposes who received an attack mail that comes alone", () => {
    expect(brought(fixture("direct-attack-jis.eml")).provider.name).toBe("青葉電機株式会社");
  });

  it("takes now for a date that cannot be", () => {
    const mail = (date: string): Buffer => Buffer.from(`From: a@x.example\r\nSubject: s\r\nDate: ${date}\r\n\r\nx\r\n`);
    expect(brought(mail("Thu, 8 Dec 2032 14:05:00 +0900")).receivedAt).toBe(NOW_MS);
    expect(brought(mail("yesterday")).receivedAt).toBe(NOW_MS);
  });

  it.each([
    ["empty.eml", Buffer.alloc(0), "intake.empty"],
    ["cut.eml", fixture("direct-attack-jis.eml").subarray(0, 1500), "intake.damaged"],
    ["a.pdf", Buffer.from("%PDF-1.7\n"), "intake.not-a-mail"],
    ["a.docx", Buffer.from(zipSync({ "word/document.xml": strToU8("<w/>") })), "intake.not-a-mail"],
  ])("stores nothing of %s and says why", (fileName, bytes, code) => {
    const rows = TABLES.map(countRows);
    expect(bring(bytes, fileName)).toMatchObject([
      { path: fileName, status: "failed", report: null, error: { code, params: { file: fileName } } },
    ]);
    expect(TABLES.map(countRows)).toEqual(rows);
  });

  it("leaves nothing behind when storing fails half-way", () => {
    session.sqlite.exec(
      "create temp trigger full before insert on report_evidence begin select raise(abort, 'no'); end",
    );
    const rows = TABLES.map(countRows);
    expect(() => bring(fixture("html-only.eml"))).toThrow();
    session.sqlite.exec("drop trigger full");
    expect(TABLES.map(countRows)).toEqual(rows);
    expect(bring(fixture("html-only.eml"))[0]?.status).toBe("imported");
  });
});

describe("importing many", () => {
  it("takes the mails of an archive and tells what is wrong with the others", () => {
    const archive = zipSync({
      "a/one.eml": fixture("html-only.eml"),
      "a/two.eml": fixture("html-only.eml"),
      "note.txt": strToU8("not a mail"),
      "bomb.eml": new Uint8Array(20_000_000),
      "three.eml": fixture("flowed.eml"),
    });
    expect(bring(archive, "束.zip").map(({ path, status, error }) => [path, status, error?.code])).toEqual([
      ["束.zip/a/one.eml", "imported", undefined],
      ["束.zip/a/two.eml", "duplicate", undefined],
      ["束.zip/note.txt", "failed", "intake.not-a-mail"],
      ["束.zip/bomb.eml", "failed", "intake.archive-bomb"],
      ["束.zip/three.eml", "imported", undefined],
    ]);
  });

  it("goes through folders, and past what cannot be read", () => {
    const inbox = join(folder, "inbox");
    mkdirSync(join(inbox, "sub"), { recursive: true });
    writeFileSync(join(inbox, "sub", "a.eml"), fixture("flowed.eml"));
    writeFileSync(join(inbox, "b.eml"), fixture("html-only.eml"));
    writeFileSync(join(inbox, "Thumbs.db"), "x");
    writeFileSync(join(inbox, "huge.eml"), "");
    truncateSync(join(inbox, "huge.eml"), 200 * 1024 * 1024);
    symlinkSync(inbox, join(inbox, "round"));
    const receipts = [...importPaths(session, [inbox, join(folder, "nowhere")])];
    expect(receipts.map(({ path, status, error }) => [path.slice(folder.length), status, error?.code])).toEqual([
      ["/inbox/b.eml", "imported", undefined],
      ["/inbox/huge.eml", "failed", "intake.too-large"],
      ["/inbox/sub/a.eml", "imported", undefined],
      ["/nowhere", "failed", "storage.not-found"],
    ]);
  });

  it("names a path that the system will not even look at, and goes on", () => {
    const mail = join(folder, "z.eml");
    writeFileSync(mail, fixture("flowed.eml"));
    const receipts = [...importPaths(session, [join(folder, "x".repeat(5000)), mail])];
    expect(receipts.map(({ status, error }) => [status, error?.code])).toEqual([
      ["failed", "storage.unreadable"],
      ["imported", undefined],
    ]);
  });
});
