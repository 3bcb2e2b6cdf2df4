import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { createBook, openBook } from "../casebook/openBook.ts";
import { AppError } from "#shared/errors.ts";
import { verifyBook } from "../casebook/verifyBook.ts";
import { copyDatabase } from "./copyDatabase.ts";
import { dumpText, loadObjects, makeTestFolder } from "../testing/openTestBook.ts";

const PASSPHRASE = "himitsu-desu 秘密'\"";
const AS = { passphrase: PASSPHRASE, actor: "佐伯" };
const ORGANIZATION = { type: "organization", id: "o", name: "まず見つからない名前株式会社" };

function makeBook(): string {
  const path = join(makeTestFolder(), "a.casebook");
  const session = createBook(path, AS);
  loadObjects(session, [ORGANIZATION]);
  session.close();
  return path;
}

function hashesIn(path: string): Record<string, string> {
  const folder = join(path, "..");
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => existsSync(join(folder, name)) && !name.endsWith("-shm"))
      .map((name) => {
        const bytes = name.endsWith(".folder") ? "" : readFileSync(join(folder, name));
        return [name, createHash("sha256").update(bytes).digest("hex")];
      }),
  );
}

function flipByte(path: string, at: (size: number) => number): void {
  const bytes = readFileSync(path);
  const position = at(bytes.byteLength);
  bytes.writeUInt8(bytes.readUInt8(position) ^ 0xff, position);
  writeFileSync(path, bytes);
}

describe("what cannot be opened is refused with its reason, and nothing is changed or left beside it", () => {
  test.each<[string, (path: string) => string, string]>([
    ["an empty file", (path) => (writeFileSync(path, ""), path), "casebook.not-a-casebook"],
    [
      "a plain SQLite file",
      (path) => {
        const plain = `${path}.plain`;
        new Database(plain).exec("create table t (x)").close();
        return plain;
      },
      "casebook.not-a-casebook",
    ],
    ["a folder", (path) => (mkdirSync(`${path}.folder`), `${path}.folder`), "storage.is-folder"],
    ["no file", (path) => `${path}.none`, "casebook.not-found"],
    [
      "random bytes of a book's size",
      (path) => (writeFileSync(path, randomBytes(8 * 4096)), path),
      "casebook.wrong-passphrase",
    ],
    ["text", (path) => (writeFileSync(path, "これは案件帳ではない"), path), "casebook.damaged"],
    [
      "a book cut within a page",
      (path) => (truncateSync(path, readFileSync(path).byteLength - 100), path),
      "casebook.damaged",
    ],
    ["a book cut at a page", (path) => (truncateSync(path, 5 * 4096), path), "casebook.damaged"],
    ["a byte changed on the first page", (path) => (flipByte(path, () => 200), path), "casebook.wrong-passphrase"],
    ["a byte changed in the salt", (path) => (flipByte(path, () => 3), path), "casebook.wrong-passphrase"],
  ])("%s", (_, spoil, code) => {
    const path = spoil(makeBook());
    const before = hashesIn(path);
    expect(() => openBook(path, AS)).toThrow(expect.objectContaining({ code }));
    expect(hashesIn(path)).toEqual(before);
  });

  test("a wrong passphrase", () => {
    const path = makeBook();
    const before = hashesIn(path);
    for (const passphrase of ["himitsu-desu", "", `${PASSPHRASE} `]) {
      expect(() => openBook(path, { ...AS, passphrase })).toThrow(
        expect.objectContaining({ code: "casebook.wrong-passphrase", params: { file: "a.casebook" } }),
      );
    }
    expect(hashesIn(path)).toEqual(before);
  });

  test("a book that another process has open", async () => {
    const path = makeBook();
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { openBook } from ${JSON.stringify(join(import.meta.dirname, "../casebook/openBook.ts"))};
       globalThis.kept = openBook(${JSON.stringify(path)}, ${JSON.stringify(AS)});
       console.log("open");
       setInterval(() => {}, 1000);`,
    ]);
    onTestFinished(() => void holder.kill("SIGKILL"));
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    const before = hashesIn(path);
    expect(() => openBook(path, AS)).toThrow(expect.objectContaining({ code: "casebook.in-use" }));
    expect(hashesIn(path)).toEqual(before);

    const gone = new Promise((resolve) => holder.once("exit", resolve));
    holder.kill("SIGKILL");
    await gone;
    // A crash leaves no lock behind.
    const session = openBook(path, AS);
    expect(dumpText(session)).toContain("まず見つからない");
    session.close();
  }, 60_000);
});

/** What another process meets that tries to open the book. */
function openElsewhere(path: string): string {
  const script = `import { openBook } from ${JSON.stringify(join(import.meta.dirname, "../casebook/openBook.ts"))};
    try { openBook(${JSON.stringify(path)}, ${JSON.stringify(AS)}).close(); console.log("opened"); }
    catch (error) { console.log(error.code); }`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout.trim();
}

test("a book that was copied while it is open is still closed to others", () => {
  const path = makeBook();
  const session = openBook(path, AS);
  copyDatabase(session.sqlite, `${path}.copy`);
  expect(openElsewhere(path)).toBe("casebook.in-use");
  session.close();
  expect(openElsewhere(path)).toBe("opened");
  expect(openElsewhere(`${path}.copy`)).toBe("opened");
}, 60_000);

test("a byte changed on any page is found: by what reads it, or by verifying", () => {
  const whole = makeBook();
  const pages = readFileSync(whole).byteLength / 4096;
  for (const page of [1, 2, Math.floor(pages / 3), Math.floor(pages / 2), pages - 2, pages - 1]) {
    const path = `${whole}.${page}`;
    copyFileSync(whole, path);
    flipByte(path, () => page * 4096 + 2000);
    expect(() => {
      const session = openBook(path, AS);
      try {
        expect({ page, problems: verifyBook(session).length }).not.toEqual({ page, problems: 0 });
        throw new AppError("casebook.damaged");
      } finally {
        session.close();
      }
    }).toThrow(expect.objectContaining({ code: expect.stringMatching(/^(casebook\.damaged|SQLITE_)/) }));
  }
});

test("nothing of a book can be read without its passphrase", () => {
  const path = makeBook();
  const bytes = readFileSync(path);
  expect(bytes.includes(Buffer.from("まず見つからない", "utf8"))).toBe(false);
  expect(bytes.includes(Buffer.from("organizations", "utf8"))).toBe(false);
  expect(bytes.subarray(0, 15).toString("latin1")).not.toBe("SQLite format 3");
});

test("a new book never takes the place of a file", () => {
  const path = makeBook();
  const before = hashesIn(path);
  expect(() => createBook(path, AS)).toThrow(expect.objectContaining({ code: "casebook.exists" }));
  expect(hashesIn(path)).toEqual(before);
});

test("what was committed before a crash is there after it", () => {
  const path = makeBook();
  const session = openBook(path, AS);
  loadObjects(session, [{ ...ORGANIZATION, id: "p" }]);
  // As after a power cut: the files as they lie on the disk, the connection never closed.
  const copy = join(makeTestFolder(), "b.casebook");
  for (const suffix of ["", "-wal"]) writeFileSync(copy + suffix, readFileSync(path + suffix));
  session.close();
  const after = openBook(copy, AS);
  expect(dumpText(after).split("\n")).toHaveLength(3);
  after.close();
});
