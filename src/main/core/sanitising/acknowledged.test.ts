import { describe, expect, it } from "vitest";
import type { BookSession } from "../database/bookSession.ts";
import { insertRelease } from "../gate/gateRepository.ts";
import { insertPublication } from "../publishing/publishingRepository.ts";
import { putArtifact } from "../storage/artifactStore.ts";
import { loadObjects, openTestBook, TEST_NOW } from "../testing/openTestBook.ts";
import { findCaseIdByExternalId } from "../writeups/writeupRepository.ts";
import { createWriteup } from "../writeups/writeupService.ts";
import { changeText } from "./changeText.ts";
import { openDesk } from "./desk.ts";
import { decide, reconsider } from "./deskCommands.ts";
import { createSanitiser } from "./sanitiser.ts";

const caseOf = (id: string, receivedAt: string) => [
  {
    type: "case",
    id,
    title: "不審メール",
    kind: "phishing",
    openedAt: receivedAt.slice(0, 10),
    origin: "provided",
    narrative: "参加組織から情報提供があった。",
  },
  {
    type: "report",
    id: `R-${id}`,
    receivedAt,
    provider: { organization: "O1" },
    channel: "mail",
    items: 1,
    category: "phishing",
    assessment: "targeted",
    title: "不審メール",
    cases: [id],
  },
];

function openBook() {
  const { session, clock } = openTestBook();
  loadObjects(session, [
    { type: "sig", id: "S1", name: "重工業界", from: "2011-10-25" },
    { type: "organization", id: "O1", name: "霧峰重工業株式会社", reading: "キリミネジュウコウギョウ" },
    ...caseOf("C1", "2022-11-02T10:00:00+09:00"),
    ...caseOf("C2", "2023-01-05T10:00:00+09:00"),
  ]);
  const sanitiser = createSanitiser(session);
  return {
    session,
    clock,
    async writeupOf(externalId: string, body: string) {
      const caseId = session.read((db) => findCaseIdByExternalId(db, externalId)) ?? "";
      const text = { kind: "writeup" as const, id: await createWriteup(session, sanitiser, caseId) };
      const type = (words: string) =>
        session.write("writeups.update", (db) => changeText(db, session, text, { body: words }));
      type(body);
      const asked = async () =>
        (await openDesk(session, sanitiser, text)).findings.filter(({ decision }) => decision === null);
      return {
        text,
        type,
        asked,
        words: async () => (await asked()).map((finding) => finding.text),
        keyOfAllowed: async () =>
          (await openDesk(session, sanitiser, text)).findings.find(({ decision }) => decision !== null)?.key ?? "",
        async allow(word: string) {
          const { findings, sha256 } = await openDesk(session, sanitiser, text);
          const key = findings.find((finding) => finding.text === word)?.key ?? "";
          await decide(session, sanitiser, { text, sha256, decisions: [{ key, action: "allow", reason: "一般の語" }] });
        },
      };
    },
  };
}

function release(session: BookSession, textId: string, at: number): void {
  session.write("test", (db) =>
    insertRelease(db, {
      id: session.newId(),
      textId,
      purpose: "publish",
      textSha256: "0".repeat(64),
      author: "佐伯",
      releaser: "野上",
      at,
    }),
  );
}

function publish(session: BookSession, quarter: string, at: number): void {
  session.write("test", (db) => {
    const artifactId = putArtifact(db, {
      bytes: Buffer.from("%PDF"),
      fileName: "a.pdf",
      mediaType: "application/pdf",
      addedAt: at,
    });
    insertPublication(db, { id: session.newId(), quarter, artifactId, pages: 1, at, by: "佐伯" });
  });
}

describe("a word that was acknowledged", () => {
  it("is not asked about again in that text, wherever it stands, until that is taken back", async () => {
    const { session, writeupOf } = openBook();
    const { text, type, words, allow, keyOfAllowed } = await writeupOf(
      "C1",
      "竜胆計画を装った。差出人は竜胆計画を名乗った。",
    );
    expect(await words()).toEqual(["竜胆計画", "竜胆計画"]);
    await allow("竜胆計画");
    expect(await words()).toEqual([]);
    type("竜胆計画を装った。後日、竜胆計画の名で槇尾計画のメールも届いた。");
    expect(await words()).toEqual(["槇尾計画"]);
    reconsider(session, { text, keys: [await keyOfAllowed()] });
    expect(await words()).toEqual(["竜胆計画", "竜胆計画", "槇尾計画"]);
  });

  it("is asked about in other texts until it is published", async () => {
    const { session, clock, writeupOf } = openBook();
    const first = await writeupOf("C1", "竜胆計画を装った。");
    const second = await writeupOf("C2", "これも竜胆計画を装った。");
    await first.allow("竜胆計画");
    expect(await second.words()).toEqual(["竜胆計画"]);
    release(session, first.text.id, TEST_NOW + 1_000);
    expect(await second.words()).toEqual(["竜胆計画"]);
    publish(session, "2022Q3", TEST_NOW + 2_000);
    expect(await second.words(), "the report of another quarter").toEqual(["竜胆計画"]);
    publish(session, "2022Q4", TEST_NOW + 2_000);
    expect(await second.words()).toEqual([]);
    // What is acknowledged after that stands in no report.
    clock.nowMs = TEST_NOW + 3_000;
    first.type("竜胆計画と槇尾計画を装った。");
    await first.allow("槇尾計画");
    second.type("槇尾計画を装った。");
    expect(await second.words()).toEqual(["槇尾計画"]);
  });
});
