import { describe, expect, it } from "vitest";
import { openLeakTest, SECRET } from "../testing/leaksIn.ts";
import { writePdf } from "../testing/writePdf.ts";
import type { FileFormat } from "./readBack.ts";

const { name, mail } = SECRET;
const encode = (text: string) => new TextEncoder().encode(text);

type Sample = { format: FileFormat; text: string };

const PLANTS: Record<string, Sample> = {
  "a CSV's first row": { format: "csv", text: `種別,${name}\nurl,x\n` },
  "a CSV's quoted cell": { format: "csv", text: `種別,値\nurl,"霧峰\n重工業"\n` },
  "a CSV's row, cell by cell": { format: "csv", text: "a,b\n霧峰重,工業\n" },
  "a CSV's column, cell under cell": { format: "csv", text: "種別,値,題\n件名,霧峰重,x\n件名,工業,x\n" },
  "values of STIX that follow one another": {
    format: "stix",
    text: JSON.stringify({
      objects: [
        { type: "x", name: "霧峰重", tlp: "red" },
        { type: "x", name: "工業", tlp: "red" },
      ],
    }),
  },
  "the bytes of an id": {
    format: "stix",
    text: JSON.stringify({
      id: `x--${Buffer.from("kirimine.example")
        .toString("hex")
        .replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`,
    }),
  },
  "a value of STIX": { format: "stix", text: JSON.stringify({ objects: [{ description: name }] }) },
  "a key of STIX": { format: "stix", text: JSON.stringify({ objects: [{ [`x_${mail}`]: 1 }] }) },
  "an escaped value": { format: "stix", text: '{"a":"\\u9727\\u5cf0\\u91cd\\u5de5\\u696d"}' },
  "a key that comes twice": { format: "misp", text: `{"a":"${name}","a":"x"}` },
  "a paragraph of Markdown": { format: "markdown", text: `# 題\n\n${name}から\n` },
  "marks inside a name": { format: "markdown", text: "霧**峰**重[工](https://x.example)業株式会社から\n" },
  "a link of Markdown": { format: "markdown", text: `[図](https://x.example/?to=${btoa(mail)})\n` },
  "a remark in Markdown": { format: "markdown", text: `本文\n\n<!-- ${name} -->\n` },
  "a cell of a Markdown table": { format: "markdown", text: `| a | b |\n| - | - |\n| x | ${name} |\n` },
  "a column of a Markdown table": { format: "markdown", text: "| a | b |\n| - | - |\n| 霧 | x |\n| 峰重工業 | y |\n" },
  "a mail's subject": { format: "eml", text: `Subject: =?utf-8?B?${Buffer.from(name).toString("base64")}?=\n\nx` },
  "a mail's recipient": { format: "eml", text: `To: ${mail}\n\nx` },
  "a mail's own header": { format: "eml", text: `X-Told: ${name}\n\nx` },
  "what stands before a mail's first part": {
    format: "eml",
    text: `Content-Type: multipart/mixed; boundary=b\n\n${name}\n--b\nContent-Type: text/plain\n\nx\n--b--\n`,
  },
  "what stands after a mail's last part": {
    format: "eml",
    text: `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n${name}\n`,
  },
  "a mail's body": {
    format: "eml",
    text: `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(name).toString("base64")}`,
  },
};

/** A mail with one attachment. */
const mailWith = (fileName: string, content: Uint8Array) =>
  encode(
    [
      "Subject: x",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "x",
      "--b",
      "Content-Type: application/octet-stream",
      `Content-Disposition: attachment; filename="${fileName}"`,
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(content).toString("base64"),
      "--b--",
      "",
    ].join("\r\n"),
  );

