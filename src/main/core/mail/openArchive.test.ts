import { strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { encodeJapanese } from "#test/fixtures/mails/encodeJapanese.ts";
import { type ArchiveEntry, openArchive } from "./openArchive.ts";

function results(bytes: Uint8Array, name = "束.zip"): string[] {
  return [...openArchive(bytes, name)].map((entry: ArchiveEntry) =>
    "error" in entry ? `${entry.path} ${entry.error.code}` : `${entry.path} ${entry.bytes.length}`,
  );
}

function zip(files: Zippable): Buffer {
  return Buffer.from(zipSync(files, { level: 9 }));
}

/** Where the central directory's entry of a file starts. */
function directoryEntry(archive: Buffer, name: string): number {
  return archive.lastIndexOf(Buffer.from(name)) - 46;
}

describe("openArchive", () => {
  it("yields files in folders and in archives inside, and passes over what systems put there", () => {
    const inner = zip({ "c.msg": strToU8("cc") });
    const archive = zip({
      "a.eml": strToU8("a"),
      "folder/b.eml": strToU8("bb"),
      "__MACOSX/._a.eml": strToU8("x"),
      "folder/Thumbs.db": strToU8("x"),
      "inner.zip": inner,
    });
    expect(results(archive)).toEqual(["束.zip/a.eml 1", "束.zip/folder/b.eml 2", "束.zip/inner.zip/c.msg 2"]);
  });

  it("reads names in Shift_JIS, as Windows in Japan writes them", () => {
    const archive = zip({ "QQQQQQQQ.eml": strToU8("a") });
    const name = encodeJapanese("不審な表", "shift_jis");
    for (let at = archive.indexOf("QQQQQQQQ"); at !== -1; at = archive.indexOf("QQQQQQQQ")) name.copy(archive, at);
    expect(results(archive)).toEqual(["束.zip/不審な表.eml 1"]);
  });

  it("refuses what bursts and lets the others go on", () => {
    const archive = zip({ "bomb.eml": new Uint8Array(20 * 1024 * 1024), "a.eml": strToU8("a") });
    expect(results(archive)).toEqual(["束.zip/bomb.eml intake.archive-bomb", "束.zip/a.eml 1"]);
  });

  it("is not taken in by a size that the archive claims", () => {
    const archive = zip({ "bomb.eml": new Uint8Array(20 * 1024 * 1024) });
    archive.writeUInt32LE(10, directoryEntry(archive, "bomb.eml") + 24);
    expect(results(archive)).toEqual(["束.zip/bomb.eml intake.archive-bomb"]);
  });

  it("does not go down archives in archives without end", () => {
    let archive = zip({ "a.eml": strToU8("a") });
    for (let level = 0; level < 10; level += 1) archive = zip({ "in.zip": archive });
    expect(results(archive)).toEqual(["束.zip/in.zip/in.zip/in.zip intake.archive-bomb"]);
  });

  it("says which file has a password, and opens the others", () => {
    const archive = zip({ "secret.eml": strToU8("x"), "a.eml": strToU8("a") });
    archive.writeUInt16LE(1, directoryEntry(archive, "secret.eml") + 8);
    expect(results(archive)).toEqual(["束.zip/secret.eml intake.archive-encrypted", "束.zip/a.eml 1"]);
  });

  it("says which file is damaged, and opens the others", () => {
    const archive = zip({ "hurt.eml": strToU8("some text some text some text"), "a.eml": strToU8("a") });
    const at = archive.indexOf("hurt.eml") + "hurt.eml".length + 2;
    archive[at] = (archive[at] ?? 0) ^ 0xff;
    expect(results(archive)).toEqual(["束.zip/hurt.eml intake.archive-damaged", "束.zip/a.eml 1"]);
  });

  it.each([0, 3, 10, 30, 60])("says that an archive cut by %i bytes is damaged", (missing) => {
    const archive = zip({ "a.eml": strToU8("some text some text some text") });
    const cut = missing === 0 ? Buffer.from("PK\u0003\u0004") : archive.subarray(0, archive.length - missing);
    expect(results(cut)).toEqual(["束.zip intake.archive-damaged"]);
  });
});
