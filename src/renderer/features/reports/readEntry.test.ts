import { describe, expect, it } from "vitest";
import { messages } from "#shared/messages/messages.ts";
import { EMPTY_DRAFT } from "#renderer/state/entryDraft.ts";
import { readEntry } from "./readEntry.ts";

const words = messages.ja.reports;
const filled = {
  ...EMPTY_DRAFT,
  provider: { ref: { kind: "outside" as const, name: "甲" }, name: "甲" },
  title: " 件名 ",
};

describe("readEntry", () => {
  it("takes full-width figures and writes no time as now", () => {
    const { report } = readEntry({ ...filled, items: "１２" }, 1234, words);
    expect(report).toMatchObject({ items: 12, receivedAt: 1234, title: "件名", assessment: "undetermined" });
  });

  it("reads a time in Japan, typed full-width", () => {
    const { report } = readEntry({ ...filled, receivedAt: "２０２２／１２／８　９：０５" }, 0, words);
    expect(report?.receivedAt).toBe(Date.UTC(2022, 11, 8, 0, 5));
  });

  it("says beside each field what is wrong, and takes nothing in", () => {
    const { report, problems } = readEntry({ ...EMPTY_DRAFT, items: "0", receivedAt: "2022-13-01" }, 0, words);
    expect(report).toBeNull();
    expect(Object.keys(problems).sort()).toEqual(["items", "provider", "receivedAt", "title"]);
  });
});
