import { describe, expect, it } from "vitest";
import { base64Lines, encodedWord, mailBytes } from "#test/fixtures/mails/encodeJapanese.ts";
import { MAILS } from "#test/fixtures/mails/makeMails.ts";
import { domainOfAddress } from "./mailAddresses.ts";
import { readMail } from "./readMail.ts";

const isParticipant = (address: string): boolean => domainOfAddress(address).endsWith("aoba-denki.example");

function told(bytes: Uint8Array, roster = true) {
  return readMail(bytes, "x.eml", roster ? isParticipant : undefined).mail;
}

function fixture(name: string): Buffer {
  return MAILS[name]?.() ?? Buffer.alloc(0);
}

type Head = { from: string; to: string; subject?: string };

function head({ from, to, subject = "s" }: Head): string {
  return `From: ${from}\r\nTo: ${to}\r\nSubject: ${encodedWord(subject, "utf-8")}\r\nMIME-Version: 1.0\r\n`;
}

function textMail(who: Head, text: string): Buffer {
  const type = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  return mailBytes(head(who), type, `${base64Lines(Buffer.from(text, "utf8"))}\r\n`);
}

let boundaries = 0;

function forwarding(who: Head, ...mails: readonly Uint8Array[]): Buffer {
  boundaries += 1;
  const boundary = `f${boundaries}`;
  const parts = mails.flatMap((mail) => [`--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n`, mail, "\r\n"]);
  const opening = `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n\r\ncover\r\n`;
  return mailBytes(head(who), opening, ...parts, `--${boundary}--\r\n`);
}

const HUB = "jcsip@hub.example";
const STAFF = "taro@aoba-denki.example";
const TEAM = "csirt@sec.aoba-denki.example";
const EVIL = "x@attacker.example";
const ATTACK = textMail({ from: EVIL, to: STAFF, subject: "攻撃" }, "クリック");