describe("what records and mails hold", () => {
  it.each(Object.entries(PLANTS))("is found in %s", async (_, { format, text }) => {
    const leaks = await openLeakTest()({ bytes: encode(text), format, fileName: "a" });
    expect(leaks.map(({ kind }) => kind).filter((kind) => /^(?:organization|mail|domain)$/.test(kind))).not.toEqual([]);
  });

  it("is nothing that tells without a plant", async () => {
    const leaksIn = openLeakTest();
    const clean: Sample[] = [
      { format: "csv", text: "種別,値\nurl,hxxp://evil[.]example/\n" },
      { format: "stix", text: JSON.stringify({ type: "bundle", objects: [{ type: "indicator", name: "悪性" }] }) },
      { format: "markdown", text: "# 題\n\n**A社** から提供された。\n" },
      { format: "eml", text: "Subject: x\n\nx" },
    ];
    for (const { format, text } of clean)
      expect(await leaksIn({ bytes: encode(text), format, fileName: "a" }), format).toEqual([]);
  });

  it("is no time of day, and no header of a mail that was sent", async () => {
    const leaksIn = openLeakTest();
    const kinds = async (format: FileFormat, text: string) =>
      (await leaksIn({ bytes: encode(text), format, fileName: "a" })).map(({ kind }) => kind);
    expect(await kinds("stix", '{"created":"2022-12-01T00:00:00.000Z"}')).toEqual([]);
    expect(await kinds("stix", '{"created":"2022-12-01T09:31:00.000Z"}')).toEqual(["time-of-day"]);
    expect(await kinds("misp", '{"Event":{"timestamp":"1669852800"}}')).toEqual([]);
    expect(await kinds("misp", '{"Event":{"timestamp":"1669852801"}}')).toEqual(["time-of-day"]);
    expect(await kinds("eml", "Date: Thu, 1 Dec 2022 09:31:00 +0900\n\nx")).toEqual(["unknown-part"]);
  });

  it("is nothing that cells make by chance: letters decoded across their seam", async () => {
    // With the day behind it the token decodes to more than it says; nobody reads the two as one.
    const rows = Array.from(
      { length: 40 },
      (_, row) => `https://x.test/?u=${btoa(`https://ep3${row}lc.test/abcde`)},2022-10-${row}`,
    );
    expect(
      await openLeakTest()({ bytes: encode(`値,日\n${rows.join("\n")}\n`), format: "csv", fileName: "a" }),
    ).toEqual([]);
  });

  it("is found in the file's own name", async () => {
    const leaksIn = openLeakTest();
    const file = { bytes: encode("a,b\n"), format: "csv", fileName: "霧峰重工業_2023.csv" } as const;
    expect(await leaksIn(file)).toMatchObject([{ place: "file-name", kind: "organization" }]);
    expect(await leaksIn(file, ["fileName"])).toEqual([]);
  });

  it("is found in what a mail carries, whatever it is", async () => {
    const leaksIn = openLeakTest();
    const pdf = writePdf({ pages: [`BT /F1 12 Tf 72 700 Td (${mail}) Tj ET`] });
    const read = (fileName: string, content: Uint8Array) =>
      leaksIn({ bytes: mailWith(fileName, content), format: "eml", fileName: "a.eml" });
    expect(await read("a.csv", encode("種別,値\n"))).toEqual([]);
    expect(await read("a.csv", encode(`種別,${name}\n`))).not.toEqual([]);
    expect(await read("a.pdf", pdf)).not.toEqual([]);
    expect(await read("=?utf-8?B?6Zyn5bOw6YeN5bel5qWt?=.csv", encode("x\n"))).not.toEqual([]);
    await expect(read("a.exe", encode("x"))).rejects.toMatchObject({ code: "gate.unreadable" });
  });
});

const DAMAGED: Record<string, Sample> = {
  "text of another encoding": { format: "csv", text: "" },
  "no JSON": { format: "stix", text: "{" },
  "no archive": { format: "docx", text: "PK" },
  "no PDF": { format: "pdf", text: "%PDF-1.7" },
};

it.each(Object.entries(DAMAGED))("%s is unreadable, and nothing passes for read", async (_, { format, text }) => {
  const bytes = text === "" ? new Uint8Array([0xff, 0xfe, 0x80]) : encode(text);
  await expect(openLeakTest()({ bytes, format, fileName: "a" })).rejects.toMatchObject({
    code: "gate.unreadable",
    params: { file: "a" },
  });
});
