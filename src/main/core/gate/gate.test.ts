import { describe, expect, it } from "vitest";
import { takeBackEntry, undoState } from "../audit/undo.ts";
import { changeText } from "../sanitising/changeText.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { readArtifact } from "../storage/artifactStore.ts";
import { loadObjects } from "../testing/openTestBook.ts";
import { findExits } from "./gateRepository.ts";
import { readBack } from "./reading/readBack.ts";
import { releaseText } from "./release.ts";
import { keepFile, takeOutFile, type CheckedFile } from "./takeOutFile.ts";
import { isSamePerson, judgeText } from "./textVerdict.ts";
import { takeOut } from "./writeOut.ts";
import { consent, handOver, openWriteup, shaOf, unmetOf } from "./testing/openWriteup.ts";

describe("the verdict on a write-up", () => {
  it("lets a clean text out as a copy, and to the public with a second person and the provider's consent only", async () => {
    const { book, session, ref } = await openWriteup();
    expect(await unmetOf(session, ref, "copy")).toEqual([]);
    expect(await unmetOf(session, ref, "provider")).toEqual([]);
    expect(await unmetOf(session, ref, "publish")).toEqual(["second-person", "consent"]);
    consent(session, ref, "publish");
    expect(await unmetOf(session, ref, "publish")).toEqual(["second-person"]);
    const other = handOver(book, "三好");
    await releaseText(other, createSanitiser(other), { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
    expect(await unmetOf(other, ref, "publish")).toEqual([]);
    // Consent and release were given to publish; a write-up carries no label to be shared under.
    expect(await unmetOf(other, ref, "share")).toEqual(["second-person", "consent", "marked"]);
  });

  it("makes both void with the first edit, and asks another person than the one who made it", async () => {
    const { book, session, ref } = await openWriteup();
    consent(session, ref, "publish");
    const other = handOver(book, "三好");
    await releaseText(other, createSanitiser(other), { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
    other.write("writeups.update", (db) =>
      changeText(db, other, ref, { body: "添付ファイルを開かせる手口であった。" }),
    );
    expect(await unmetOf(other, ref, "publish")).toEqual(["second-person", "consent"]);
    await expect(
      releaseText(other, createSanitiser(other), { text: ref, purpose: "publish", sha256: shaOf(other, ref) }),
    ).rejects.toMatchObject({ code: "gate.same-person", params: { author: "三好" } });
  });

  it("takes the same name in another spelling for the same person", async () => {
    const { book, ref } = await openWriteup();
    const same = handOver(book, "佐 伯");
    const released = { text: ref, purpose: "publish", sha256: shaOf(same, ref) } as const;
    await expect(releaseText(same, createSanitiser(same), released)).rejects.toMatchObject({
      code: "gate.same-person",
    });
    const spellings = ["佐伯 ", "佐\u200b伯", "佐伯\u00ad", "佐伯\ufe00", "\u3000佐伯"];
    expect(spellings.filter((spelling) => !isSamePerson(spelling, "佐伯"))).toEqual([]);
    expect([isSamePerson("ＳＡＥＫＩ", "saeki"), isSamePerson("髙橋", "高橋"), isSamePerson("佐伯", "三好")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("holds terms against the purpose", async () => {
    const { session, ref } = await openWriteup();
    consent(session, ref, "publish", [{ kind: "not-before", day: "2023-04-01" }]);
    const { verdict } = await judgeText(session, createSanitiser(session), ref, "publish");
    expect(verdict.conditions.find(({ code }) => code === "terms")).toMatchObject({
      met: false,
      params: { term: "not-before", day: "2023-04-01", party: "霧峰重工業株式会社" },
    });
  });

  it("stays closed while something in it tells, and for a text without words", async () => {
    const { session, ref } = await openWriteup();
    const put = (body: string) => session.write("writeups.update", (db) => changeText(db, session, ref, { body }));
    put("霧峰重工業株式会社から提供された。");
    expect(await unmetOf(session, ref, "copy")).toEqual(["no-must-finding"]);
    put("青葉精密工業株式会社から提供された。");
    expect(await unmetOf(session, ref, "copy")).toEqual(["no-review-finding"]);
    put(" ");
    expect(await unmetOf(session, ref, "copy")).toEqual(["text-there"]);
    put(`添付ファイルを開かせる手口であった。\n\n![図](artifact:${"0".repeat(64)})`);
    expect(await unmetOf(session, ref, "copy")).toContain("pictures-checked");
  });

  it("does not release what is still open, nor a text that is another by now", async () => {
    const { book, session, ref } = await openWriteup();
    const old = shaOf(session, ref);
    session.write("writeups.update", (db) => changeText(db, session, ref, { body: "霧峰重工業から提供された。" }));
    const other = handOver(book, "三好");
    const release = (sha256: string) =>
      releaseText(other, createSanitiser(other), { text: ref, purpose: "publish", sha256 });
    await expect(release(old)).rejects.toMatchObject({ code: "record.changed-meanwhile" });
    await expect(release(shaOf(other, ref))).rejects.toMatchObject({
      code: "gate.closed",
      params: { condition: "no-must-finding", count: 1 },
    });
  });
});

describe("taking a text out", () => {
  it.each(["pdf", "docx", "markdown"] as const)(
    "%s: stored under a neutral name, and in the ledger",
    async (format) => {
      const { session, sanitiser, ref } = await openWriteup();
      const taken = await takeOut(session, sanitiser, { text: ref, format, destination: "copy" });
      expect(taken.fileName).toMatch(/^J-CSIP_事例解説_20230110-1_承認前の写し\.\w+$/u);
      const { bytes } = session.read((db) => readArtifact(db, taken.artifactId));
      const { pieces } = await readBack({ bytes: new Uint8Array(bytes), format, fileName: taken.fileName });
      const words = pieces.map(({ text }) => text).join("\n");
      expect(words.replaceAll(/\s/gu, "")).toContain("不審なメールを受信したとの情報提供があった");
      expect(words).toContain("承認前の写し");
      const { total, rows } = session.read((db) => findExits(db, { textId: ref.id, offset: 0, limit: 10 }));
      expect(total).toBe(1);
      expect(rows[0]).toMatchObject({ by: "佐伯", title: "不審なメール", destination: "copy", format, ...taken });
      expect(undoState(session.journal).undo?.action).not.toBe("gate.takeOut");
    },
    30_000,
  );

  it("prints no stamp on what may be published", async () => {
    const { book, session, ref } = await openWriteup();
    consent(session, ref, "publish");
    const other = handOver(book, "三好");
    const sanitiser = createSanitiser(other);
    await expect(
      takeOut(other, sanitiser, { text: ref, format: "markdown", destination: "publish" }),
    ).rejects.toMatchObject({ code: "gate.closed", params: { condition: "second-person" } });
    await releaseText(other, sanitiser, { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
    for (const destination of ["copy", "publish"] as const) {
      const taken = await takeOut(other, sanitiser, { text: ref, format: "markdown", destination });
      const { bytes } = other.read((db) => readArtifact(db, taken.artifactId));
      expect(bytes.toString("utf8")).not.toContain("承認前の写し");
      expect(taken.fileName).not.toContain("写し");
    }
  });

  it("keeps nothing of a file that tells", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    const file = {
      format: "csv",
      destination: "copy",
      text: { id: ref.id, sha256: shaOf(session, ref) },
      parties: ["O1"],
      outsiders: [],
      allowed: [],
    } as const;
    const bytes = new TextEncoder().encode("種別,値\nurl,http://evil.example/霧峰重工業\n");
    await expect(takeOutFile(session, sanitiser, { ...file, bytes, fileName: "a.csv" })).rejects.toMatchObject({
      code: "gate.leak",
      params: { where: "table-cell", detail: "2:2", kind: "organization" },
    });
    const clean = new TextEncoder().encode("種別,値\nurl,http://evil.example/\n");
    await expect(
      takeOutFile(session, sanitiser, { ...file, bytes: clean, fileName: "霧峰重工業.csv" }),
    ).rejects.toMatchObject({ code: "gate.leak", params: { where: "file-name" } });
    expect(session.read((db) => findExits(db, { textId: null, offset: 0, limit: 10 })).total).toBe(0);
    await takeOutFile(session, sanitiser, { ...file, bytes: clean, fileName: "a.csv" });
    expect(session.read((db) => findExits(db, { textId: null, offset: 0, limit: 10 })).total).toBe(1);
  });

  it("does not store words that were changed while they were typeset", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    const taking = takeOut(session, sanitiser, { text: ref, format: "markdown", destination: "copy" });
    session.write("writeups.update", (db) => changeText(db, session, ref, { title: "別の表題" }));
    await expect(taking).rejects.toMatchObject({ code: "record.changed-meanwhile" });
    expect(session.read((db) => findExits(db, { textId: null, offset: 0, limit: 10 })).total).toBe(0);
  });

  it("does not publish what was agreed to when its typesetting began, and no longer when it ended", async () => {
    const { book, session, ref } = await openWriteup();
    consent(session, ref, "publish");
    const other = handOver(book, "三好");
    const sanitiser = createSanitiser(other);
    await releaseText(other, sanitiser, { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
    let isAnswered = false;
    const scanAll: typeof sanitiser.scanAll = (texts, options) => {
      // The written file is looked through: the text was judged before, and the provider's mind changes now.
      if (options?.novelty === false && !isAnswered) {
        isAnswered = true;
        consent(other, ref, "publish", [{ kind: "not-before", day: "2099-01-01" }]);
      }
      return sanitiser.scanAll(texts, options);
    };
    const taking = takeOut(other, { ...sanitiser, scanAll }, { text: ref, format: "markdown", destination: "publish" });
    await expect(taking).rejects.toMatchObject({ code: "gate.closed", params: { condition: "terms" } });
    expect(other.read((db) => findExits(db, { textId: null, offset: 0, limit: 10 })).total).toBe(0);
  }, 30_000);

  it("does not publish what a name entered since its release now gives away", async () => {
    const { book, session, ref } = await openWriteup();
    const body = "メールのリンクを開かせる手口であった。\n\n送信元は hxxps://portal[.]kirimachi[.]test/ であった。";
    session.write("writeups.update", (db) => changeText(db, session, ref, { body }));
    consent(session, ref, "publish");
    const other = handOver(book, "三好");
    const sanitiser = createSanitiser(other);
    await releaseText(other, sanitiser, { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
    loadObjects(other, [{ type: "organization", id: "O9", name: "別の組織", domains: ["kirimachi.test"] }]);
    await expect(
      takeOut(other, sanitiser, { text: ref, format: "markdown", destination: "publish" }),
    ).rejects.toMatchObject({
      code: "gate.closed",
      params: { condition: "no-must-finding", kind: "domain", line: 3 },
    });
  });

  it("holds a release for the words it was given for, through undo and redo", async () => {
    const { book, session, ref } = await openWriteup();
    consent(session, ref, "publish");
    const other = handOver(book, "三好");
    await releaseText(other, createSanitiser(other), { text: ref, purpose: "publish", sha256: shaOf(other, ref) });
    other.write("writeups.update", (db) =>
      changeText(db, other, ref, { body: "添付ファイルを開かせる手口であった。" }),
    );
    const { undo } = undoState(other.journal);
    if (!undo) throw new Error("nothing to undo");
    takeBackEntry(other, undo, "audit.undo");
    // These are the first author's words again, and another person released exactly them.
    expect(await unmetOf(other, ref, "publish")).toEqual([]);
    const { redo } = undoState(other.journal);
    if (!redo) throw new Error("nothing to redo");
    takeBackEntry(other, redo, "audit.redo");
    expect(await unmetOf(other, ref, "publish")).toEqual(["second-person", "consent"]);
  });

  it("stores nothing that was not looked at", async () => {
    const { session, ref } = await openWriteup();
    const forged: CheckedFile = {
      bytes: new TextEncoder().encode("霧峰重工業"),
      sha256: "0",
      fileName: "a.csv",
      format: "csv",
      destination: "copy",
      text: { id: ref.id, sha256: null },
    };
    expect(() => session.write("test", (db) => keepFile(db, session, forged))).toThrow("gate.unreadable");
  });

  it("calls what cannot be read back unreadable", async () => {
    const { session, sanitiser } = await openWriteup();
    const bytes = new TextEncoder().encode("%PDF-1.7 not really");
    const file = { bytes, format: "pdf", fileName: "a.pdf", destination: "copy", text: null } as const;
    await expect(
      takeOutFile(session, sanitiser, { ...file, parties: [], outsiders: [], allowed: [] }),
    ).rejects.toMatchObject({ code: "gate.unreadable", params: { file: "a.pdf" } });
  });
});
