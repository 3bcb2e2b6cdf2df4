import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LINES } from "#core/exporting/testing/exportedBook.ts";
import { runCli } from "../runCli.ts";

const folder = mkdtempSync(join(tmpdir(), "casebook-export-"));
const book = join(folder, "export.casebook");
const secret = ["--passphrase-file", join(folder, "passphrase")];

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli([...args, ...secret], { print: (text) => out.push(text), say: (text) => err.push(text) });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

beforeAll(async () => {
  writeFileSync(join(folder, "passphrase"), "himitsu-desu");
  const lines = [{ type: "casebook", version: 1 }, ...LINES].map((line) => JSON.stringify(line)).join("\n");
  writeFileSync(join(folder, "book.ndjson"), lines);
  expect((await run("new", book)).code).toBe(0);
  expect((await run("load", book, join(folder, "book.ndjson"))).err).toBe("");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("casebook export", () => {
  it("writes the file and says what is not in it, in so many words and without the values", async () => {
    const out = join(folder, "list.csv");
    const {
      code,
      out: printed,
      err,
    } = await run("export", book, "--format", "csv", "--out", out, "--case", "CASE-A", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ path: out, indicators: 9, leftOut: 1 });
    expect(readFileSync(out, "utf8")).toContain("evil[.]test");
    expect(err.split("\n")).toHaveLength(2);
    expect(err).not.toMatch(/kirimine|evil/u);
  });

  it("is refused for a name that tells, an unknown case, an unknown format, and a case and a quarter at once", async () => {
    const named = join(folder, "霧峰重工業.json");
    const leak = await run("export", book, "--format", "misp", "--out", named);
    expect([leak.code, existsSync(named)]).toEqual([1, false]);
    expect(leak.err).not.toContain("霧峰");
    const out = ["--out", join(folder, "x")];
    expect((await run("export", book, "--format", "csv", ...out, "--case", "NONE")).code).toBe(1);
    expect((await run("export", book, "--format", "exe", ...out)).code).toBe(2);
    expect((await run("export", book, "--format", "csv", ...out, "--case", "CASE-A", "--quarter", "2022Q4")).code).toBe(
      2,
    );
  });
});

describe("casebook related", () => {
  it("prints cases with their score and what speaks for them", async () => {
    const { code, out } = await run("related", book, "--case", "CASE-A", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([]);
    expect((await run("related", book, "--case", "NONE")).code).toBe(1);
  });
});
