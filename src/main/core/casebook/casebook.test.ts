import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { describe, expect, test } from "vitest";
import { putArtifact } from "../storage/artifactStore.ts";
import {
  dumpText,
  loadObjects,
  makeTestFolder,
  openTestBook,
  reopenTestBook,
  TEST_KEY,
  type TestBook,
} from "../testing/openTestBook.ts";
import { backupBook, restoreBook } from "./backupBook.ts";
import { openBook } from "./openBook.ts";
import { verifyBook } from "./verifyBook.ts";

const AS = { passphrase: TEST_KEY, actor: "佐伯", now: () => Date.parse("2023-01-10T03:00:00Z") };
const LINES = [
  { type: "organization", id: "o", name: "甲" },
  {
    type: "report",
    id: "r",
    receivedAt: "2022-10-01T00:00:00Z",
    provider: { organization: "o" },
    channel: "mail",
    category: "bec",
    assessment: "benign",
    title: "件名",
    observables: [{ kind: "url", value: "http://a.example" }],
  },
];

function filledBook(): TestBook {
  const book = openTestBook(LINES);
  book.session.write("test", (db) =>
    putArtifact(db, { bytes: Buffer.alloc(600_000, 7), fileName: "添付.bin", mediaType: "x/y", addedAt: 1 }),
  );
  return book;
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function filesBeside(path: string): string[] {
  return readdirSync(join(path, "..")).sort();
}

function dumpOf(path: string): string {
  const session = openBook(path, AS);
  const text = dumpText(session);
  session.close();
  return text;
}

describe("backup and restore", () => {
  test("a backup is a casebook of its own with all that was there, files and audit too", () => {
    const book = filledBook();
    const dump = dumpText(book.session);
    book.session.close();
    const target = join(makeTestFolder(), "copy.casebook");
    backupBook(book.path, target, AS);
    expect(filesBeside(target)).toEqual(["copy.casebook"]);
    expect(filesBeside(book.path)).toEqual(["test.casebook"]);
    const copy = openBook(target, AS);
    expect(dumpText(copy)).toBe(dump);
    expect(verifyBook(copy)).toEqual([]);
    expect(copy.sqlite.prepare("select count(*) from audit_entries").pluck().get()).toBe(2);
    copy.close();
  });

  test("a backup never takes the place of a file, and leaves nothing when it cannot be written", () => {
    const book = filledBook();
    book.session.close();
    const folder = makeTestFolder();
    writeFileSync(join(folder, "taken"), "x");
    expect(() => backupBook(book.path, join(folder, "taken"), AS)).toThrow(
      expect.objectContaining({ code: "casebook.exists" }),
    );
    expect(() => backupBook(book.path, join(folder, "none", "a"), AS)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^storage\./) }),
    );
    expect(() => backupBook(book.path, join(folder, "b"), { ...AS, passphrase: "wrong" })).toThrow(
      expect.objectContaining({ code: "casebook.wrong-passphrase" }),
    );
    expect(filesBeside(join(folder, "x"))).toEqual(["taken"]);
  });

  test("restoring keeps the book that was there beside it", () => {
    const book = filledBook();
    const older = dumpText(book.session);
    book.session.close();
    const backup = join(makeTestFolder(), "backup");
    backupBook(book.path, backup, AS);
    const again = reopenTestBook(book);
    loadObjects(again, [{ type: "organization", id: "p", name: "乙" }]);
    const newer = dumpText(again);
    again.close();

    const kept = restoreBook(backup, book.path, AS);
    expect(dumpOf(book.path)).toBe(older);
    expect(dumpOf(join(book.path, "..", kept ?? ""))).toBe(newer);
    expect(filesBeside(book.path)).toHaveLength(2);
  });

  test("a backup that is damaged, or no book at all, replaces nothing", () => {
    const book = filledBook();
    book.session.close();
    const before = sha256(book.path);
    const backup = join(makeTestFolder(), "backup");
    backupBook(book.path, backup, AS);
    const bytes = readFileSync(backup);
    bytes.fill(0, bytes.byteLength - 4096 * 3);
    writeFileSync(backup, bytes);
    expect(() => restoreBook(backup, book.path, AS)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^casebook\./) }),
    );
    expect(() => restoreBook(`${backup}.none`, book.path, AS)).toThrow(
      expect.objectContaining({ code: "casebook.not-found" }),
    );
    expect(sha256(book.path)).toBe(before);
    expect(filesBeside(book.path)).toEqual(["test.casebook"]);
  });

  test("a damaged backup is named by its own name, in one sentence", () => {
    const { path, session } = filledBook();
    session.close();
    const backup = join(makeTestFolder(), "backup");
    backupBook(path, backup, AS);
    const whole = readFileSync(backup);
    const damaged = [
      whole.subarray(0, whole.byteLength - 4096 * 3),
      Buffer.concat([whole.subarray(0, 100), Buffer.alloc(whole.byteLength - 100)]),
      Buffer.concat([whole.subarray(0, 4096 * 8), Buffer.alloc(4096 * 2, 255), whole.subarray(4096 * 10)]),
      Buffer.alloc(0),
    ];
    for (const bytes of damaged) {
      writeFileSync(backup, bytes);
      const refusal = (() => {
        try {
          restoreBook(backup, join(makeTestFolder(), "new.casebook"), AS);
        } catch (error) {
          return error instanceof AppError ? error.params : {};
        }
        return {};
      })();
      expect(refusal.file).toBe("backup");
      expect(String(refusal.reason ?? "")).not.toContain("\n");
    }
  });

  test("a book that is open is not moved from under its program", () => {
    const book = filledBook();
    const backup = join(makeTestFolder(), "backup");
    const copy = openTestBook();
    copy.session.close();
    backupBook(copy.path, backup, AS);
    expect(() => restoreBook(backup, book.path, AS)).toThrow(expect.objectContaining({ code: "casebook.in-use" }));
    expect(dumpText(book.session)).toContain("甲");
  });

  test("a book that is gone is brought back", () => {
    const book = filledBook();
    book.session.close();
    const backup = join(makeTestFolder(), "backup");
    backupBook(book.path, backup, AS);
    const path = join(makeTestFolder(), "new.casebook");
    expect(restoreBook(backup, path, AS)).toBeNull();
    expect(dumpOf(path)).toContain("甲");
    expect(existsSync(`${path}.restored`)).toBe(false);
  });
});

