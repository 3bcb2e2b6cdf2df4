import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { gateHandlers } from "../gate/gate.handlers.ts";
import { undoState } from "../audit/undo.ts";
import { sharingHandlers } from "./sharings.handlers.ts";
import { openSharedBook, SCHEME } from "./testing/sharedBook.ts";
import { actsOn, namesIn, OTHER } from "./testing/sharingActs.ts";

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return pages.join("").replaceAll(/\s/gu, "");
}

/** The hub's own sharing, given out to everybody. */
async function sharedOnce() {
  const book = openSharedBook();
  const acts = actsOn(book);
  await acts.release("s-hub");
  await acts.issue("s-hub");
  return { book, acts };
}

describe("the notice of a withdrawal", { timeout: 60_000 }, () => {
  test("is made by another person, goes through the gate to everybody who got any version, and is in both ledgers", async () => {
    const { book, acts } = await sharedOnce();
    await acts.withdraw("s-hub", "誤った宛先を載せたため");
    const withdrawn = await acts.get("s-hub");
    expect(withdrawn).toMatchObject({ state: "withdrawn", isNoticeDue: true, number: "2023-001" });
    await expect(acts.giveNotice("s-hub", "佐伯")).rejects.toMatchObject({ code: "gate.same-person" });
    const made = await acts.giveNotice("s-hub");
    expect(made.fileName).toBe("J-CSIP_撤回のお知らせ_2023-001.pdf");
    const sharing = await acts.get("s-hub");
    expect(sharing).toMatchObject({ isNoticeDue: false });
    expect(sharing.issues.at(-1)).toMatchObject({ kind: "withdrawal", by: "佐伯", notice: made });
    expect(namesIn(sharing, 2)).toEqual(namesIn(sharing, 1)?.map((name) => `${name}（お知らせ）`));
    const words = await wordsOf(acts.bytesOf(made.artifactId));
    for (const piece of [
      "情報共有の撤回のお知らせ",
      "2023-001",
      "不審なメールに関する情報",
      "誤った宛先を載せたため",
      "TLP:AMBER",
    ]) {
      expect(words).toContain(piece);
    }
    // Nothing of what it told, and nobody of those who got it.
    expect(words).not.toMatch(/寄せられた|茜|千草|橙|水道/u);
    const { rows } = await gateHandlers(book.context).exits(
      { text: book.text("s-hub"), offset: 0, limit: 9 },
      book.call,
    );
    expect(rows[0]).toMatchObject({ fileName: made.fileName, by: OTHER, destination: "share", format: "pdf" });
    expect(undoState(book.session.journal).undo).toBeNull();
    await expect(acts.giveNotice("s-hub")).rejects.toMatchObject({ code: "record.not-found" });
  });

  test("tells the title that went out, whatever was written since", async () => {
    const { acts } = await sharedOnce();
    await acts.change("s-hub", { title: "茜金属株式会社への攻撃" });
    await acts.withdraw("s-hub");
    const { artifactId } = await acts.giveNotice("s-hub");
    const words = await wordsOf(acts.bytesOf(artifactId));
    expect(words).toContain("不審なメールに関する情報");
    expect(words).not.toContain("茜");
  });

  test("is refused a reason that tells; whoever puts it in other words leaves the notice to another", async () => {
    const { book, acts } = await sharedOnce();
    const tells = { code: "sharings.note-tells", params: { count: 1 } };
    await expect(acts.withdraw("s-hub", "茜金属株式会社の求めにより")).rejects.toMatchObject(tells);
    expect((await acts.get("s-hub")).state).toBe("shared");
    await acts.withdraw("s-hub", "誤報");
    const reword = (reason: string) =>
      sharingHandlers(book.as(OTHER)).rewordWithdrawal({ id: book.idOf("sharings", "s-hub"), reason }, book.call);
    await expect(reword("akane.example から連絡があったため")).rejects.toMatchObject({ code: "sharings.note-tells" });
    await reword("情報提供元の求めにより");
    await expect(acts.giveNotice("s-hub", OTHER)).rejects.toMatchObject({ code: "gate.same-person" });
    const { artifactId } = await acts.giveNotice("s-hub", "佐伯");
    expect(await wordsOf(acts.bytesOf(artifactId))).toContain("情報提供元の求めにより");
    await expect(reword("別の理由")).rejects.toMatchObject({ code: "record.not-found" });
  });

  test("is not made for what never went out, whose reason stays in the book", async () => {
    const acts = actsOn(openSharedBook());
    await acts.withdraw("s-hub", "茜金属株式会社と重なるため");
    expect(await acts.get("s-hub")).toMatchObject({ isNoticeDue: false, issues: [], number: null });
    await expect(acts.giveNotice("s-hub")).rejects.toMatchObject({ code: "record.not-found" });
  });

  test("is made for one from before the ledger, too, by the day it was shared", async () => {
    const old = {
      ...SCHEME.find((line) => "id" in line && line.id === "s-hub"),
      id: "s-old",
      state: "shared",
      sharedAt: "2022-12-16T10:00:00+09:00",
    };
    const acts = actsOn(openSharedBook([...SCHEME, old]));
    await acts.withdraw("s-old");
    const { artifactId, fileName } = await acts.giveNotice("s-old");
    expect(fileName).toBe("J-CSIP_撤回のお知らせ_20230110.pdf");
    expect(await wordsOf(acts.bytesOf(artifactId))).toContain("2022年12月16日");
  });
});

