import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "#shared/errors.ts";
import { encodeJapanese } from "#test/fixtures/mails/encodeJapanese.ts";
import {
  fileTime,
  makeOutlookMessage,
  number32,
  type OutlookFolder,
  utf16,
} from "#test/fixtures/mails/makeOutlookMessage.ts";
import { readMail } from "./readMail.ts";

const SUBMITTED_MS = Date.parse("2022-12-08T09:01:00+09:00");
const CODE_PAGE = { 0x3ffd0003: number32(932) };

function recipient(name: string, address: string, type: number): OutlookFolder {
  return {
    properties: { "3001001F": utf16(name), "39FE001F": utf16(address) },
    fixed: { 0x0c150003: number32(type) },
    headerBytes: 8,
  };
}

function message(properties: Record<string, Uint8Array>, folders: Record<string, OutlookFolder> = {}): OutlookFolder {
  return {
    properties: {
      "0037001F": utf16("請求書の件"),
      "0042001F": utf16("虚構商事"),
      "5D01001F": utf16("billing@attacker.example"),
      "1035001F": utf16("<evil-2@attacker.example>"),
      ...properties,
    },
    fixed: { 0x00390040: fileTime(SUBMITTED_MS), ...CODE_PAGE },
    folders: { "__recip_version1.0_#00000000": recipient("経理", "keiri@aoba-denki.example", 1), ...folders },
    headerBytes: 32,
  };
}

function only(folder: OutlookFolder) {
  const { mail } = readMail(makeOutlookMessage(folder), "x.msg");
  expect(mail.format).toBe("msg");
  const [attack] = mail.attacks;
  if (!attack) throw new Error("no attack mail");
  return attack.message;
}

const RTF_TEXT = String.raw`{\rtf1\ansi\ansicpg932\deff0{\fonttbl{\f0\fcharset128 MS Gothic;}}\uc1\f0 \'90\'bf\'8b\'81\'8f\'91\'82\'f0\line\u22577?\par end\}}`;
const RTF_HTML = String.raw`{\rtf1\ansi\ansicpg932\fromhtml1 \deff0{\fonttbl{\f0\fcharset128 MS Gothic;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \'90\'bf\'8b\'81{\*\htmltag84 <a href="https://x.attacker.example/">}\htmlrtf {\field{\*\fldinst HYPERLINK}{\fldrslt\htmlrtf0 here\htmlrtf }\htmlrtf0 }{\*\htmltag92 </a>}{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0 }`;

/** MS-OXRTFCP without compression. */
function uncompressed(rtf: string): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.writeUInt32LE(0x414c454d, 8);
  return Buffer.concat([header, Buffer.from(rtf, "latin1")]);
}

/** MS-OXRTFCP with every byte as a literal. */
function literally(rtf: string): Buffer {
  const body: number[] = [];
  for (let at = 0; at < rtf.length; at += 8) body.push(0, ...Buffer.from(rtf.slice(at, at + 8), "latin1"));
  const header = Buffer.alloc(16);
  header.writeUInt32LE(body.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.writeUInt32LE(0x75465a4c, 8);
  return Buffer.concat([header, Buffer.from(body)]);
}

describe("readOutlookMessage", () => {
  it("reads sender, recipients, times and text", () => {
    const { subject, from, to, sentAt, messageId, text } = only(message({ "1000001F": utf16("本文\r\n二行目\r\n") }));
    expect({ subject, from, to, sentAt, messageId, text }).toEqual({
      subject: "請求書の件",
      from: { name: "虚構商事", address: "billing@attacker.example" },
      to: [{ name: "経理", address: "keiri@aoba-denki.example" }],
      sentAt: SUBMITTED_MS,
      messageId: "<evil-2@attacker.example>",
      text: "本文\n二行目",
    });
  });

  it("reads text kept in the message's code page", () => {
    const narrow = message({ "1000001E": encodeJapanese("①㈱の本文", "shift_jis") });
    expect(only(narrow).text).toBe("①㈱の本文");
  });

  it("believes the transport headers where there are any", () => {
    const headers =
      "Received: from relay.attacker.example ([203.0.113.9]) by mx.aoba-denki.example; Thu, 8 Dec 2022 09:00:30 +0900\r\n" +
      "From: =?UTF-8?Q?Real?= <real@attacker.example>\r\nReply-To: other@attacker.example\r\nDate: Thu, 8 Dec 2022 09:00:00 +0900\r\n";
    const { from, replyTo, hops } = only(message({ "007D001F": utf16(headers), "1000001F": utf16("x") }));
    expect(from).toEqual({ name: "Real", address: "real@attacker.example" });
    expect(replyTo).toEqual([{ name: "", address: "other@attacker.example" }]);
    expect(hops).toMatchObject([{ fromIp: "203.0.113.9" }]);
  });

  it.each([
    ["uncompressed", uncompressed],
    ["compressed", literally],
  ])("makes text of an RTF-only body, %s", (_, pack) => {
    expect(only(message({ "10090102": pack(RTF_TEXT) })).text).toBe("請求書を\n報\nend}");
  });

  it("finds the HTML inside RTF", () => {
    const { text, textFrom, links } = only(message({ "10090102": literally(RTF_HTML) }));
    expect(text).toBe("請求here <https://x.attacker.example/>");
    expect(textFrom).toBe("html");
    expect(links).toEqual([{ url: "https://x.attacker.example/", label: "here" }]);
  });

  it("keeps attachments, and reads a message inside the message", () => {
    const attachment: OutlookFolder = {
      properties: { "3707001F": utf16("見積書.xlsx"), "37010102": Buffer.alloc(5000, 0x50) },
      headerBytes: 8,
    };
    const inner: OutlookFolder = {
      properties: {},
      headerBytes: 8,
      folders: { "__substg1.0_3701000D": { ...message({ "1000001F": utf16("内側") }), headerBytes: 24 } },
    };
    const folders = { "__attach_version1.0_#00000000": attachment, "__attach_version1.0_#00000001": inner };
    const { mail } = readMail(makeOutlookMessage(message({ "1000001F": utf16("転送します") }, folders)), "x.msg");
    expect(mail.covering).toMatchObject({
      text: "転送します",
      attachments: [{ fileName: "見積書.xlsx", sizeBytes: 5000 }],
    });
    expect(mail.attacks).toMatchObject([{ how: "attached", message: { subject: "請求書の件", text: "内側" } }]);
  });

  it("never hangs and never throws anything but an AppError on damaged files", () => {
    const whole = makeOutlookMessage(
      message({ "1000001F": utf16("本文".repeat(3000)), "10090102": literally(RTF_TEXT) }),
    );
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, end) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          readMail(end > 512 ? bytes.subarray(0, end) : bytes, "x.msg");
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("names a loop in the tables as damage", () => {
    const bytes = makeOutlookMessage(message({ "1000001F": utf16("x".repeat(5000)) }));
    const fatSector = bytes.readUInt32LE(76);
    const fatAt = (fatSector + 1) * 512;
    for (let entry = 0; entry < 128; entry += 1) bytes.writeUInt32LE(entry, fatAt + entry * 4);
    expect(() => readMail(bytes, "loop.msg")).toThrow(
      expect.objectContaining({ code: "intake.damaged", params: { file: "loop.msg", reason: "msg-structure" } }),
    );
  });
});
