import { domainToASCII } from "node:url";
import { brotliCompressSync, deflateRawSync, gzipSync } from "node:zlib";
import {
  ascii85,
  b64,
  base32,
  base85,
  big16,
  braces,
  bytesX,
  circled,
  cyrillic,
  entities,
  fullWidth,
  greek,
  hex,
  mathBold,
  nested,
  regional,
  tags,
  url64,
  uuencode,
  wrapped,
  z85,
} from "./encodings.ts";
import type { RosterOrganization } from "#core/sanitising/roster.ts";
import { shiftJis } from "./charsets.ts";

/** Two participants and their head, as an adversary knows them. */
export const ROSTER: readonly RosterOrganization[] = [
  {
    id: "yamazaki",
    name: "山﨑精密工業株式会社",
    reading: "やまざきせいみつこうぎょう",
    nameEn: "Yamazaki Precision Industries Co., Ltd.",
    aliases: ["山﨑精密", "YPI"],
    domains: ["yamazaki-seimitsu.co.jp"],
    persons: [
      { name: "渡邉 佳織", reading: "わたなべ かおり", email: "kaori.watanabe@yamazaki-seimitsu.co.jp" },
      { name: "髙橋 龍之介", reading: "たかはし りゅうのすけ", email: "r-takahashi@yamazaki-seimitsu.co.jp" },
    ],
    products: ["ヤマセイ・フレックス"],
    addresses: ["〒389-0512 長野県東御市滋野乙1234番地5"],
    phones: ["0268-55-0123"],
    parent: "asama",
    industries: ["工作機械"],
  },
  {
    id: "asama",
    name: "浅間ホールディングス株式会社",
    reading: "あさまほーるでぃんぐす",
    nameEn: "Asama Holdings",
    aliases: ["浅間HD"],
    domains: ["asama-hd.example"],
    persons: [],
    products: [],
    addresses: ["長野県上田市中央3丁目7番1号"],
    phones: [],
    parent: null,
    industries: ["工作機械"],
  },
];

export const PARTIES = ["yamazaki"];

/** `hidden` must be found and gone; `kept` must still be there, defanged or not. */
export type Passage = { name: string; text: string; hidden: readonly string[]; kept?: readonly string[] };

