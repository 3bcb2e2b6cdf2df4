import { describe, expect, it } from "vitest";
import { messages } from "#shared/messages/messages.ts";
import { caseChoices } from "./caseChoices.ts";

const words = messages.ja.reports.toCase;
const found = [{ id: "c1", title: "偽の警告", note: "2022-11-02" }];
const does = (given: { title: string; own: { id: string; title: string }[] }) =>
  caseChoices({ ...given, found, count: 2, words }).map((choice) => [choice.does, choice.caseId]);

describe("what C offers", () => {
  it("Enter alone makes a new case", () => {
    expect(does({ title: "", own: [] })).toEqual([
      ["create", ""],
      ["add", "c1"],
    ]);
  });

  it("Enter alone opens the case that the report is in", () => {
    expect(does({ title: "", own: [{ id: "c0", title: "講演の依頼" }] })[0]).toEqual(["open", "c0"]);
  });

  it("words find first, and name a new case where nothing fits", () => {
    expect(does({ title: "警告", own: [{ id: "c0", title: "講演の依頼" }] })).toEqual([
      ["add", "c1"],
      ["create", ""],
    ]);
    expect(caseChoices({ title: "警告", own: [], found: [], count: 1, words })[0]?.title).toContain("「警告」");
  });
});
