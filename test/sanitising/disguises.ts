import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { eucJp, inCharset, inJis, isJapanese, iso2022, shiftJis } from "./charsets.ts";
import type { Random } from "./seededRandom.ts";

/** A way to hide a string, and which strings it can be done to. */
export type Disguise = {
  name: string;
  /** Decoder whose absence must be noticed. */
  decoder?: string;
  /** "token" stands in a URL or a header, "prose" in a sentence. */
  place: "prose" | "token" | "link";
  fits?(plain: string): boolean;
  hide(plain: string, random: Random): string;
};

const isAscii = (text: string) => /^[\x20-\x7e]+$/.test(text);
const isLongAscii = (text: string) =>
  isAscii(text) && !text.includes("\\") && text.replaceAll(/[^a-z0-9]/gi, "").length >= 8;
const isKanji = (text: string) => /^[\u4e00-\u9fff々]{3,}$/.test(text);
const between = (text: string, mark: string) => [...text].join(mark);
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");
const percentAll = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const entity = (text: string, base: 10 | 16) =>
  [...text].map((sign) => `&#${base === 16 ? "x" : ""}${(sign.codePointAt(0) ?? 0).toString(base)};`).join("");
const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const HALF_KANA = new Map(
  [..."ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ"].map((half) => [half.normalize("NFKC"), half]),
);
const toHalf = (kana: string) =>
  [...kana.normalize("NFD")]
    .map((sign) => HALF_KANA.get(sign) ?? (sign === "\u3099" ? "ﾞ" : sign === "\u309a" ? "ﾟ" : sign))
    .join("");
const toHiragana = (kana: string) =>
  kana.replaceAll(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
const OLD = new Map(
  [..."沢澤高髙崎﨑浜濱辺邊斎齋国國広廣鉄鐵竜龍滝瀧学學真眞恵惠豊豐栄榮総總薬藥図圖"]
    .reduce<string[][]>((pairs, sign, at, all) => (at % 2 === 0 ? [...pairs, [sign, all[at + 1] ?? sign]] : pairs), [])
    .map(([now = "", old = ""]) => [now, old] as const),
);
const toOld = (text: string) => [...text].map((sign) => OLD.get(sign) ?? sign).join("");
const RADICALS = new Map(
  [..."日⽇青⻘長⻑見⾒竜⻯食⻝水⽔石⽯金⾦車⾞"]
    .reduce<string[][]>((pairs, sign, at, all) => (at % 2 === 0 ? [...pairs, [sign, all[at + 1] ?? sign]] : pairs), [])
    .map(([plain = "", radical = ""]) => [plain, radical] as const),
);
const toRadicals = (text: string) => [...text].map((sign) => RADICALS.get(sign) ?? sign).join("");

const safe = (text: string) => text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const rot = (text: string, by: number) =>
  text.replaceAll(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + by) % 26) + first);
  });