export const NAME = "山﨑精密工業";
export const MAIL = "kaori.watanabe@yamazaki-seimitsu.co.jp";
const DOMAIN = "yamazaki-seimitsu.co.jp";
/** Hand-written, and apart from the generator's templates: passages as an analyst pastes them into a write-up. */
export const PASSAGES: readonly Passage[] = [
  // Prose
  {
    name: "old forms turned new",
    text: "被害にあった山崎精密工業では、翌日に復旧した。",
    hidden: ["山崎精密"],
  },
  {
    name: "one more variant",
    text: "山嵜精密工業（株）の渡辺佳織氏が最初に気付いた。",
    hidden: ["山嵜精密", "渡辺佳織"],
  },
  { name: "surname with a rank", text: "同社の高橋課長が受信者であった。", hidden: ["高橋課長"] },
  {
    name: "vertical forms",
    text: "︵株︶山﨑精密工業﹅ から連絡があった。",
    hidden: ["山﨑精密工業"],
  },
  { name: "zero width", text: "送付先は山\u200b﨑\u200d精\ufeff密工業の工場。", hidden: ["精\ufeff密"] },
  { name: "joined by a word joiner", text: "送付先はY\u2060P\u2060I の工場。", hidden: ["Y\u2060P\u2060I"] },
  {
    name: "combining voicing",
    text: "ヤマサ\u3099キセイミツコウキ\u3099ョウ の担当を名乗った。",
    hidden: ["セイミツコウ"],
  },
  { name: "spaced voicing", text: "ヤマサ゛キセイミツコウキ゛ョウ を名乗った。", hidden: ["セイミツコウ"] },
  { name: "half-width kana", text: "件名は「ﾔﾏｾｲ･ﾌﾚｯｸｽ 不具合の件」であった。", hidden: ["ﾔﾏｾｲ"] },
  { name: "hiragana", text: "やまざきせいみつこうぎょうの者と名乗る電話。", hidden: ["やまざきせいみつ"] },
  { name: "macrons", text: "Yamazaki Seimitsu Kōgyō was named in the mail.", hidden: ["Yamazaki Seimitsu"] },
  { name: "Kunrei", text: "Yamazaki Seimitu Kogyo を名乗る。", hidden: ["Yamazaki Seimitu"] },
  { name: "no spaces", text: "件名: YAMAZAKISEIMITSU 御中", hidden: ["YAMAZAKISEIMITSU"] },
  { name: "broken over lines", text: "標的は山﨑精\n密工業であり、", hidden: ["山﨑精\n密"] },
  {
    name: "broken with a hyphen",
    text: "the victim, Yama-\nzaki Precision Industries, said",
    hidden: ["zaki Precision"],
  },
  { name: "group head", text: "親会社の浅間ＨＤが公表した。", hidden: ["浅間ＨＤ"] },
  { name: "㈱ before", text: "㈱山﨑精密が宛先であった。", hidden: ["山﨑精密"] },
  { name: "the first name first", text: "Dear Kaori Watanabe, please confirm", hidden: ["Kaori Watanabe"] },
  { name: "initial", text: "宛先は k.watanabe@mailer.example", hidden: ["k.watanabe"] },
  {
    name: "place",
    text: "発送先は長野県東御市滋野乙１２３４−５とされた。",
    hidden: ["滋野乙"],
  },
  { name: "phone abroad", text: "折り返しは (+81) 268 55 0123 まで。", hidden: ["55 0123"] },
  { name: "phone in full width", text: "電話０２６８（５５）０１２３", hidden: ["０１２３"] },
  // Letters that only look like them
  {
    name: "circled letters",
    text: `サーバ名は ${circled("yamazaki-seimitsu")} で始まる。`,
    hidden: [circled("seimitsu")],
  },
  { name: "mathematical letters", text: `誘導先 ${mathBold("yamazaki-seimitsu")}.top`, hidden: [mathBold("seimitsu")] },
  { name: "flag letters", text: `社内略称${regional("YPI")}の文字`, hidden: [regional("YPI")] },
  { name: "full width", text: `誘導先 ${fullWidth("yamazaki-seimitsu")}．ｃｏｍ`, hidden: [fullWidth("seimitsu")] },
  {
    name: "Cyrillic",
    text: `https://${cyrillic("yamazaki-seimitsu")}.account-check.example/`,
    hidden: [cyrillic("seimitsu")],
    kept: ["account-check"],
  },
  {
    name: "Greek",
    text: `https://${greek("yamazaki-seimitsu")}.account-check.example/`,
    hidden: [greek("mitsu")],
    kept: ["account-check"],
  },
  {
    name: "punycode",
    text: `https://${domainToASCII("山崎精密工業")}.account-check.example/`,
    hidden: [domainToASCII("山崎精密工業")],
    kept: ["account-check"],
  },
  {
    name: "digits for letters",
    text: "https://yamazak1-se1m1tsu.account-check.example/",
    hidden: ["yamazak1"],
    kept: ["account-check"],
  },
  {
    name: "rn for m",
    text: "https://yarnazaki-seirnitsu.account-check.example/",
    hidden: ["yarnazaki"],
    kept: ["account-check"],
  },
  {
    name: "hyphenated apart",
    text: "https://yamazaki-sei-mitsu.account-check.example/",
    hidden: ["yamazaki-sei"],
    kept: ["account-check"],
  },
  { name: "invisible tags", text: `普通の文。${tags("YAMAZAKI-SEIMITSU")}続き。`, hidden: [tags("SEIMITSU")] },
  // Codes
  {
    name: "Base64 in a path",
    text: `https://cdn.evil.example/v/${url64(MAIL)}/t.gif`,
    hidden: [url64(MAIL)],
    kept: ["cdn", "evil"],
  },
  { name: "Base64 five deep", text: `パラメータは ${nested(NAME, 5)} であった。`, hidden: [nested(NAME, 5)] },
  {
    name: "Base64 over lines",
    text: `添付:\n${wrapped(b64(`宛先は${NAME}の${MAIL}です。よろしくお願いします。`), 40)}\n以上`,
    hidden: [b64(`宛先は${NAME}の`).slice(0, 20)],
  },
  {
    name: "Base64 over quoted lines",
    text: `> ${wrapped(b64(`to=${MAIL};name=${NAME};id=1`), 30).replaceAll("\n", "\n> ")}`,
    hidden: [b64(`to=${MAIL}`).slice(0, 24)],
  },
  { name: "Base64 of UTF-16BE", text: `値 ${b64(big16(NAME))}`, hidden: [b64(big16(NAME))] },
  {
    name: "Base64 of Shift_JIS",
    text: `値 ${b64(shiftJis(NAME.replace("﨑", "崎")) ?? "")}`,
    hidden: [b64(shiftJis("山崎精密") ?? "").slice(0, 10)],
  },
  { name: "Base64 of entities", text: `値 ${b64(entities(NAME))}`, hidden: [b64(entities(NAME))] },
  {
    name: "Base64 of percent",
    text: `https://evil.example/?q=${url64(encodeURIComponent(NAME))}`,
    hidden: [url64(encodeURIComponent(NAME))],
    kept: ["evil"],
  },
  {
    name: "Brotli in Base64",
    text: `d=${b64(brotliCompressSync(`{"to":"${MAIL}","org":"${NAME}"}`))}`,
    hidden: [b64(brotliCompressSync(`{"to":"${MAIL}","org":"${NAME}"}`))],
  },
  {
    name: "gzip in hex",
    text: `blob: ${gzipSync(`user=${MAIL}`).toString("hex")}`,
    hidden: [gzipSync(`user=${MAIL}`).toString("hex")],
  },
  {
    name: "deflate, URL-safe",
    text: `https://evil.example/s/${url64(deflateRawSync(`to=${MAIL}&n=1`))}`,
    hidden: [url64(deflateRawSync(`to=${MAIL}&n=1`))],
    kept: ["evil"],
  },
  {
    name: "Base32",
    text: `${base32(DOMAIN)}.dns.evil.example を引いた。`,
    hidden: [base32(DOMAIN).slice(0, 20)],
    kept: ["evil"],
  },
  {
    name: "Base32 in small letters",
    text: `${base32(DOMAIN).toLowerCase().replaceAll("=", "")}.dns.evil.example を引いた。`,
    hidden: [base32(DOMAIN).toLowerCase().slice(0, 20)],
    kept: ["evil"],
  },
  { name: "Ascii85", text: `<~${ascii85(MAIL)}~>`, hidden: [ascii85(MAIL)] },
  { name: "Base85", text: `b85: ${base85(MAIL)}`, hidden: [base85(MAIL)] },
  { name: "Z85", text: `z85: ${z85(MAIL)}`, hidden: [z85(MAIL)] },
  {
    name: "uuencode",
    text: `添付:\n${uuencode(`宛先一覧\n${MAIL}\n${NAME}`)}\n`,
    hidden: [uuencode(`宛先一覧\n${MAIL}\n${NAME}`).split("\n")[1] ?? ""],
  },
  { name: "hex in capitals", text: `0x${hex(NAME).toUpperCase()}`, hidden: [hex(NAME).toUpperCase()] },
  {
    name: "hex dump",
    text: `0000: ${(hex(MAIL).match(/../g) ?? []).join(" ")}`,
    hidden: [(hex(MAIL).match(/../g) ?? []).join(" ")],
  },
  { name: "\\u{…}", text: `const n = "${braces(NAME)}";`, hidden: [braces(NAME)] },
  { name: "\\x", text: `const n = "${bytesX(NAME)}";`, hidden: [bytesX(NAME)] },
  {
    name: "fromCharCode",
    text: `String.fromCharCode(${[...DOMAIN].map((sign) => sign.charCodeAt(0)).join(",")})`,
    hidden: [[...DOMAIN].map((sign) => sign.charCodeAt(0)).join(",")],
  },
  { name: "concatenated", text: `var u = "yamazaki" + "-sei" + "mitsu" + ".co.jp";`, hidden: ['yamazaki" + "-sei'] },
  {
    name: "percent of percent",
    text: `https://evil.example/?a=${encodeURIComponent(encodeURIComponent(NAME))}`,
    hidden: [encodeURIComponent(encodeURIComponent(NAME))],
    kept: ["evil"],
  },
  {
    name: "reversed",
    text: `逆さに書くと ${[...DOMAIN].toReversed().join("")} となる。`,
    hidden: [[...DOMAIN].toReversed().join("")],
  },
  {
    name: "a table",
    text: `| 項目 | 値 |\n| --- | --- |\n| 宛先 | ${MAIL} |\n| 組織 | Ｙ Ｐ Ｉ |`,
    hidden: [MAIL, "Ｙ Ｐ Ｉ"],
  },
  // What a mail and a machine carry
  {
    name: "encoded word",
    text: `Subject: =?UTF-8?B?${b64(`${NAME} 様 ご請求の件`)}?=`,
    hidden: [b64(`${NAME} 様`).slice(0, 16)],
  },
  {
    name: "VERP",
    text: `Return-Path: <bounce-kaori.watanabe=${DOMAIN}@news.evil.example>`,
    hidden: ["watanabe", DOMAIN],
    kept: ["evil"],
  },
  {
    name: "Received",
    text: `Received: from mx1.${DOMAIN} (mx1.${DOMAIN} [203.0.113.9])`,
    hidden: [DOMAIN],
    kept: ["203"],
  },
  {
    name: "account",
    text: "C:\\Users\\r-takahashi\\AppData\\Local\\Temp\\a.exe",
    hidden: ["r-takahashi"],
    kept: ["a.exe"],
  },
  {
    name: "Active Directory",
    text: "CN=Kaori Watanabe,OU=Users,DC=yamazaki-seimitsu,DC=co,DC=jp",
    hidden: ["Kaori Watanabe", "DC=yamazaki"],
  },
  {
    name: "certificate",
    text: 'subject=C = JP, O = "Yamazaki Precision Industries Co., Ltd.", CN = vpn.yamazaki-seimitsu.co.jp',
    hidden: ["Yamazaki Precision", "vpn.yamazaki"],
  },
  {
    name: "safelinks",
    text: `https://jpn01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://evil.example/?u=${url64(MAIL)}`)}&data=05%7C02%7C${encodeURIComponent(MAIL)}%7C0`,
    hidden: ["safelinks", url64(MAIL), "watanabe"],
    kept: ["evil"],
  },
  {
    name: "entities of entities",
    text: `<p>${entities(NAME).replaceAll("&", "&amp;")}</p>`,
    hidden: [entities(NAME).replaceAll("&", "&amp;")],
  },
  {
    name: "code points",
    text: [...NAME].map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(" "),
    hidden: ["U+7CBE"],
  },
  {
    name: "a token of JSON",
    text: `Authorization: Bearer ${url64('{"alg":"none"}')}.${url64(JSON.stringify({ sub: "1", email: MAIL, name: "Kaori" }))}.c2ln`,
    hidden: [url64(JSON.stringify({ sub: "1", email: MAIL, name: "Kaori" }))],
  },
  {
    name: "Base64 in groups of four",
    text: `key: ${(b64(MAIL).match(/.{1,4}/g) ?? []).join(" ")}`,
    hidden: [(b64(MAIL).match(/.{1,4}/g) ?? []).join(" ")],
  },
  {
    name: "Base64 with its signs escaped",
    text: `https://evil.example/?z=${encodeURIComponent(b64(`??>>${MAIL}`))}`,
    hidden: [encodeURIComponent(b64(`??>>${MAIL}`))],
    kept: ["evil"],
  },
  {
    name: "JSON with escapes",
    text: `{"n":"${[...NAME].map((sign) => `\\u${sign.charCodeAt(0).toString(16)}`).join("")}","u":"https:\\/\\/evil.example"}`,
    hidden: ["\\u7cbe"],
    kept: ["evil"],
  },
  {
    name: "wide characters with nothing between",
    text: `strings: ${[...DOMAIN].join("\0")}\0`,
    hidden: [[...DOMAIN].join("\0")],
  },
  {
    name: "wide characters with dots between",
    text: `strings: ${[...DOMAIN].join(".")}.`,
    hidden: [[...DOMAIN].join(".")],
  },
  { name: "an underlined host", text: "\\\\yamazaki_seimitsu_fs01\\share を暗号化", hidden: ["yamazaki_seimitsu"] },
  { name: "a file name", text: "添付ファイル: 【山﨑精密様】見積_渡邉様宛.xlsx", hidden: ["山﨑精密", "渡邉様"] },
  { name: "leet", text: "ユーザ名 y4m4z4k1-se1m1tsu で作成された", hidden: ["y4m4z4k1"] },
  { name: "simplified characters", text: "域名注册人: 山崎精密工业", hidden: ["山崎精密"] },
  { name: "brackets inside", text: "山﨑（やまざき）精密工業が", hidden: ["精密工業"] },
  { name: "ruby", text: "<ruby>山﨑<rt>やまざき</rt></ruby>精密工業が", hidden: ["精密工業"] },
  { name: "a comment inside", text: "山﨑<!-- x -->精密工業が", hidden: ["精密工業"] },
  { name: "emphasis", text: "**山﨑**精密*工業*が", hidden: ["精密*工業"] },
  { name: "product with another dot", text: "ヤマセイフレックスの保守契約を装う", hidden: ["ヤマセイフレックス"] },
  { name: "both orders", text: "KAORI WATANABE / WATANABE, Kaori", hidden: ["KAORI WATANABE", "WATANABE, Kaori"] },
  {
    name: "a long o",
    text: "担当は Ryunosuke TAKAHASHI および Ryuunosuke Takahasi",
    hidden: ["TAKAHASHI", "Takahasi"],
  },
];
