import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { runCli } from "../runCli.ts";

const folder = mkdtempSync(join(tmpdir(), "casebook-scan-"));
const book = join(folder, "scan.casebook");
const passphraseFile = join(folder, "passphrase");
const secret = ["--passphrase-file", passphraseFile];

const Findings = z.array(
  z.strictObject({
    start: z.number(),
    end: z.number(),
    text: z.string(),
    kind: z.string(),
    entity: z.string().optional(),
    via: z.array(z.string()),
    severity: z.enum(["must", "review"]),
  }),
);

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { print: (text) => out.push(text), say: (text) => err.push(text) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  write("passphrase", "himitsu-desu");
  const roster = [
    { type: "casebook", version: 1 },
    { type: "sig", id: "S1", name: "重工業界", from: "2011-10-25" },
    {
      type: "organization",
      id: "O1",
      name: "霧峰重工業株式会社",
      reading: "キリミネジュウコウギョウ",
      aliases: ["霧峰"],
      domains: ["kirimine.example"],
      persons: [{ name: "都築 真由", reading: "つづき まゆ", email: "m.tsuzuki@kirimine.example" }],
    },
    { type: "membership", organization: "O1", sig: "S1", from: "2011-10-25" },
  ];
  const file = write("roster.ndjson", roster.map((line) => JSON.stringify(line)).join("\n"));
  expect((await run("new", book, ...secret)).code).toBe(0);
  expect((await run("load", book, file, ...secret)).err).toBe("");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("casebook scan", () => {
  it("prints findings with offsets into the text as JSON", async () => {
    const text = "差出人は霧峰重工業（株）の都築様。";
    const { code, out } = await run("scan", book, write("a.txt", text), "--parties", "O1", "--json", ...secret);
    expect(code).toBe(0);
    const { findings } = z.object({ findings: Findings }).parse(JSON.parse(out));
    const musts = findings.filter(({ severity }) => severity === "must");
    expect(musts.map(({ text: found, kind, entity, via }) => ({ found, kind, entity, via }))).toEqual([
      { found: "霧峰重工業（株）", kind: "organization", entity: "O1", via: [] },
      { found: "都築", kind: "person", entity: "O1", via: [] },
    ]);
    for (const { start, end, text: found } of findings) expect(text.slice(start, end)).toBe(found);
  });

  it("takes short names only from the parties", async () => {
    const file = write("b.txt", "霧峰の話である。");
    expect((await run("scan", book, file, "--no-novelty", ...secret)).out).toBe("");
    expect((await run("scan", book, file, "--no-novelty", "--parties", "O1", ...secret)).out).toContain(
      "must\torganization\t0-2",
    );
  });

  it("answers each line of NDJSON with its findings and the sanitised text", async () => {
    const token = Buffer.from("m.tsuzuki@kirimine.example").toString("base64");
    const lines = [
      { id: "x", text: `https://evil.example/a?to=${token}`, parties: ["O1"] },
      { id: "y", text: "何もない。" },
    ];
    const file = write("c.ndjson", lines.map((line) => JSON.stringify(line)).join("\n"));
    const { code, out } = await run("scan", book, file, "--ndjson", "--no-novelty", ...secret);
    expect(code).toBe(0);
    const Answer = z.strictObject({ id: z.string(), findings: Findings, sanitised: z.string() });
    const [first, second] = out.split("\n").map((line) => Answer.parse(JSON.parse(line)));
    expect(first?.sanitised).toBe("hxxps://evil[.]example/a?to=〔識別子〕");
    expect(first?.findings.some(({ via, entity }) => via.includes("base64") && entity === "O1")).toBe(true);
    expect(second).toEqual({ id: "y", findings: [], sanitised: "何もない。" });
  });

  it("refuses a party that the roster does not have, and a line that is none", async () => {
    const file = write("d.txt", "x");
    expect((await run("scan", book, file, "--parties", "O9", ...secret)).code).toBe(1);
    const { code, err } = await run("scan", book, write("e.ndjson", '{"id":"x"}'), "--ndjson", ...secret);
    expect(code).toBe(1);
    expect(err).toContain("text");
  });
});
