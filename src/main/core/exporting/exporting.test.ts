import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { TLP_LABELS } from "#shared/domain/tlp.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { openTestBook } from "../testing/openTestBook.ts";
import { collectExport, type ExportScope } from "./collectExport.ts";
import { exportBook } from "./exportBook.ts";
import type { ExportSet } from "./exportSet.ts";
import { checkStix } from "./testing/checkStix.ts";
import { LINES, TOKEN } from "./testing/exportedBook.ts";
import { EXPORT_FORMATS, writeExport, type ExportFormat } from "./writeExport.ts";

function openExporting() {
  const { session } = openTestBook(LINES);
  const sanitiser = createSanitiser(session);
  onTestFinished(() => sanitiser.close());
  return { session, sanitiser };
}

const CASE_A: ExportScope = { kind: "case", externalId: "CASE-A" };
const QUARTER: ExportScope = { kind: "quarter", quarter: "2022Q4" };

async function written(scope: ExportScope, format: ExportFormat): Promise<string> {
  const { session, sanitiser } = openExporting();
  const { bytes } = await exportBook(session, sanitiser, { scope, format, fileName: `list.${format}` });
  return new TextDecoder().decode(bytes);
}

const csvRows = (text: string): string[][] => z.array(z.array(z.string())).parse(parseCsv(text, { bom: true }));

describe("what may leave", () => {
  it("is the attackers', each once with the day it was first seen; not a victim's, not what tells who provided it", async () => {
    const { session, sanitiser } = openExporting();
    const { set, leftOut, withoutRole } = await collectExport(session, sanitiser, CASE_A);
    expect(set.indicators.map(({ kind, value, role, firstSeen }) => [kind, value, role, firstSeen])).toEqual([
      ["domain-name", "evil.test", "attacker", "2022-12-01"],
      ["url", "https://evil.test/a?b='c\\d'", "attacker", "2022-12-01"],
      ["ipv4-addr", "198.51.100.3", "attacker", "2022-12-01"],
      ["email-message", '=HYPERLINK("x") 至急', "attacker", "2022-12-01"],
      ["file", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "attacker", "2022-12-01"],
      ["file", "請求書,1.zip", "attacker", "2022-12-01"],
      ["domain-name", "storage.example", "abused", "2022-12-01"],
      ["user-agent", "curl/8", "attacker", "2022-12-01"],
      ["autonomous-system", "AS64500", "attacker", "2022-12-03"],
    ]);
    expect({ leftOut, withoutRole }).toEqual({ leftOut: 1, withoutRole: 1 });
    expect(new Set(set.indicators.map(({ title }) => title))).toEqual(new Set(["案件1"]));
  });

  it("is, of a quarter, what was shared in it, under the sharing's own words and label, with the figures", async () => {
    const { session, sanitiser } = openExporting();
    const { set } = await collectExport(session, sanitiser, QUARTER);
    expect(set.indicators.map(({ value, title, tlp }) => [value, title, tlp])).toEqual([
      ["evil.test", "不審メールに関する情報", "TLP:GREEN"],
      ["AS64500", "不審メールに関する情報", "TLP:GREEN"],
      ["both.test", "不審メールに関する情報", "TLP:GREEN"],
    ]);
    expect(set.figures).toContainEqual({ quarter: "2022Q4", figure: "provided", value: 4 });
    const before = await collectExport(session, sanitiser, { kind: "quarter", quarter: "2022Q3" });
    expect(before.set.indicators).toEqual([]);
  });

  it("is not, of a quarter, what the provider let go without its list", async () => {
    const { session, sanitiser } = openExporting();
    session.write("test.approve", (db) =>
      db.raw
        .prepare(
          `insert into approvals (id, sharing_id, organization_id, purpose, at, how, decision, terms, position)
           select 'x', sharings.id, organizations.id, 'share', 0, '', 'conditional', ?, 0 from sharings, organizations`,
        )
        .run(JSON.stringify([{ kind: "no-indicator-list" }])),
    );
    expect((await collectExport(session, sanitiser, QUARTER)).set.indicators).toEqual([]);
  });

  it("is of every case when none is named, and of no case that is not there", async () => {
    const { session, sanitiser } = openExporting();
    const { set } = await collectExport(session, sanitiser, { kind: "book" });
    expect(set.indicators.at(-1)).toMatchObject({ value: "other.test", title: "案件2" });
    await expect(collectExport(session, sanitiser, { kind: "case", externalId: "CASE-X" })).rejects.toMatchObject({
      code: "record.not-found",
    });
  });
});

