import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canEncode, encodedWord, encodeJapanese, type JapaneseCharset } from "#test/fixtures/mails/encodeJapanese.ts";
import { decodeText } from "./charset.ts";
import { readHeaderText } from "./headerText.ts";

const CHARSETS = ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp"] as const;

const JAPANESE =
  "あいうえおがぎぐげごアイウエオヴー株式会社情報提供不審添付請求書至急御中様表能ソ噂欺構申暴予貼①②㈱№～－（）【】、。・「」ｱｲｳﾞﾟABCxyz019 ,:;<>@\"'()[]?=_";

const japanese = fc
  .array(fc.constantFrom(...JAPANESE), { minLength: 1, maxLength: 40 })
  .map((chars) => chars.join("").trim())
  .filter((text) => text !== "");

describe("decodeText", () => {
  it.each(CHARSETS)("brings back any Japanese text in rightly labelled %s", (charset) => {
    fc.assert(
      fc.property(japanese, (text) => {
        fc.pre(canEncode(text, charset));
        expect(decodeText(encodeJapanese(text, charset), charset)).toBe(text);
      }),
    );
  });

  it("reads UTF-7, and leaves what only looks like it", () => {
    const ascii = (text: string) => decodeText(Buffer.from(text), "unicode-1-1-utf-7");
    expect(ascii("+istsQmb4- 1 +- 1 = 2, C++, x+y+")).toBe("請求書 1 + 1 = 2, C++, x+y+");
    expect(decodeText(Buffer.from("+istsQmb4-"), "us-ascii")).toBe("+istsQmb4-");
  });

  it("brings back ISO-2022-JP under any label", () => {
    fc.assert(
      fc.property(
        japanese,
        fc.constantFrom("", "utf-8", "us-ascii", "shift_jis", "iso-8859-1", "x-what"),
        (text, label) => {
          fc.pre(canEncode(text, "iso-2022-jp"));
          expect(decodeText(encodeJapanese(text, "iso-2022-jp"), label)).toBe(text);
        },
      ),
    );
  });

  it("brings back UTF-8 under no label and under labels servers put on anything", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.constantFrom("", "us-ascii", "iso-8859-1"),
        (text, label) => {
          fc.pre(!/[\p{Cc}\ufeff]/u.test(text));
          expect(decodeText(Buffer.from(text, "utf8"), label)).toBe(text);
        },
      ),
    );
  });

  const SENTENCE = "お世話になっております。㈱虚構商事の①請求書をお送りします。";
  it.each([
    ["shift_jis", ""],
    ["shift_jis", "utf-8"],
    ["shift_jis", "us-ascii"],
    ["shift_jis", "iso-8859-1"],
    ["shift_jis", "iso-2022-jp"],
    ["euc-jp", ""],
    ["euc-jp", "utf-8"],
    ["euc-jp", "iso-8859-1"],
    ["utf-8", "shift_jis"],
    ["utf-8", "iso-2022-jp"],
    ["shift_jis", "cp932"],
    ["shift_jis", "Windows-31J"],
    ["shift_jis", "x-sjis"],
    ["euc-jp", "eucJP-ms"],
    ["iso-2022-jp", "CP50221"],
  ] as const)("reads %s text labelled %j", (charset: JapaneseCharset, label: string) => {
    expect(decodeText(encodeJapanese(SENTENCE, charset), label)).toBe(SENTENCE);
  });

  it.each(["Société générale", "Müller & Söhne", "Ærø"])("leaves Western text alone: %s", (text) => {
    expect(decodeText(Buffer.from(text, "latin1"), "iso-8859-1")).toBe(text);
  });

  it("reads kana by shift and as 8-bit bytes, as cp50222 and old clients write them", () => {
    const bytes = [0x1b, 0x24, 0x42, 0x2d, 0x6a, 0x1b, 0x28, 0x42, 0x0e, 0x31, 0x0f, 0x41, 0xb1];
    expect(decodeText(Uint8Array.from(bytes), "iso-2022-jp")).toBe("㈱ｱAｱ");
  });

  it("answers for any bytes and any label", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 20 }), (bytes, label) => {
        expect(typeof decodeText(bytes, label)).toBe("string");
      }),
    );
  });
});

describe("readHeaderText", () => {
  it.each(CHARSETS)("brings back any Japanese subject from encoded words in %s, cut anywhere", (charset) => {
    fc.assert(
      fc.property(japanese, fc.nat(), (text, at) => {
        fc.pre(canEncode(text, charset));
        const length = encodeJapanese(text, charset).length;
        const line = encodedWord(text, charset, length > 1 ? 1 + (at % (length - 1)) : undefined);
        expect(readHeaderText(line, "")).toBe(text);
      }),
    );
  });

  it("keeps blanks between words and text, not between words", () => {
    const [first, second] = [encodedWord("請求", "utf-8"), encodedWord("書", "utf-8")];
    expect(readHeaderText(`Re: ${first}\r\n\t${second} (${first})`, "")).toBe("Re: 請求書 (請求)");
  });

  it("reads Q words with question marks and raw text in them", () => {
    expect(readHeaderText("=?utf-8?Q?=E8=AB=8B_really??=", "")).toBe("請 really?");
  });

  it("leaves what only looks encoded", () => {
    expect(readHeaderText("=?utf-8?X?abc?= =?", "")).toBe("=?utf-8?X?abc?= =?");
  });
});
