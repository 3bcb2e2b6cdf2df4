import { expect, test } from "vitest";
import { Quarter } from "#shared/domain/quarter.ts";
import { printableCharacters } from "../documents/printableCharacters.ts";
import { loadObjects, openTestBook } from "../testing/openTestBook.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { findUnprintable } from "./findUnprintable.ts";
import { prepareReport } from "./typesetReport.ts";

const QUARTER = Quarter.parse("2022Q4");

function caseWith(id: string, narrative: string) {
  return { type: "case", id, title: `案件${id}`, kind: "bec", openedAt: "2022-10-05", origin: "hub", narrative };
}

const REPORT = {
  type: "report",
  id: "r",
  receivedAt: "2022-10-05T00:00:00+09:00",
  provider: { framework: "f" },
  channel: "mail",
  category: "bec",
  assessment: "benign",
  title: "件名",
  cases: ["a", "b"],
};

test("a character that would print as an empty box is told with the chapter it stands in", async () => {
  const { session } = openTestBook();
  loadObjects(session, [
    { type: "framework", id: "f", name: "連携体制" },
    REPORT,
    caseWith("a", "全て印刷できる文字である①⑥㈱。"),
    caseWith("b", "絵文字 😀 が、表にもある。\n\n| 甲 |\n|---|\n| 😀 שלום |\n"),
  ]);
  const composed = await prepareReport(session, createSanitiser(session), QUARTER);
  const issues = findUnprintable(composed, await printableCharacters());
  expect(issues).toEqual([
    {
      code: "character-unprintable",
      caseId: expect.any(String),
      params: { title: "案件b", text: "😀（U+1F600）、ש（U+05E9）、ל（U+05DC）、ו（U+05D5）、ם（U+05DD）" },
    },
  ]);
  session.close();
});