describe.each(EXPORT_FORMATS)("an export as %s", (format) => {
  it("holds no name, no id of the book, no time of day; and equal books give equal bytes", async () => {
    const { session, sanitiser } = openExporting();
    const options = { scope: CASE_A, format, fileName: `list.${format}` };
    const first = await exportBook(session, sanitiser, options);
    const text =
      format === "xlsx"
        ? Object.values(unzipSync(first.bytes))
            .map((part) => new TextDecoder().decode(part))
            .join("\n")
        : new TextDecoder().decode(first.bytes);
    for (const secret of [
      "霧峰",
      "kirimine",
      "tsuzuki",
      TOKEN,
      "CASE-A",
      "REP-",
      "23:30",
      "14:30",
      "unknown.test",
      "void.test",
      "both.test",
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain("evil.test");
    const again = await exportBook(session, sanitiser, options);
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it("is refused when its name tells", async () => {
    const { session, sanitiser } = openExporting();
    const named = exportBook(session, sanitiser, { scope: CASE_A, format, fileName: `霧峰重工業.${format}` });
    await expect(named).rejects.toMatchObject({ code: "gate.leak" });
  });
});

describe("CSV", () => {
  it("has the same columns in every row, live values and harmless ones, and nothing a spreadsheet would run", async () => {
    const rows = csvRows(await written(CASE_A, "csv"));
    expect(rows[0]).toEqual(["kind", "value", "defanged", "first_seen", "title", "tlp"]);
    expect(rows[1]).toEqual(["domain-name", "evil.test", "evil[.]test", "2022-12-01", "案件1", "TLP:GREEN"]);
    expect(rows.find(([kind]) => kind === "email-message")?.[1]).toBe('\'=HYPERLINK("x") 至急');
    expect(rows.find(([, value]) => value === "請求書,1.zip")).toBeDefined();
    const ofQuarter = csvRows(await written(QUARTER, "csv"));
    expect(ofQuarter).toContainEqual(["figure", "2022Q4", "provided", "4", "", "", "", ""]);
    expect(ofQuarter.filter(([table]) => table === "indicator")).toHaveLength(3);
  });
});

describe("XLSX", () => {
  it("has a sheet for the figures and one for the indicators, texts as texts", async () => {
    const { session, sanitiser } = openExporting();
    const { bytes } = await exportBook(session, sanitiser, { scope: QUARTER, format: "xlsx", fileName: "list.xlsx" });
    const parts = new Map(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]),
    );
    expect(
      [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]+)"/gu)].map(([, name]) => name),
    ).toEqual(["集計値", "インジケータ"]);
    expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/IPAへの情報提供件数.*<v>4<\/v>/u);
    expect(parts.get("xl/worksheets/sheet2.xml")).toContain("evil[.]test");
    expect([...parts.values()].join("")).not.toMatch(/<f>|creator/u);
  });
});