const quoted = (bytes: Uint8Array) =>
  [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
const swap16 = (text: string) => Buffer.from(text, "utf16le");
const link = (inner: string) => `https://login.account-check.example/auth?k=${inner}`;

/** Everything of sanitising.md's section 4, and more. */
export const DISGUISES: readonly Disguise[] = [
  { name: "plain", place: "prose", hide: (text) => text },
  { name: "spaces", place: "prose", fits: isKanji, hide: (text) => between(text, " ") },
  { name: "thin spaces", place: "prose", fits: isKanji, hide: (text) => between(text, "\u2009") },
  { name: "middle dots", place: "prose", fits: isKanji, hide: (text) => between(text, "・") },
  {
    name: "line break",
    place: "prose",
    fits: isJapanese,
    hide: (text, random) => {
      const at = 1 + random.below(text.length - 1);
      return `${text.slice(0, at)}\n${text.slice(at)}`;
    },
  },
  { name: "page break", place: "prose", fits: isKanji, hide: (text) => `${text.slice(0, 2)}\n\n ${text.slice(2)}` },
  { name: "zero width", place: "prose", hide: (text) => between(text, "\u200b") },
  { name: "soft hyphen", place: "prose", hide: (text) => between(text, "\u00ad") },
  { name: "variation selectors", place: "prose", hide: (text) => between(text, "\ufe00") },
  {
    name: "ideographic variation",
    place: "prose",
    fits: isKanji,
    hide: (text) => between(text, "\u{e0100}") + "\u{e0100}",
  },
  { name: "decomposed", place: "prose", fits: isJapanese, hide: (text) => text.normalize("NFD") },
  { name: "old forms", place: "prose", fits: isJapanese, hide: toOld },
  { name: "radicals", place: "prose", fits: isJapanese, hide: toRadicals },
  { name: "full width", place: "prose", fits: isAscii, hide: fullWidth },
  { name: "upper case", place: "prose", fits: isAscii, hide: (text) => text.toUpperCase() },
  { name: "half-width kana", place: "prose", fits: (text) => /^[ァ-ヶー]+$/.test(text), hide: toHalf },
  { name: "hiragana", place: "prose", fits: (text) => /^[ァ-ヶー]{5,}$/.test(text), hide: toHiragana },
  {
    name: "bold inside",
    place: "prose",
    decoder: "markup",
    fits: isKanji,
    hide: (text) => `${text.charAt(0)}<b>${text.slice(1, 2)}</b>${text.slice(2)}`,
  },
  { name: "entities", place: "prose", decoder: "html-entity", fits: isJapanese, hide: (text) => entity(text, 10) },
  { name: "hex entities", place: "prose", decoder: "html-entity", hide: (text) => entity(text, 16) },
  {
    name: "half entities",
    place: "prose",
    decoder: "html-entity",
    fits: isKanji,
    hide: (text) => text.charAt(0) + entity(text.slice(1, 3), 16) + text.slice(3),
  },
  {
    name: "\\u",
    place: "prose",
    decoder: "unicode-escape",
    hide: (text) => [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  },
  {
    name: "\\x bytes",
    place: "prose",
    decoder: "unicode-escape",
    hide: (text) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
  },
  {
    name: "octal",
    place: "prose",
    decoder: "unicode-escape",
    fits: isJapanese,
    hide: (text) => [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""),
  },
  {
    name: "utf-8 as windows-1252",
    place: "prose",
    decoder: "mojibake",
    fits: isJapanese,
    hide: (text) => new TextDecoder("windows-1252").decode(Buffer.from(text)),
  },
  {
    name: "utf-8 as latin1",
    place: "prose",
    decoder: "mojibake",
    fits: isJapanese,
    hide: (text) => Buffer.from(text).toString("latin1"),
  },
  {
    name: "utf-8 as shift_jis",
    place: "prose",
    decoder: "mojibake",
    fits: (text) => isJapanese(text) && !new TextDecoder("shift_jis").decode(Buffer.from(text)).includes("\ufffd"),
    hide: (text) => new TextDecoder("shift_jis").decode(Buffer.from(text)),
  },
  {
    name: "shift_jis as windows-1252",
    place: "prose",
    decoder: "mojibake",
    fits: inCharset,
    hide: (text) => new TextDecoder("windows-1252").decode(shiftJis(text) ?? new Uint8Array()),
  },
  {
    name: "euc as shift_jis",
    place: "prose",
    decoder: "mojibake",
    fits: (text) =>
      inCharset(text) && !new TextDecoder("shift_jis").decode(eucJp(text) ?? new Uint8Array()).includes("\ufffd"),
    hide: (text) => new TextDecoder("shift_jis").decode(eucJp(text) ?? new Uint8Array()),
  },
  {
    name: "double mojibake",
    place: "prose",
    decoder: "mojibake",
    fits: isJapanese,
    hide: (text) =>
      new TextDecoder("windows-1252").decode(Buffer.from(new TextDecoder("windows-1252").decode(Buffer.from(text)))),
  },
  {
    name: "jis without escapes",
    place: "prose",
    decoder: "iso-2022-jp",
    fits: inJis,
    hide: (text) => iso2022(text).toString("latin1").replaceAll("\x1b", ""),
  },
  {
    name: "reversed",
    place: "prose",
    decoder: "reversed",
    fits: (text) => isLongAscii(text) || (isKanji(text) && text.length >= 4),
    hide: (text) => [...text].toReversed().join(""),
  },
  { name: "rot13", place: "prose", decoder: "rot13", fits: isLongAscii, hide: (text) => rot(text, 13) },
  { name: "caesar 5", place: "prose", decoder: "rot13", fits: isLongAscii, hide: (text) => rot(text, 5) },
  { name: "encoded word B", place: "prose", decoder: "encoded-word", hide: (text) => `=?UTF-8?B?${base64(text)}?=` },
  {
    name: "encoded word Q",
    place: "prose",
    decoder: "encoded-word",
    hide: (text) => `=?utf-8?Q?${quoted(Buffer.from(text))}?=`,
  },
  {
    name: "encoded word JIS",
    place: "prose",
    decoder: "encoded-word",
    fits: inJis,
    hide: (text) => `=?ISO-2022-JP?B?${base64(iso2022(text))}?=`,
  },
  {
    name: "encoded words split",
    place: "prose",
    decoder: "encoded-word",
    fits: isJapanese,
    hide: (text) => {
      const bytes = Buffer.from(text);
      return `=?UTF-8?B?${base64(bytes.subarray(0, 4))}?=\r\n =?UTF-8?B?${base64(bytes.subarray(4))}?=`;
    },
  },
  {
    name: "quoted-printable",
    place: "prose",
    decoder: "quoted-printable",
    fits: isJapanese,
    hide: (text) => quoted(Buffer.from(text)),
  },
  {
    name: "quoted-printable sjis",
    place: "prose",
    decoder: "quoted-printable",
    fits: inCharset,
    hide: (text) => quoted(shiftJis(text) ?? new Uint8Array()),
  },
  { name: "percent", place: "link", decoder: "percent", hide: (text) => link(percentAll(Buffer.from(text))) },
  {
    name: "percent component",
    place: "link",
    decoder: "percent",
    fits: isJapanese,
    hide: (text) => link(encodeURIComponent(text)),
  },
  {
    name: "double percent",
    place: "link",
    decoder: "percent",
    hide: (text) => link(encodeURIComponent(percentAll(Buffer.from(text)))),
  },
  {
    name: "percent sjis",
    place: "link",
    decoder: "percent",
    fits: inCharset,
    hide: (text) => link(percentAll(shiftJis(text) ?? new Uint8Array())),
  },
  {
    name: "percent euc",
    place: "link",
    decoder: "percent",
    fits: inCharset,
    hide: (text) => link(percentAll(eucJp(text) ?? new Uint8Array())),
  },
  { name: "base64", place: "link", decoder: "base64", hide: (text) => link(encodeURIComponent(base64(text))) },
  { name: "base64 in prose", place: "prose", decoder: "base64", hide: (text) => base64(text) },
  { name: "base64url", place: "link", decoder: "base64", hide: (text) => link(safe(base64(text))) },
  {
    name: "base64 shifted",
    place: "link",
    decoder: "base64",
    hide: (text, random) =>
      link("xyz".slice(0, random.below(4)) + safe(base64(`${"id:".slice(0, 1 + random.below(3))}${text};`))),
  },
  { name: "double base64", place: "link", decoder: "base64", hide: (text) => link(safe(base64(base64(text)))) },
  {
    name: "json in base64",
    place: "link",
    decoder: "base64",
    hide: (text) => link(safe(base64(JSON.stringify({ v: 1, to: text, t: 1_670_000_000 })))),
  },
  {
    name: "base64 sjis",
    place: "link",
    decoder: "base64",
    fits: inCharset,
    hide: (text) => link(safe(base64(shiftJis(text) ?? ""))),
  },
  {
    name: "base64 euc",
    place: "link",
    decoder: "base64",
    fits: inCharset,
    hide: (text) => link(safe(base64(eucJp(text) ?? ""))),
  },
  {
    name: "base64 utf-16",
    place: "prose",
    decoder: "base64",
    hide: (text) => `powershell -enc ${base64(swap16(text))}`,
  },
  { name: "base64 gzip", place: "link", decoder: "base64", hide: (text) => link(safe(base64(gzipSync(text)))) },
  {
    name: "base64 deflate",
    place: "link",
    decoder: "base64",
    hide: (text) =>
      `https://idp.account-check.example/sso?SAMLRequest=${encodeURIComponent(base64(deflateRawSync(`<Request to="${text}"/>`)))}`,
  },
  { name: "base64 zlib", place: "link", decoder: "base64", hide: (text) => link(safe(base64(deflateSync(text)))) },
  { name: "hex", place: "link", decoder: "hex", hide: (text) => link(Buffer.from(text).toString("hex")) },
  {
    name: "hex with colons",
    place: "prose",
    decoder: "hex",
    hide: (text) => (Buffer.from(text).toString("hex").match(/../g) ?? []).join(":"),
  },
  {
    name: "hex in base64",
    place: "link",
    decoder: "base64",
    hide: (text) => link(safe(base64(Buffer.from(text).toString("hex")))),
  },
  {
    name: "safelinks data",
    place: "link",
    decoder: "percent",
    fits: (text) => isAscii(text) && text.includes("@"),
    hide: (text) =>
      `https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil-inner.example%2Fa&data=05%7C02%7C${encodeURIComponent(text)}%7C0&reserved=0`,
  },
  {
    name: "proofpoint v2",
    place: "link",
    fits: isLongAscii,
    hide: (text) =>
      `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(
        `https://evil-inner.example/${encodeURIComponent(text)}`,
      )
        .replaceAll("_", "%5F")
        .replaceAll("-", "%2D")
        .replaceAll("%", "-")
        .replaceAll("-2F", "_")}&d=DwM&c=abcdef&r=ghijkl&m=x&s=y&e=`,
  },
  {
    name: "path",
    place: "link",
    fits: (text) => isAscii(text) && !text.includes(" "),
    hide: (text) => `https://cdn.logo-host.example/logos/${text}/mark.png`,
  },
];