describe("a correction", { timeout: 60_000 }, () => {
  test("goes to who is addressed now; who holds an earlier version and is not is told that there is one, and no more", async () => {
    const { book, acts } = await sharedOnce();
    const organizations = [book.idOf("organizations", "akane")];
    const except = [book.idOf("organizations", "chigusa")];
    const frameworks = [book.idOf("frameworks", "water")];
    await acts.write("s-hub", "不審なメールを受け取ったとの情報が三件寄せられた。");
    await acts.change("s-hub", {
      audience: { sigs: [book.idOf("sigs", "paper")], frameworks, organizations, except },
      correctionNote: "件数を改めた。",
    });
    expect(await acts.get("s-hub")).toMatchObject({
      holdEarlier: 1,
      notYetReached: 0,
      partsChanged: ["words"],
      changedSinceIssue: true,
      audience: { reached: 2 },
    });
    await acts.release("s-hub");
    const { bulletin, notice, version } = await acts.issue("s-hub");
    expect({ version, bulletin: bulletin.fileName, notice: notice?.fileName }).toEqual({
      version: 2,
      bulletin: "J-CSIP_情報共有_2023-001_第2版.pdf",
      notice: "J-CSIP_訂正のお知らせ_2023-001_2.pdf",
    });
    const sharing = await acts.get("s-hub");
    expect(namesIn(sharing, 2)).toEqual(
      ["茜金属株式会社", "橙紙業株式会社", "水道関連連携", "千草製紙株式会社（お知らせ）"].sort(),
    );
    const words = await wordsOf(acts.bytesOf(notice?.artifactId ?? ""));
    expect(words).toContain("件数を改めた。");
    expect(words).not.toContain("三件");
    expect(await wordsOf(acts.bytesOf(bulletin.artifactId))).toContain("訂正（第2版）");
    // Silence is of those who got the bulletin they are asked about.
    const silent = await sharingHandlers(book.context).silence({ sinceDay: null }, book.call);
    expect(silent.every(({ sent }) => sent.length === 1)).toBe(true);
  });

  test("is what reaches a member who came after it went out", async () => {
    const { book, acts } = await sharedOnce();
    book.session.write("test", (db) => {
      db.raw.prepare("update memberships set to_day = null where to_day = '2022-12-15'").run();
    });
    expect(await acts.get("s-hub")).toMatchObject({ holdEarlier: 0, notYetReached: 1, changedSinceIssue: false });
    expect(namesIn(await acts.get("s-hub"), 1)).not.toContain("紅色製鋼株式会社");
    await acts.write("s-hub", "不審なメールを受け取ったとの情報が三件寄せられた。");
    await acts.release("s-hub");
    await acts.issue("s-hub");
    expect(namesIn(await acts.get("s-hub"), 2)).toContain("紅色製鋼株式会社");
    expect(await acts.get("s-hub")).toMatchObject({ notYetReached: 0 });
  });

  test("needs no notice while everybody is addressed still", async () => {
    const { acts } = await sharedOnce();
    await acts.write("s-hub", "不審なメールを受け取ったとの情報が三件寄せられた。");
    await acts.release("s-hub");
    expect((await acts.issue("s-hub")).notice).toBeNull();
  });
});

describe("numbers", { timeout: 60_000 }, () => {
  test("are given as sharings go out, one for each and its corrections, by the year in Tokyo", async () => {
    const book = openSharedBook();
    const acts = actsOn(book);
    await acts.consent("s-two", ["akane", "beni"]);
    for (const sharing of ["s-hub", "s-two"]) await acts.release(sharing);
    // Both at once: whoever comes second is told to try again, and gets the next number.
    const both = await Promise.allSettled([acts.issue("s-hub"), acts.issue("s-two")]);
    const failed = both.flatMap((one, index) => (one.status === "rejected" ? [index === 0 ? "s-hub" : "s-two"] : []));
    for (const sharing of failed) await acts.issue(sharing);
    const numbers = [(await acts.get("s-hub")).number, (await acts.get("s-two")).number];
    expect(numbers.sort()).toEqual(["2023-001", "2023-002"]);
    await acts.write("s-hub", "不審なメールを受け取ったとの情報が三件寄せられた。");
    await acts.release("s-hub");
    const { bulletin } = await acts.issue("s-hub");
    const { number, issues } = await acts.get("s-hub");
    expect(numbers).toContain(number);
    expect(await wordsOf(acts.bytesOf(bulletin.artifactId))).toContain(`${number ?? ""}第2版`);
    // Saved again from the ledger they have the names that went through the gate.
    expect(issues.map((issue) => issue.bulletin?.fileName)).toEqual([
      `J-CSIP_情報共有_${number ?? ""}.pdf`,
      `J-CSIP_情報共有_${number ?? ""}_第2版.pdf`,
    ]);
  });
});
