import type { Invented } from "./inventRoster.ts";
import type { Random } from "./seededRandom.ts";

/** One way in which an organisation of the roster is written, before any disguise. */
export type Form = { name: string; text: string };

const katakana = (kana: string) =>
  kana.replaceAll(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60));
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const kunrei = (romaji: string) =>
  romaji
    .replaceAll("shi", "si")
    .replaceAll("sh", "sy")
    .replaceAll("chi", "ti")
    .replaceAll("ch", "ty")
    .replaceAll("tsu", "tu")
    .replaceAll("fu", "hu")
    .replaceAll("ji", "zi")
    .replaceAll("j", "zy");
const macron = (romaji: string) => romaji.replaceAll("koku", "kōku").replace(/o$/, "ō").replaceAll("kogyo", "kōgyō");

/** Everything that must be caught in a text about this organisation. */
export function mustForms(organization: Invented, parent: Invented | undefined, random: Random): Form[] {
  const core = organization.aliases[1] ?? organization.name;
  const person = random.pick(organization.people);
  const index = organization.people.indexOf(person);
  const entry = organization.persons[index];
  const [surname, given] = [person.surname, person.given];
  const domain = organization.domains[0] ?? "";
  const address = (organization.addresses[0] ?? "").replace(/^〒\S+\s/, "");
  const phone = organization.phones[0] ?? "";
  const digits = phone.replaceAll("-", "");
  return [
    { name: "name", text: organization.name },
    { name: "core", text: core },
    { name: "㈱", text: organization.aliases[0] ?? "" },
    { name: "(株)", text: `${core}(株)` },
    { name: "（株）", text: `（株）${core}` },
    { name: "alias", text: organization.aliases[2] ?? "" },
    { name: "reading", text: katakana(organization.reading ?? "") },
    { name: "English", text: organization.nameEn ?? "" },
    { name: "English core", text: (organization.nameEn ?? "").replace(" Co., Ltd.", "") },
    { name: "romaji", text: capital(organization.romaji) },
    { name: "ROMAJI", text: organization.romaji.toUpperCase() },
    { name: "kunrei", text: kunrei(organization.romaji) },
    { name: "macron", text: capital(macron(organization.romaji)) },
    { name: "domain", text: domain },
    { name: "host", text: `${random.pick(["vpn", "www2", "mail01", "fs-01"])}.${domain}` },
    { name: "defanged domain", text: domain.replaceAll(".", random.pick(["[.]", "(.)", "[dot]", " dot ", "{.}"])) },
    { name: "lookalike host", text: `${domain.split(".")[0] ?? ""}-login.account-check.example` },
    { name: "mail", text: entry?.email ?? "" },
    {
      name: "defanged mail",
      text: (entry?.email ?? "").replace("@", random.pick(["[@]", "[at]", "(at)"])).replaceAll(".", "[.]"),
    },
    { name: "person", text: `${surname[0]}${given[0]}` },
    { name: "person, spaced", text: `${surname[0]}${random.pick([" ", "　"])}${given[0]}` },
    { name: "person reading", text: katakana(surname[1] + given[1]) },
    { name: "person romaji", text: `${capital(given[2])} ${capital(surname[2])}` },
    { name: "person ROMAJI", text: `${surname[2].toUpperCase()} ${capital(given[2])}` },
    { name: "person address", text: `${given[2]}.${surname[2]}@mailer.example` },
    { name: "surname", text: `${surname[0]}${random.pick(["様", "氏", "さん", "部長", "課長"])}` },
    { name: "product", text: organization.products[0] ?? "" },
    { name: "address", text: address },
    { name: "address, hyphens", text: address.replace("丁目", "-").replace("番", "-").replace("号", "") },
    { name: "phone", text: phone },
    { name: "phone, digits", text: digits },
    { name: "phone, abroad", text: `+81-${phone.slice(1)}` },
    { name: "account", text: `C:\\Users\\${given[2].charAt(0)}.${surname[2]}\\Desktop` },
    {
      name: "DN",
      text: `CN=x,${domain
        .split(".")
        .map((label) => `DC=${label}`)
        .join(",")}`,
    },
    ...(parent === undefined ? [] : [{ name: "group head", text: parent.aliases[1] ?? parent.name }]),
  ].filter(({ text }) => text.length > 1);
}

