import { describe, expect, it } from "vitest";
import { takeBackEntry, undoState } from "../audit/undo.ts";
import { changeText } from "../sanitising/changeText.ts";
import { readText } from "../sanitising/textRepository.ts";
import { putArtifact } from "../storage/artifactStore.ts";
import { clearPassage } from "./clearPassage.ts";
import { findExits } from "./gateRepository.ts";
import { readForSaving } from "./readForSaving.ts";
import { checkFile, keepFile } from "./takeOutFile.ts";
import { takeOut } from "./writeOut.ts";
import { openWriteup } from "./testing/openWriteup.ts";

describe("undo", () => {
  it("takes back what was done to the records, never that something left", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    const countLeft = () => session.read((db) => findExits(db, { textId: null, offset: 0, limit: 10 })).total;
    const titleNow = () => session.read((db) => readText(db, ref)).title;
    const file = await checkFile(sanitiser, {
      bytes: new TextEncoder().encode("a,b\n"),
      format: "csv",
      fileName: "a.csv",
      destination: "share",
      text: { id: ref.id, sha256: null },
      parties: [],
      outsiders: [],
      allowed: [],
    });
    session.write("test.change", (db) => {
      keepFile(db, session, file);
      changeText(db, session, ref, { title: "共有した" });
    });
    const { undo } = undoState(session.journal);
    if (!undo) throw new Error("nothing to undo");
    takeBackEntry(session, undo, "audit.undo");
    expect([titleNow(), countLeft()]).toEqual(["不審なメール", 1]);
    const { redo } = undoState(session.journal);
    if (!redo) throw new Error("nothing to redo");
    takeBackEntry(session, redo, "audit.redo");
    expect([titleNow(), countLeft()]).toEqual(["共有した", 1]);
  });

  it("goes on to what was done before something left", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    session.write("writeups.update", (db) => changeText(db, session, ref, { title: "直した" }));
    await clearPassage(session, sanitiser, { text: ref, passage: "添付ファイル", way: "clipboard" });
    expect(undoState(session.journal).undo?.action).toBe("writeups.update");
  });
});

describe("saving a file of the book outside", () => {
  it("is written down where the gate did not look at it", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    const received = { bytes: new Uint8Array([1]), fileName: "mail.eml", mediaType: "message/rfc822", addedAt: 1 };
    const id = session.write("test", (db) => putArtifact(db, received));
    expect(readForSaving(session, id)).toEqual(Buffer.from([1]));
    const taken = await takeOut(session, sanitiser, { text: ref, format: "markdown", destination: "copy" });
    readForSaving(session, taken.artifactId);
    const { rows } = session.read((db) => findExits(db, { textId: null, offset: 0, limit: 10 }));
    expect(rows.map(({ format, artifactId }) => [format, artifactId])).toEqual([
      ["markdown", taken.artifactId],
      ["unsanitised", id],
    ]);
  });
});

describe("a passage for the clipboard", () => {
  it("goes when nothing in it waits for a decision, and the ledger does not say what it was", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    const passage = "不審なメールを受信した";
    expect(await clearPassage(session, sanitiser, { text: ref, passage, way: "clipboard" })).toEqual({ passage });
    const [exit] = session.read((db) => findExits(db, { textId: ref.id, offset: 0, limit: 10 })).rows;
    expect(exit).toMatchObject({ format: "clipboard", fileName: "", artifactId: null });
    expect(JSON.stringify(exit)).not.toContain(passage);
  });

  it("stays inside with a name in it; the rest of a text that has one goes", async () => {
    const { session, sanitiser, ref } = await openWriteup();
    const body = "青葉精密工業株式会社から提供された。\n\n桐生電子株式会社の名をかたる手口であった。";
    session.write("writeups.update", (db) => changeText(db, session, ref, { body }));
    const clear = (passage: string) => clearPassage(session, sanitiser, { text: ref, passage, way: "clipboard" });
    await expect(clear("青葉精密工業株式会社から")).rejects.toMatchObject({ code: "gate.closed" });
    await expect(clear("霧峰重工業から")).rejects.toMatchObject({ code: "gate.closed" });
    await expect(clear("の名をかたる手口であった")).resolves.toBeDefined();
    // Never published, and nothing more: a person has not looked at it yet.
    session.write("writeups.update", (db) => changeText(db, session, ref, { body: "ゾルペラムが使われた。" }));
    await expect(clear("ゾルペラムが")).rejects.toMatchObject({ code: "gate.closed" });
    await expect(clear("が使われた")).resolves.toBeDefined();
  });
});
