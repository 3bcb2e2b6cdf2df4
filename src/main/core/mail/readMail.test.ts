import { readFileSync } from "node:fs";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { AppError } from "#shared/errors.ts";
import { MAX_MAIL_BYTES, MAX_MAIL_PARTS, ReceivedMail } from "#shared/domain/mail.ts";
import { base64Lines, encodedWord, mailBytes } from "#test/fixtures/mails/encodeJapanese.ts";
import { ATTACK_SUBJECT, MAILS } from "#test/fixtures/mails/makeMails.ts";
import { readMail } from "./readMail.ts";

function fixture(name: string): Buffer {
  return readFileSync(new URL(`../../../../test/fixtures/mails/${name}`, import.meta.url));
}

function refusal(bytes: Uint8Array, fileName = "x.eml"): AppError {
  try {
    readMail(bytes, fileName);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

function only(bytes: Uint8Array) {
  const { mail } = readMail(bytes, "x.eml");
  const [attack] = mail.attacks;
  if (!attack) throw new Error("no attack mail");
  return attack.message;
}

const HEAD =
  "From: a@attacker.example\r\nTo: b@victim.example\r\nSubject: s\r\nDate: Thu, 8 Dec 2022 09:01:00 +0900\r\n";

describe("readMail", () => {
  it.each(Object.keys(MAILS))("keeps the fixture %s as it is made", (name) => {
    expect(fixture(name).equals(MAILS[name]?.() ?? Buffer.alloc(0))).toBe(true);
  });

  it.each(Object.keys(MAILS))("reads %s into its declared shape", (name) => {
    const { mail, contents } = readMail(fixture(name), name);
    expect(ReceivedMail.parse(mail)).toEqual(mail);
    for (const { message } of mail.attacks) {
      for (const file of message.attachments) expect(contents.get(file.sha256)?.length).toBe(file.sizeBytes);
    }
  });

  it("reads an address behind comments in comments", () => {
    const mail = Buffer.from(HEAD.replace("a@attacker.example", "a@attacker.example (Evil (sales))") + "\r\nbody\r\n");
    expect(only(mail).from?.address).toBe("a@attacker.example");
  });

  it("reads a file name out of a field that was encoded whole", () => {
    const disposition = encodedWord('attachment; filename="請求書.exe"', "utf-8");
    const mail = `${HEAD}Content-Type: application/octet-stream\r\nContent-Disposition: ${disposition}\r\n\r\nMZ\r\n`;
    expect(only(Buffer.from(mail)).attachments[0]?.fileName).toBe("請求書.exe");
  });

  it.each(["7bit", "base64", "octet-stream"])("finds the attack mail attached as %s", (how) => {
    const { mail, contents } = readMail(fixture(`forward-attached-${how}.eml`), "x.eml");
    expect(mail.covering).toMatchObject({
      subject: "不審メールの情報提供",
      from: { name: "山田 太郎", address: "yamada@aoba-denki.example" },
      attachments: [],
    });
    expect(mail.covering?.text).toContain("転送いたします");
    const [attack] = mail.attacks;
    expect(attack?.how).toBe("attached");
    expect(attack?.message).toMatchObject({
      subject: ATTACK_SUBJECT,
      from: { name: "虚構商事", address: "billing@attacker.example" },
      replyTo: [{ address: "pay@attacker-reply.example" }],
      messageId: "<evil-1@attacker.example>",
      attachments: [{ fileName: "請求書.pdf.exe", trueType: "application/x-msdownload", sizeBytes: 302 }],
    });
    expect(attack?.message.hops).toMatchObject([
      { fromIp: "10.1.2.3", by: "mbox.aoba-denki.example" },
      { fromIp: "203.0.113.77", with: "ESMTP", at: Date.parse("2022-12-08T09:01:02+09:00") },
      { fromIp: "198.51.100.200" },
    ]);
    const source = contents.get(attack?.message.source?.sha256 ?? "");
    expect(source && Buffer.from(source).equals(fixture("direct-attack-jis.eml"))).toBe(true);
  });

  it.each(["outlook", "gmail", "thunderbird"])("finds the attack mail forwarded as text by %s", (client) => {
    const { mail } = readMail(fixture(`forward-inline-${client}.eml`), "x.eml");
    expect(mail.covering?.text).toBe(
      "情報共有窓口 御中\n\n不審なメールを受信しましたので転送いたします。\n確認をお願いします。",
    );
    expect(mail.attacks).toMatchObject([
      {
        how: "inline",
        message: {
          subject: ATTACK_SUBJECT,
          from: { name: "虚構商事", address: "billing@attacker.example" },
          sentAt: Date.parse("2022-12-08T09:01:00+09:00"),
          links: [{ url: "http://invoice.attacker.example/pay?id=1" }],
        },
      },
    ]);
    expect(mail.attacks[0]?.message.text.startsWith("経理ご担当者様")).toBe(true);
  });

  it.each(["jis-unlabelled.eml", "jis-labelled-utf8.eml"])("repairs the charset of %s", (name) => {
    const message = only(fixture(name));
    expect(message.subject).toBe(ATTACK_SUBJECT);
    expect(message.text).toBe("半角ｶﾅと①と㈱のある本文です。");
    expect(message.damage).toEqual([]);
  });

  it("reads raw Shift_JIS headers and cp932 text", () => {
    expect(only(fixture("sjis-8bit.eml"))).toMatchObject({
      subject: ATTACK_SUBJECT,
      text: "①㈱高ではない、ソ表示の本文です。",
    });
  });

  it("writes out where a disguised link leads and fetches no logo", () => {
    const message = only(fixture("html-only.eml"));
    expect(message.textFrom).toBe("html");
    expect(message.text).toContain("こちら <https://inspect.vendor.example/v3/__https://login.attacker.example/");
    expect(message.remoteImages).toEqual(["https://logo.aoba-denki.example/logo.png"]);
    expect(message.text).not.toContain("<p>");
  });

  it("joins flowed lines", () => {
    expect(only(fixture("flowed.eml")).text).toBe("長い行を続けます。\n> 引用の続き\n-- \n署名");
  });

  it.each([
    ["LF", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")],
    ["CR", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\r"), "latin1")],
    ["an mbox line", (bytes: Buffer) => mailBytes("From a@b Thu Dec  8 09:01:00 2022\r\n", bytes)],
    ["a byte order mark", (bytes: Buffer) => mailBytes("\u00ef\u00bb\u00bf", bytes)],
    ["blank lines first", (bytes: Buffer) => mailBytes("\r\n\r\n", bytes)],
  ])("reads the same mail with %s", (_, change) => {
    const name = "forward-attached-base64.eml";
    const [plain, changed] = [fixture(name), change(fixture(name))].map((bytes) => readMail(bytes, name).mail);
    expect(changed?.attacks[0]?.message.attachments).toEqual(plain?.attacks[0]?.message.attachments);
    expect(changed?.covering?.text).toEqual(plain?.covering?.text);
  });

  it("agrees with postal-mime where that reads rightly", async () => {
    for (const name of ["direct-attack-jis.eml", "sjis-8bit.eml", "bec-stolen-thread.eml"]) {
      const theirs = await PostalMime.parse(fixture(name));
      const ours = only(fixture(name));
      if (name !== "sjis-8bit.eml") expect(ours.subject).toBe(theirs.subject);
      expect(ours.text.trim()).toBe((theirs.text ?? "").replaceAll("\r\n", "\n").trim());
      expect(ours.attachments.map(({ fileName }) => fileName)).toEqual(theirs.attachments.map((file) => file.filename));
    }
  });

  it("keeps related pictures inline, winmail.dat and unknown parts as attachments", () => {
    const bytes = mailBytes(
      `${HEAD}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/related; boundary=r\r\n\r\n`,
      "--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nplain\r\n",
      '--a\r\nContent-Type: text/html\r\n\r\n<p>html <a href="https://only-in-html.example/">x</a></p>\r\n--a--\r\n',
      "--r\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--r--\r\n",
      "--m\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n",
      "--m\r\nContent-Type: text/plain; name=note.txt\r\nContent-Disposition: attachment\r\n\r\nnote\r\n--m--\r\n",
    );
    const message = only(bytes);
    expect(message.text).toBe("plain");
    expect(message.links).toEqual([{ url: "https://only-in-html.example/", label: "x" }]);
    expect(message.attachments.map(({ fileName, inline, trueType }) => [fileName, inline, trueType])).toEqual([
      ["attachment-1.png", true, "image/png"],
      ["winmail.dat", false, "application/ms-tnef"],
      ["note.txt", false, "text/plain"],
    ]);
  });
});

describe("readMail refuses", () => {
  it.each([
    ["an empty file", Buffer.alloc(0), "intake.empty"],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), "intake.not-a-mail"],
    ["a web page", Buffer.from("<html><body>From: a\nSubject: b</body></html>"), "intake.not-a-mail"],
    ["random bytes", Buffer.from([0x00, 0xff, 0x13, 0x37, 0x0a, 0x99]), "intake.not-a-mail"],
    ["a note", Buffer.from("memo: call back\nsee you\n"), "intake.not-a-mail"],
    ["a Word file", mailBytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", Buffer.alloc(600)), "intake.damaged"],
  ])("%s", (_, bytes, code) => {
    expect(refusal(bytes, "怪.eml")).toMatchObject({ code, params: { file: "怪.eml" } });
  });

  it("a file over the limit, without looking into it", () => {
    expect(refusal(new Uint8Array(MAX_MAIL_BYTES + 1)).code).toBe("intake.too-large");
  });

  it("a mail of 10,000 parts, at once", () => {
    const parts = "--p\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(10_000);
    const startedMs = performance.now();
    const error = refusal(Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=p\r\n\r\n${parts}--p--\r\n`));
    expect(error).toMatchObject({ code: "intake.too-many-parts", params: { limit: MAX_MAIL_PARTS } });
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });

  it("multiparts in multiparts and mails in mails without end", () => {
    let parts = "x";
    for (let level = 0; level < 60; level += 1) {
      parts = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${parts}\r\n--b${level}--`;
    }
    expect(refusal(Buffer.from(`${HEAD}${parts}\r\n`)).code).toBe("intake.nested-too-deep");
    let mail = `${HEAD}\r\nx\r\n`;
    for (let level = 0; level < 60; level += 1) mail = `${HEAD}Content-Type: message/rfc822\r\n\r\n${mail}`;
    expect(refusal(Buffer.from(mail)).code).toBe("intake.nested-too-deep");
  });

  it("a mail that was cut anywhere in its attachment or between its parts", () => {
    const whole = mailBytes(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n`,
      "--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n",
      `${base64Lines(Buffer.alloc(500, 7))}\r\n--b--\r\n`,
    );
    expect(only(whole).attachments[0]?.sizeBytes).toBe(500);
    const attachmentAt = whole.indexOf("BwcH");
    const delimiterAt = whole.lastIndexOf("\r\n--b--");
    const wholeText = whole.indexOf("hello\r\n") + "hello\r\n".length;
    for (let end = HEAD.length; end < delimiterAt; end += 1) {
      if (end === wholeText) continue;
      const error = refusal(whole.subarray(0, end));
      expect(error.code, `cut at ${end} of ${whole.length}`).toBe("intake.damaged");
      if (end > attachmentAt) expect(error.params.reason).toBe("cut-in-attachment");
    }
  });

  it("nothing for want of the last delimiter alone", () => {
    const bytes = Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n`,
    );
    expect(only(bytes)).toMatchObject({ text: "hello", damage: ["end-missing"] });
  });

  it("no covering mail for a damaged mail inside: that stays an attachment", () => {
    const inner = `${HEAD}Content-Type: multipart/mixed; boundary=in\r\n\r\n--in\r\nContent-Ty`;
    const bytes = mailBytes(
      `${HEAD}Content-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\n\r\ntext\r\n--out\r\n`,
      `Content-Type: message/rfc822; name="${encodedWord("壊れた.eml", "utf-8")}"\r\n\r\n${inner}\r\n--out--\r\n`,
    );
    const message = only(bytes);
    expect(message.damage).toEqual(["nested-unreadable"]);
    expect(message.attachments).toMatchObject([{ fileName: "壊れた.eml", sizeBytes: inner.length }]);
  });
});
