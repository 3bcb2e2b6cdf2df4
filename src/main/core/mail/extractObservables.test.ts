import { describe, expect, it } from "vitest";
import { mailBytes } from "#test/fixtures/mails/encodeJapanese.ts";
import { MAILS } from "#test/fixtures/mails/makeMails.ts";
import { extractObservables } from "./extractObservables.ts";
import { readMail } from "./readMail.ts";

function observed(bytes: Uint8Array): Record<string, string | null> {
  const { mail } = readMail(bytes, "x.eml");
  return Object.fromEntries(extractObservables(mail).map(({ kind, value, role }) => [`${kind} ${value}`, role]));
}

function attack(headers: string, text: string): Buffer {
  return mailBytes(`${headers}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n`, Buffer.from(text, "utf8"));
}

const TO_VICTIM = "From: evil@attacker.example\r\nTo: taro@victim.example\r\nSubject: s";

describe("extractObservables", () => {
  it("takes the attack mail's indicators and the first outside server, nothing of the covering mail", () => {
    const found = observed(MAILS["forward-attached-7bit.eml"]?.() ?? Buffer.alloc(0));
    expect(found).toEqual({
      "email-addr billing@attacker.example": "attacker",
      "domain-name attacker.example": "attacker",
      "email-addr pay@attacker-reply.example": "attacker",
      "domain-name attacker-reply.example": "attacker",
      "email-message 【至急】お支払い期日変更のご連絡（㈱虚構商事）": "attacker",
      "ipv4-addr 203.0.113.77": "attacker",
      "url http://invoice.attacker.example/pay?id=1": "attacker",
      "domain-name invoice.attacker.example": "attacker",
      "file 92ff8efee08ad1c2cd2b7abe5734caebc5d819bd65ec6c9aebc155e12d724f10": "attacker",
      "file 請求書.pdf.exe": "attacker",
      "email-addr keiri@aoba-denki.example": "victim",
    });
  });

  it("makes live what was written harmless", () => {
    const found = observed(
      attack(TO_VICTIM, "hxxps://ev[.]example/a と 203.0.113[.]9 と who＠evil．example と 2001:db8::5 です"),
    );
    expect(found).toMatchObject({
      "url https://ev.example/a": "attacker",
      "ipv4-addr 203.0.113.9": "attacker",
      "email-addr who@evil.example": "attacker",
      "ipv6-addr 2001:db8::5": "attacker",
    });
  });

  it("never takes the recipient's side for the attacker's, not even when it is imitated", () => {
    const found = observed(
      attack(
        "From: ceo@victim.example\r\nReply-To: ceo@attacker.example\r\nTo: taro@victim.example\r\nSubject: s",
        "https://portal.victim.example/ hanako@victim.example",
      ),
    );
    for (const [what, role] of Object.entries(found)) {
      expect(role, what).toBe(what.includes("victim.example") ? "victim" : "attacker");
    }
  });

  it("tells a service that was abused from the site behind it", () => {
    const found = observed(
      attack(
        TO_VICTIM,
        "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Flogin.attacker.example%2Fx&data=05 https://bit.ly/abc",
      ),
    );
    expect(found).toMatchObject({
      "domain-name jpn01.safelinks.protection.outlook.com": "abused",
      "url https://login.attacker.example/x": "attacker",
      "domain-name bit.ly": "abused",
    });
  });

  it("keeps the address but not the domain of a free mail service, and no private address", () => {
    const found = observed(
      attack(
        "Received: from pc ([192.168.0.5]) by mx.victim.example; Thu, 8 Dec 2022 09:01:02 +0900\r\nFrom: a@gmail.com\r\nTo: taro@victim.example\r\nSubject: s",
        "10.0.0.1 に置きました",
      ),
    );
    expect(Object.keys(found)).toEqual(["email-addr a@gmail.com", "email-message s", "email-addr taro@victim.example"]);
  });

  it("takes from a report without a mail only what was written harmless", () => {
    const found = observed(
      attack(
        "From: taro@victim.example\r\nTo: jcsip@hub.example\r\nSubject: report",
        "J-CSIP 御中 https://our.victim.example/ 通信先は hxxp://c2[.]attacker[.]example/ と 198.51.100[.]7",
      ),
    );
    expect(found).toEqual({
      "url http://c2.attacker.example/": "attacker",
      "domain-name c2.attacker.example": "attacker",
      "ipv4-addr 198.51.100.7": "attacker",
    });
  });
});