describe("verify finds", () => {
  test("nothing in a sound book", () => {
    expect(verifyBook(filledBook().session)).toEqual([]);
  });

  test.each([
    ["a changed file", "update artifact_chunks set bytes = zeroblob(length(bytes)) where position = 0", "添付.bin"],
    ["a file that lost a part", "delete from artifact_chunks where position = 1", "添付.bin"],
    ["an altered audit", "update audit_entries set actor = 'x' where seq = 1", "audit entry 1"],
    ["a lost search entry", "delete from search_entries where type = 'report'", "search"],
    ["a search entry of another record", "update search_entries set record_id = 'x' where type = 'report'", "search"],
    [
      "lost search words",
      "delete from search_terms where rowid = (select seq from search_entries where type = 'report')",
      "search",
    ],
    [
      "a broken reference",
      "pragma foreign_keys = off; insert into artifact_chunks values ('none', 0, x'00')",
      "artifact",
    ],
  ])("%s", (_, statement, word) => {
    const { session } = filledBook();
    session.sqlite.exec(statement);
    expect(verifyBook(session).join("\n")).toContain(word);
  });

  test("records changed behind the audit's back", () => {
    const book = filledBook();
    const { session } = book;
    // By another program, which has none of our triggers.
    for (const event of ["insert", "update", "delete"])
      session.sqlite.exec(`drop trigger temp.audit_organizations_${event}`);
    session.sqlite.exec("update organizations set name = '別名'");
    expect(verifyBook(session).join("\n")).toContain("organizations");
  });

  test("damaged pages", () => {
    const book = filledBook();
    book.session.close();
    const bytes = readFileSync(book.path);
    const page = Math.floor(bytes.byteLength / 4096 / 2) * 4096;
    bytes.writeUInt8(bytes.readUInt8(page + 10) ^ 1, page + 10);
    writeFileSync(book.path, bytes);
    const problems = (() => {
      try {
        return verifyBook(reopenTestBook(book));
      } catch (error) {
        return [error instanceof Error && "code" in error ? String(error.code) : "?"];
      }
    })();
    expect(problems).not.toEqual([]);
    expect(problems).not.toEqual(["?"]);
  });
});