const UNKNOWN_COMPANIES = [
  "株式会社槇尾鋳造",
  "籠宮フーズ株式会社",
  "（株）アルデバラン技研",
  "有限会社鶴居運輸",
  "蔦森総合病院",
  "Brightmoor Industries",
  "学校法人翠嵐学園",
  "倶利伽羅信用金庫",
];
const UNKNOWN_PEOPLE = [
  "一ノ瀬様",
  "勅使河原 誠さん",
  "御手洗部長",
  "Mr. Okabayashi",
  "鬼頭課長",
  "Ms. Kuramochi",
  "担当：四十万 健",
];
const OTHER_REVIEWS = [
  "03-5550-0199",
  "090-5550-1234",
  "〒999-0001",
  "福島県白妙市本町2丁目3番4号",
  "従業員数 1,234 名",
  "売上高 3,456 億円",
  "国内最大手",
  "2022年12月8日",
  "192.168.10.24",
  "k.unknown@partner-mail.example",
  "FILESV01",
  "業界唯一",
  "ヴェルダンテ事業部",
  "竜胆計画",
];

/** What names nobody of the roster, but somebody, or few. */
export function reviewForm(random: Random): Form {
  return { name: "review", text: random.pick([...UNKNOWN_COMPANIES, ...UNKNOWN_PEOPLE, ...OTHER_REVIEWS]) };
}

/** What looks like an identifier and is none: it must come out as it went in. */
export function decoyForm(random: Random): Form {
  const hex = (length: number) => Array.from({ length }, () => random.pick([..."0123456789abcdef"])).join("");
  return {
    name: "decoy",
    text: random.pick([
      () => `CVE-2022-${10_000 + random.below(30_000)}`,
      () => `Ver. ${random.below(20)}.${random.below(10)}.${random.below(300)}.${random.below(9)}`,
      () => `report.v${random.below(9)}.docx`,
      () => `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
      () => hex(64),
      () => hex(32),
      () => Buffer.from("お知らせの内容を確認してください").toString("base64"),
      () => Buffer.from(`session=${hex(10)}`).toString("base64"),
      () => encodeURIComponent("検索結果の一覧"),
      () => `項番 ${random.below(900)}-${random.below(900)}`,
      () => random.pick(["瀬戸内海", "富岳三十六景", "黒部ダム", "常磐線", "高崎駅", "桑原町"]),
      () => random.pick(["佐々木小次郎の故事", "渡邊崋山", "長峯小学校前"]),
      () => random.pick(["business", "seiko-matic", "Tokiwadai", "kurobe-dam", "network", "takasakishi"]),
      () => random.pick(["電力需給", "化学反応", "重工業地帯", "精密機器", "総合案内", "中央値", "航空券"]),
      () => random.pick(["A社", "Ａ社", "A 社", "X社", "当該組織", "参加組織"]),
      () => random.pick(["JPCERT/CC", "Microsoft 365", "Active Directory", "PsExec", "WordPress", "TLP:AMBER+STRICT"]),
      () => `T15${60 + random.below(9)}.00${random.below(4)}`,
      () => random.pick(["約 2,000 万円", "約 7 割", "1,000 万件弱", "2022 年 12 月時点", "1 か月強"]),
      () => random.pick(["https://www.ipa.go.jp/security/", "https://www.jpcert.or.jp/"]),
      () =>
        random.pick([
          "C:\\Windows\\System32\\cmd.exe",
          "C:\\Users\\Public\\Documents",
          "/usr/local/bin/php",
          "HKLM\\Software\\Microsoft",
        ]),
    ])(),
  };
}

/** Attackers' indicators, which must survive, defanged or not. */
export function indicatorForm(random: Random): Form {
  const word = random.pick(["secure-verify", "invoice-doc", "mx-relay7", "update-cdn", "kotoba-mail"]);
  const top = random.pick(["com", "net", "example", "top", "xyz"]);
  const host = `${word}${random.below(900)}.${top}`;
  return {
    name: "indicator",
    text: random.pick([
      () => `https://${host}/wp-content/${random.below(999)}/login.php`,
      () => `http://${host}/a.php?id=${random.below(99_999)}&r=1`,
      () => host,
      () => `sub.${host}`,
      () => `support@${host}`,
      () => `203.0.113.${1 + random.below(250)}`,
      () => `198.51.100.${1 + random.below(250)}`,
      () => `hxxps://${host.replaceAll(".", "[.]")}/index.html`,
      () => `2001:db8::${random.below(9999)}`,
    ])(),
  };
}
