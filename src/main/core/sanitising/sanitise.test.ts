import { describe, expect, it } from "vitest";
import { compileRoster } from "./compileRoster.ts";
import type { RosterOrganization } from "./roster.ts";
import { sanitise } from "./sanitise.ts";
import { scan } from "./scan.ts";

const organization: RosterOrganization = {
  id: "O1",
  name: "霧峰重工業株式会社",
  reading: "キリミネジュウコウギョウ",
  aliases: ["霧峰"],
  domains: ["kirimine-heavy.example"],
  persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine-heavy.example" }],
  products: [],
  addresses: [],
  phones: ["045-000-0105"],
};
const roster = compileRoster(organization);
const parties = ["O1"];
const token = Buffer.from("m.tsuzuki@kirimine-heavy.example").toString("base64url");

const texts: readonly (readonly [what: string, text: string, sanitised: string])[] = [
  [
    "a parameter's value, not the link",
    `https://evil-mx.com/a?to=${token}&v=2`,
    "hxxps://evil-mx[.]com/a?to=〔識別子〕&v=2",
  ],
  [
    "a label of a look-alike host",
    "http://kirimine-heavy-login.evil-mx.com/x",
    "hxxp://〔ドメイン〕-login[.]evil-mx[.]com/x",
  ],
  ["all of their own address", "https://vpn.kirimine-heavy.example/a?b=c を開く", "hxxps://〔ドメイン〕 を開く"],
  ["the name before an attacker's @", "kirimine-heavy.info@evil-mx.com", "〔識別子〕[@]evil-mx[.]com"],
  [
    "their address before an attacker's domain",
    "m.tsuzuki@kirimine-heavy.example.evil-mx.com",
    "〔メールアドレス〕[.]evil-mx[.]com",
  ],
  [
    "a wrapper, keeping the link inside",
    "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil-mx.com%2Fa%3Fe%3Dm.tsuzuki%40kirimine-heavy.example&data=05",
    "hxxps://evil-mx[.]com/a?e=〔識別子〕",
  ],
  [
    "a wrapper that only its vendor can open",
    "https://protect-eu.mimecast.com/s/AbCd を経由",
    "〔URL検査サービスのリンク〕 を経由",
  ],
  ["a name with its legal form", "霧峰重工業（株）の担当", "〔組織名〕の担当"],
  [
    "nothing of what is public",
    "Ver 1.2.3.4、report.v2.docx、ASP.NET、https://www.ipa.go.jp/",
    "Ver 1.2.3.4、report.v2.docx、ASP.NET、https://www.ipa.go.jp/",
  ],
  [
    "attackers' addresses by defanging",
    "203.0.113.7 と evil-mx.com、a@evil-mx.com",
    "203[.]0[.]113[.]7 と evil-mx[.]com、a[@]evil-mx[.]com",
  ],
];

describe("sanitise", () => {
  it.each(texts)("masks %s", (_, text, expected) => {
    const { text: sanitised, left } = sanitise(text, scan(text, roster, { parties }), roster, { parties });
    expect(left).toEqual([]);
    expect(sanitised).toBe(expected);
  });
});
