import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "#shared/errors.ts";
import { ReceivedMail } from "#shared/domain/mail.ts";
import { MAILS } from "#test/fixtures/mails/makeMails.ts";
import { extractObservables } from "./extractObservables.ts";
import { readHtml } from "./htmlText.ts";
import { openArchive } from "./openArchive.ts";
import { readMail } from "./readMail.ts";

const WHOLE = Object.values(MAILS).map((make) => make());

function readsOrRefuses(bytes: Uint8Array): void {
  try {
    const { mail } = readMail(bytes, "x.eml", (address) => address.endsWith("aoba-denki.example"));
    ReceivedMail.parse(mail);
    extractObservables(mail);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.params.file).toBe("x.eml");
  }
}

describe("no bytes at all", () => {
  it("make readMail throw anything but an AppError", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), readsOrRefuses));
  });

  it("behind mail headers do so either", () => {
    const head = Buffer.from("From: a@b.example\r\nSubject: s\r\n");
    const line = fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=b",
      "Content-Type: message/rfc822",
      "Content-Type: text/html; charset=shift_jis",
      "Content-Type: text/plain; format=flowed; charset=iso-2022-jp",
      "Content-Transfer-Encoding: base64",
      "Content-Transfer-Encoding: quoted-printable",
      "Content-Disposition: attachment; filename*0*=utf-8''%E3%81; filename*1=\"x",
      "--b",
      "--b--",
      "",
      "From: x@y.example",
      "差出人: \u0001 <a@b>",
      "=?utf-8?B?4w==?= =?utf-8?Q?=81?=",
      "AAAA=BBBB",
      "<a href='//x' <b style='display:none'>&amp;&#x1F600;&#xFFFFFFFF;",
      "\u001b$B!!\u001b(J",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ maxLength: 60 })), { maxLength: 40 }), (lines) =>
        readsOrRefuses(Buffer.concat([head, Buffer.from(lines.join("\r\n"), "utf8")])),
      ),
      { numRuns: 500 },
    );
  });

  it("changed or cut out of real mails do so either", () => {
    fc.assert(
      fc.property(
        fc.nat(WHOLE.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (which, changes, kept) => {
          const bytes = Buffer.from(WHOLE[which] ?? []);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          readsOrRefuses(bytes.subarray(0, Math.ceil(bytes.length * kept)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("make openArchive throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        for (const entry of openArchive(Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]), "x.zip")) {
          if ("error" in entry) expect(entry.error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});

describe("hostile mails are read in time", () => {
  const head = "From: a@b.example\r\nSubject: s\r\n";
  const BAD: readonly (readonly [string, () => string])[] = [
    ["a header of encoded words that never end", () => `X: ${"=?utf-8?Q?a".repeat(40_000)}\r\n\r\nx`],
    ["deep HTML", () => `Content-Type: text/html\r\n\r\n${"<div>".repeat(300_000)}`],
    ["HTML of nested links", () => `Content-Type: text/html\r\n\r\n${"<a href=https://x.example/>".repeat(50_000)}x`],
    ["one long line of brackets", () => `\r\n${"http://x.example/)))))".repeat(50_000)}`],
    ["many header lines of forwards", () => `\r\n${"From: a\nSubject\n".repeat(50_000)}`],
    ["100,000 addresses", () => `To: ${"a@b.example, ".repeat(100_000)}\r\n\r\nx`],
    ["parameters without end", () => `Content-Type: text/plain; ${"a*1=b; ".repeat(30_000)}\r\n\r\nx`],
    ["defanged dots", () => `\r\n${"a[.]".repeat(200_000)}`],
    [
      "multiparts that never close",
      () => {
        const open = (level: number): string => `Content-Type: multipart/mixed; boundary=q${level}\r\n\r\n--o\r\n`;
        const parts = Array.from({ length: 900 }, (_, level) => open(level)).join("");
        return `Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n${parts}${"y".repeat(5_000_000)}\r\n--o--\r\n`;
      },
    ],
  ];
  it.each(BAD)("%s", (_, make) => {
    const bytes = Buffer.from(head + make());
    const startedMs = performance.now();
    readsOrRefuses(bytes);
    expect(performance.now() - startedMs).toBeLessThan(3000);
  });

  it("and HTML that hides its text stays quick", () => {
    const startedMs = performance.now();
    readHtml("<p style='display:none'>".repeat(100_000));
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
