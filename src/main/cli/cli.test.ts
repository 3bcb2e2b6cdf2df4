import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { runCli } from "./runCli.ts";

const MAIN = join(import.meta.dirname, "main.ts");
const PASSPHRASE = "himitsu-desu";

let folder = "";
const at = (name: string) => join(folder, name);

type Answer = { code: number | null; out: string; err: string };

const ENVIRONMENT = { LANG: "ja_JP.UTF-8", LC_ALL: "", LC_MESSAGES: "", CASEBOOK_PASSPHRASE: PASSPHRASE };
type Environment = Partial<typeof ENVIRONMENT>;

/** Runs the real command line as a process of its own. */
function spawnCasebook(args: readonly string[], environment: Environment = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { ...process.env, ...ENVIRONMENT, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** The same without the process around it: a second saved each time. */
async function casebook(args: readonly string[], environment: Environment = {}): Promise<Answer> {
  for (const [name, value] of Object.entries({ ...ENVIRONMENT, ...environment })) vi.stubEnv(name, value);
  let [out, err] = ["", ""];
  const code = await runCli(args, { print: (text) => (out += `${text}\n`), say: (text) => (err += `${text}\n`) });
  vi.unstubAllEnvs();
  return { code, out, err };
}

async function json(args: readonly string[]): Promise<unknown> {
  const { code, out, err } = await casebook([...args, "--json"]);
  expect({ args, code, err }).toEqual({ args, code: 0, err: "" });
  return JSON.parse(out);
}

const BOOK = [
  { type: "casebook", version: 1 },
  { type: "sig", id: "g", name: "電力", from: "2012-01-01" },
  { type: "organization", id: "o", name: "甲社" },
  { type: "membership", organization: "o", sig: "g", from: "2022-10-03" },
  { type: "framework", id: "f", name: "医療", sizes: [{ from: "2020-01-01", label: "4 団体" }] },
  { type: "campaign", id: "p", name: "一連", since: "2017-10" },
  { type: "case", id: "c", title: "案件", kind: "bec", openedAt: "2022-11-01", origin: "provided", campaign: "p" },
  {
    type: "report",
    id: "R-1",
    receivedAt: "2022-11-01T00:00:00Z",
    provider: { organization: "o" },
    channel: "mail",
    category: "bec",
    assessment: "targeted",
    title: "ビジネスメール詐欺",
    items: 3,
    cases: ["c"],
  },
  { type: "published-figure", quarter: "2022Q1", figure: "provided", value: 51, source: "2022Q1" },
  { type: "published-figure", quarter: "2022Q4", figure: "provided", value: 4, source: "2022Q4" },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "casebook-cli-"));
  writeFileSync(at("book.ndjson"), BOOK.map((line) => JSON.stringify(line)).join("\n"));
  writeFileSync(
    at("bad.ndjson"),
    [...BOOK, { type: "sig", id: "h", name: "x" }].map((line) => JSON.stringify(line)).join("\n"),
  );
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`);
  writeFileSync(at("junk"), "これは案件帳ではない");
  expect(await json(["new", at("a.casebook")])).toEqual({ path: at("a.casebook") });
  expect(await json(["load", at("a.casebook"), at("book.ndjson")])).toEqual({
    sig: 1,
    organization: 1,
    membership: 1,
    framework: 1,
    campaign: 1,
    case: 1,
    report: 1,
    "published-figure": 2,
  });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Counts = z.strictObject({
  quarter: z.literal("2022Q4"),
  asOf: z.literal("2022-12-31"),
  columns: z.tuple([z.literal("2022Q1"), z.literal("2022Q2"), z.literal("2022Q3"), z.literal("2022Q4")]),
  provided: z.array(z.number()).length(4),
  shared: z.array(z.number()).length(4),
  basis: z.array(z.enum(["published", "records"])).length(4),
  hubOrigin: z.number(),
  targeted: z.number(),
  undetermined: z.number(),
  outside: z.number(),
  notShared: z.number(),
  byCategory: z.record(z.string(), z.number()),
  structure: z.strictObject({
    sigs: z.number(),
    organizations: z.number(),
    joined: z.array(z.strictObject({ organization: z.string(), sig: z.string(), day: z.string() })),
    left: z.array(z.unknown()),
    frameworks: z.array(z.strictObject({ name: z.string(), label: z.string() })),
  }),
  campaigns: z.array(
    z.strictObject({ id: z.string(), name: z.string(), since: z.string(), observed: z.boolean(), items: z.number() }),
  ),
  frozen: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
  revisions: z.array(
    z.strictObject({ figure: z.string(), old: z.number(), new: z.number(), reason: z.string(), at: z.string() }),
  ),
  conflicts: z.array(
    z.looseObject({ quarter: z.string(), figure: z.string(), published: z.number(), records: z.number() }),
  ),
});

describe("answers in JSON have the shapes of interchange.md", () => {
  test("counts", async () => {
    const counts = Counts.parse(await json(["counts", at("a.casebook"), "--quarter", "2022Q4"]));
    expect(counts).toMatchObject({
      provided: [51, 0, 0, 3],
      basis: ["published", "records", "records", "records"],
      targeted: 3,
      byCategory: { bec: 3 },
      structure: {
        sigs: 1,
        organizations: 1,
        joined: [{ organization: "o", sig: "g", day: "2022-10-03" }],
        frameworks: [{ name: "医療", label: "4 団体" }],
      },
      campaigns: [{ id: "p", name: "一連", since: "2017-10", observed: true, items: 3 }],
      frozen: null,
      conflicts: [{ quarter: "2022Q4", figure: "provided", published: 4, records: 3 }],
    });
  });

  test("search", async () => {
    expect(await json(["search", at("a.casebook"), "ﾒｰﾙ", "詐欺"])).toEqual({
      total: 1,
      hits: [{ type: "report", id: "R-1", title: "ビジネスメール詐欺", snippet: expect.any(String) }],
    });
  });

  test("verify, backup and restore", async () => {
    expect(await json(["verify", at("a.casebook")])).toEqual({ ok: true, problems: [] });
    expect(await json(["backup", at("a.casebook"), at("backup")])).toMatchObject({ path: at("backup") });
    expect(await json(["restore", at("backup"), at("b.casebook")])).toMatchObject({ path: at("b.casebook") });
  });

  test("dump: loaded into a new book it gives an equal dump", async () => {
    const dump = await casebook(["dump", at("a.casebook")]);
    expect(dump).toMatchObject({ code: 0, err: "" });
    expect(dump.out.split("\n")[0]).toBe('{"type":"casebook","version":1}');
    writeFileSync(at("dump.ndjson"), dump.out);
    await json(["new", at("c.casebook")]);
    await json(["load", at("c.casebook"), at("dump.ndjson")]);
    expect((await casebook(["dump", at("c.casebook")])).out).toBe(dump.out);
  });

  test("freeze and revisions", async () => {
    await json(["new", at("f.casebook")]);
    await json(["load", at("f.casebook"), at("book.ndjson")]);
    const frozen = Counts.parse(await json(["freeze", at("f.casebook"), "--quarter", "2022Q4", "--by", "佐伯"]));
    expect(frozen.frozen).toEqual({ by: "佐伯", at: expect.stringMatching(/\+09:00$/) });
    const late = BOOK.map((line) => (line.type === "report" ? { ...line, id: "R-2", items: 2 } : line));
    writeFileSync(at("late.ndjson"), late.map((line) => JSON.stringify(line)).join("\n"));
    await json(["load", at("f.casebook"), at("late.ndjson")]);
    expect(await json(["revisions", at("f.casebook"), "--quarter", "2022Q4"])).toEqual([
      { figure: "provided", old: 3, new: 5, reason: expect.stringContaining("R-2"), at: expect.any(String) },
      { figure: "targeted", old: 3, new: 5, reason: expect.stringContaining("R-2"), at: expect.any(String) },
    ]);
  });
});

describe("exit codes, with the reason on standard error and nothing on standard output", () => {
  test.each<[number, string, string, () => string[], Environment?]>([
    [1, "a bad line", "11", () => ["load", at("a.casebook"), at("bad.ndjson")]],
    [1, "a file of another kind", "junk", () => ["load", at("a.casebook"), at("junk")]],
    [1, "a book that is there already", "a.casebook", () => ["new", at("a.casebook")]],
    [2, "no command", "", () => []],
    [2, "an unknown command", "fold", () => ["fold", at("a.casebook")]],
    [2, "an unknown option", "--colour", () => ["counts", at("a.casebook"), "--quarter", "2022Q4", "--colour"]],
    [2, "a quarter that is none", "2022Q5", () => ["counts", at("a.casebook"), "--quarter", "2022Q5"]],
    [2, "no quarter", "--quarter", () => ["counts", at("a.casebook")]],
    [3, "no such book", "none.casebook", () => ["counts", at("none.casebook"), "--quarter", "2022Q4"]],
    [3, "a wrong passphrase", "パスフレーズ", () => ["dump", at("a.casebook")], { CASEBOOK_PASSPHRASE: "wrong-one" }],
    [3, "no passphrase", "CASEBOOK_PASSPHRASE", () => ["dump", at("a.casebook")], { CASEBOOK_PASSPHRASE: "" }],
    [3, "no casebook", "junk", () => ["verify", at("junk")]],
  ])("%i for %s", async (code, _, word, args, environment) => {
    const answer = await casebook(args(), environment);
    expect(answer).toMatchObject({ code, out: "" });
    expect(answer.err).toContain(word);
    expect(answer.err).not.toMatch(/\n\s+at /);
  });

  test("0 for help, which goes to standard output", async () => {
    expect(await casebook(["--help"])).toMatchObject({ code: 0, err: "", out: expect.stringContaining("counts") });
  });
});

test("the process itself exits so, and keeps its two outputs apart", async () => {
  const [done, refused, usage, cannotOpen] = await Promise.all([
    spawnCasebook(["dump", at("b.casebook"), "--passphrase-file", at("passphrase")], { CASEBOOK_PASSPHRASE: "" }),
    spawnCasebook(["load", at("a.casebook"), at("bad.ndjson"), "--json"]),
    spawnCasebook(["counts", "--json"]),
    spawnCasebook(["counts", at("junk"), "--quarter", "2022Q4", "--json"]),
  ]);
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(done.out.split("\n").slice(0, -1)).toHaveLength(BOOK.length);
  for (const [answer, code] of [
    [refused, 1],
    [usage, 2],
    [cannotOpen, 3],
  ] as const) {
    expect(answer).toEqual({ code, out: "", err: expect.stringMatching(/\S/) });
  }
}, 60_000);

test("the passphrase may come from a file; the sentence in English by the account's language", async () => {
  const [fromFile, english] = await Promise.all([
    casebook(["verify", at("a.casebook"), "--passphrase-file", at("passphrase")], { CASEBOOK_PASSPHRASE: "" }),
    casebook(["dump", at("none.casebook")], { LANG: "en_US.UTF-8", LC_ALL: "", LC_MESSAGES: "" }),
  ]);
  expect(fromFile).toEqual({ code: 0, out: "ok\n", err: "" });
  expect(english.err).toMatch(/^[\x20-\x7e“”’‘…–]+\n$/);
});

test("a refused command leaves the book as it was and nothing beside it", async () => {
  const before = statSync(at("a.casebook")).size;
  await casebook(["load", at("a.casebook"), at("bad.ndjson")]);
  expect((await casebook(["dump", at("a.casebook")])).out).not.toContain('"id":"h"');
  expect(statSync(at("a.casebook")).size).toBe(before);
});