describe("tellApart", () => {
  it("finds several attack mails in one covering mail", () => {
    const mail = told(forwarding({ from: TEAM, to: HUB }, ATTACK, ATTACK));
    expect(mail.covering?.from?.address).toBe(TEAM);
    expect(mail.attacks.map(({ how, message }) => [how, message.subject])).toEqual([
      ["attached", "攻撃"],
      ["attached", "攻撃"],
    ]);
  });

  it("goes through mails that the same organisation passed on", () => {
    const passed = forwarding({ from: STAFF, to: TEAM, subject: "届きました" }, ATTACK);
    const mail = told(forwarding({ from: TEAM, to: HUB }, passed));
    expect(mail.attacks).toMatchObject([{ message: { subject: "攻撃", from: { address: EVIL } } }]);
    expect(mail.covering?.nested).toMatchObject([{ subject: "届きました", nested: [] }]);
  });

  it("keeps a mail inside the attack mail with the attack", () => {
    const attackWithMail = forwarding({ from: EVIL, to: STAFF, subject: "外側" }, ATTACK);
    const mail = told(forwarding({ from: TEAM, to: HUB }, attackWithMail));
    expect(mail.attacks).toMatchObject([{ message: { subject: "外側", nested: [{ subject: "攻撃" }] } }]);
    expect(told(attackWithMail)).toMatchObject({ covering: null, attacks: [{ how: "direct" }] });
  });

  it("takes a stranger's mail to a participant for the attack, whatever it quotes", () => {
    const quoted =
      "見てください\n\n---------- Forwarded message ---------\nFrom: ceo@aoba-denki.example\nSubject: 振込\nDate: 2022年12月8日\n\n本文";
    expect(told(textMail({ from: EVIL, to: STAFF, subject: "Fwd: 振込" }, quoted))).toMatchObject({
      covering: null,
      attacks: [{ how: "direct" }],
    });
  });

  it("takes a reply that quotes its recipient for no forward", () => {
    expect(told(fixture("bec-stolen-thread.eml"), false)).toMatchObject({
      covering: null,
      attacks: [{ how: "direct" }],
    });
  });

  it.each([
    [
      "差出人: 虚構 <x@attacker.example>\n送信日時: 2022年12月8日 9:01\n宛先: taro@aoba-denki.example\n件名: 請求\n\n中身",
      "FW: 請求",
    ],
    [
      "From: Evil [mailto:x@attacker.example]\nSent: Thursday, December 8, 2022 9:01 AM\nTo: Taro\nSubject: 請求\n\n中身",
      "FW: 請求",
    ],
    [
      "Begin forwarded message:\n\nFrom: Evil <x@attacker.example>\nSubject: 請求\nDate: December 8, 2022 9:01:00 JST\nTo: taro@aoba-denki.example\n\n中身",
      "届きました",
    ],
    [
      "> From: x[@]attacker[.]example\n> Date: 2022/12/08 9:01\n> To: taro@aoba-denki.example\n> Subject: 請求\n>\n> 中身",
      "転送: 請求",
    ],
    ["*差出人：* Evil <x@attacker.example>\n*送信日時：* 2022/12/08 9:01\n*件名：* 請求\n\n中身", "Fw: 請求"],
  ])("reads the lines clients write above a forwarded text: %#", (block, subject) => {
    const mail = told(textMail({ from: STAFF, to: HUB, subject }, `お世話になります。\n\n${block}\n`));
    expect(mail.covering?.text).toBe("お世話になります。");
    expect(mail.attacks).toMatchObject([
      {
        how: "inline",
        message: {
          from: { address: EVIL },
          subject: "請求",
          text: "中身",
          sentAt: Date.parse("2022-12-08T09:01:00+09:00"),
        },
      },
    ]);
  });

  it.each([
    [
      "Outlook",
      "<div><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span> 虚構 &lt;x@attacker.example&gt; <br><b>Sent:</b> Thursday, December 8, 2022 9:01 AM<br><b>To:</b> taro@aoba-denki.example<br><b>Subject:</b> 請求</span></p></div><p>中身</p>",
    ],
    [
      "Outlook in Japanese",
      '<hr><div id="divRplyFwdMsg"><b>差出人:</b> 虚構 &lt;x@attacker.example&gt;<br><b>送信日時:</b> 2022年12月8日 9:01<br><b>宛先:</b> 太郎 &lt;taro@aoba-denki.example&gt;<br><b>件名:</b> 請求<div>&nbsp;</div></div><div>中身</div>',
    ],
    [
      "Gmail",
      '<br><div>---------- Forwarded message ---------<br>From: <strong>虚構</strong> <span>&lt;<a href="mailto:x@attacker.example">x@attacker.example</a>&gt;</span><br>Date: 2022年12月8日(木) 9:01<br>Subject: 請求<br>To:  &lt;<a href="mailto:taro@aoba-denki.example">taro@aoba-denki.example</a>&gt;<br></div><br>中身',
    ],
    [
      "Thunderbird",
      '<br>-------- Forwarded Message --------<table><tr><th>Subject: </th><td>請求</td></tr><tr><th>Date: </th><td>Thu, 8 Dec 2022 09:01:00 +0900</td></tr><tr><th>From: </th><td>虚構 <a href="mailto:x@attacker.example">&lt;x@attacker.example&gt;</a></td></tr></table><br>中身',
    ],
    [
      "Apple Mail",
      '<blockquote><div>転送されたメッセージ：</div><br><div><b>差出人: </b>虚構 &lt;<a href="mailto:x@attacker.example">x@attacker.example</a>&gt;<br></div><div><b>件名: </b><b>請求</b><br></div><div><b>日付: </b>2022年12月8日 9:01:00 JST<br></div><br><div>中身</div></blockquote>',
    ],
  ])("reads what %s writes into HTML", (_, html) => {
    const type = "Content-Type: text/html; charset=utf-8\r\n\r\n";
    const bytes = mailBytes(
      head({ from: STAFF, to: HUB, subject: "Fwd: 請求" }),
      type,
      Buffer.from(`<p>転送します</p>${html}`, "utf8"),
    );
    const mail = told(bytes);
    expect(mail.covering?.text).toBe("転送します");
    expect(mail.attacks).toMatchObject([
      {
        how: "inline",
        message: {
          from: { name: "虚構", address: EVIL },
          subject: "請求",
          text: "中身",
          sentAt: Date.parse("2022-12-08T09:01:00+09:00"),
        },
      },
    ]);
  });

  it("finds the last of forwards on forwards inside one organisation", () => {
    const inner = `From: ${EVIL}\nSent: 2022/12/08 9:01\nTo: ${STAFF}\nSubject: 請求\n\n中身`;
    const text = `どうぞ\n\n-----Original Message-----\nFrom: ${STAFF}\nSent: 2022/12/08 9:10\nTo: ${TEAM}\nSubject: FW: 請求\n\n届きました\n\n${inner}`;
    const mail = told(textMail({ from: TEAM, to: HUB, subject: "FW: FW: 請求" }, text));
    expect(mail.covering?.text).toBe("どうぞ\n\n届きました");
    expect(mail.attacks).toMatchObject([{ message: { from: { address: EVIL }, text: "中身" } }]);
  });

  it("takes a participant's mail to the hub for a report of something else than a mail", () => {
    const mail = told(textMail({ from: STAFF, to: HUB }, "サーバが暗号化されました"));
    expect(mail).toMatchObject({ covering: { from: { address: STAFF } }, attacks: [] });
  });

  it("takes an outsider's mail that speaks of reporting for a report", () => {
    const mail = told(textMail({ from: "a@outside.example", to: HUB }, "不審なメールの検体を送付します"));
    expect(mail).toMatchObject({ covering: { from: { address: "a@outside.example" } }, attacks: [] });
  });
});