describe("STIX", () => {
  it("keeps the rules of the standard, with one identity, the hub's", async () => {
    const objects = checkStix(await written(CASE_A, "stix"));
    expect(objects.find(({ type }) => type === "marking-definition")).toMatchObject({
      id: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
      extensions: {
        "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": {
          extension_type: "property-extension",
          tlp_2_0: "green",
        },
      },
    });
    const patterns = objects.flatMap(({ pattern }) => (typeof pattern === "string" ? [pattern] : []));
    expect(patterns).toContain(String.raw`[url:value = 'https://evil.test/a?b=\'c\\d\'']`);
    expect(patterns).toContain("[autonomous-system:number = 64500]");
    expect(patterns).toContain(
      "[file:hashes.'SHA-256' = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']",
    );
    expect(objects.find(({ value }) => value === "storage.example")).toBeDefined();
    expect(objects.find(({ name }) => name === "storage[.]example")?.["indicator_types"]).toEqual(["compromised"]);
  });

  it("gives observables the ids that every producer gives them", () => {
    const indicators = [
      ["ipv4-addr", "198.51.100.3"],
      ["domain-name", "example.com"],
      ["url", "https://example.com/research/index.html"],
      ["ipv6-addr", "2001:db8::1"],
    ].map(([kind = "", value = ""]) => makeIndicator(kind, value));
    const text = new TextDecoder().decode(writeExport(makeSet(indicators), "stix").bytes);
    for (const id of [
      "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4",
      "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7",
      "url--47c3cf9a-5027-5bf0-997a-017c7edc7c55",
      "ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26",
    ]) {
      expect(text).toContain(id);
    }
  });

  it("keeps the rules for any value of any kind, and counts what it cannot say", () => {
    const kinds = fc.constantFrom(
      "domain-name",
      "url",
      "ipv4-addr",
      "ipv6-addr",
      "email-addr",
      "email-message",
      "file",
      "autonomous-system",
      "mutex",
      "x-other",
    );
    const indicator = fc
      .tuple(
        kinds,
        fc.oneof(fc.string({ unit: "grapheme" }), fc.webUrl(), fc.ipV4(), fc.ipV6(), fc.emailAddress(), fc.domain()),
        fc.constantFrom(...TLP_LABELS),
      )
      .map(([kind, value, tlp]) => ({ ...makeIndicator(kind, value), tlp }));
    fc.assert(
      fc.property(fc.array(indicator, { maxLength: 8 }), (indicators) => {
        const { bytes, inexpressible } = writeExport(makeSet(indicators), "stix");
        checkStix(new TextDecoder().decode(bytes));
        expect(inexpressible).toBeLessThanOrEqual(indicators.length);
        expect(inexpressible).toBeGreaterThanOrEqual(indicators.filter(({ kind }) => kind === "x-other").length);
      }),
      { numRuns: 200 },
    );
  });
});

const MispEvent = z.strictObject({
  Event: z.strictObject({
    uuid: z.uuid(),
    info: z.string(),
    date: z.iso.date(),
    timestamp: z.string().regex(/^\d+$/u),
    threat_level_id: z.enum(["1", "2", "3", "4"]),
    analysis: z.enum(["0", "1", "2"]),
    distribution: z.literal("0"),
    published: z.literal(false),
    Tag: z.array(z.strictObject({ name: z.string() })),
    Attribute: z.array(
      z.strictObject({
        uuid: z.uuid(),
        type: z.enum([
          "ip-dst",
          "domain",
          "url",
          "email-src",
          "email-subject",
          "filename",
          "mutex",
          "AS",
          "md5",
          "sha1",
          "sha256",
          "sha512",
        ]),
        category: z.enum(["Network activity", "Payload delivery", "Artifacts dropped"]),
        value: z.string().min(1),
        to_ids: z.boolean(),
        distribution: z.literal("0"),
        comment: z.string(),
        timestamp: z.string().regex(/^\d+$/u),
        first_seen: z.string(),
        Tag: z.array(z.strictObject({ name: z.string() })),
      }),
    ),
  }),
});

describe("MISP", () => {
  it("is an unpublished event for one's own organisation, its source not to be told", async () => {
    const { Event: event } = MispEvent.parse(JSON.parse(await written(CASE_A, "misp")));
    expect(event.Tag).toEqual([{ name: "tlp:green" }, { name: "tlp:ex:chr" }]);
    const byValue = new Map(event.Attribute.map(({ value, type, to_ids: detects }) => [value, [type, detects]]));
    expect(byValue.get("evil.test")).toEqual(["domain", true]);
    expect(byValue.get("storage.example")).toEqual(["domain", false]);
    expect(byValue.get("AS64500")).toEqual(["AS", false]);
    expect(byValue.get('=HYPERLINK("x") 至急')).toEqual(["email-subject", false]);
    for (const { timestamp } of event.Attribute) expect(Number(timestamp) % 86_400).toBe(0);
  });
});

function makeIndicator(kind: string, value: string): ExportSet["indicators"][number] {
  return { kind, value, role: "attacker", firstSeen: "2022-12-01", title: "案件1", tlp: "TLP:AMBER" };
}

function makeSet(indicators: ExportSet["indicators"]): ExportSet {
  return { title: "一覧", tlp: "TLP:AMBER", day: "2023-01-10", indicators, figures: [] };
}
