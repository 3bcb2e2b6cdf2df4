import { expect, it } from "vitest";
import { messages } from "#shared/messages/messages.ts";
import { describeChanges } from "./changeWords.ts";

const entry = (changes: { field: string; before: string | null; after: string | null }[]) => ({
  id: "0198c0de-0000-7000-8000-000000000000",
  at: 0,
  actor: "佐伯",
  action: "reports.update",
  changes,
});

it("tells a change in the words of the page", () => {
  const told = describeChanges(
    entry([
      { field: "assessment", before: "undetermined", after: "targeted" },
      { field: "received_at", before: String(Date.UTC(2022, 11, 8, 5, 5)), after: String(Date.UTC(2022, 11, 9)) },
      { field: "tlp", before: null, after: "TLP:AMBER" },
      { field: "provider_outside", before: "甲", after: null },
    ]),
    messages.ja,
  );
  expect(told).toEqual([
    "判定: 未判定 → 標的型",
    "受領日時: 2022-12-08 14:05 → 2022-12-09 09:00",
    "TLP: なし → TLP:AMBER",
  ]);
});

it("tells which observables, cases and files came and went, harmless to click", () => {
  const told = describeChanges(
    entry([
      { field: "observables", before: null, after: "http://evil.example/a" },
      { field: "observables", before: "who@evil.example", after: null },
      { field: "cases", before: null, after: "案件甲" },
      { field: "evidence", before: null, after: "請求書.pdf" },
      { field: "role", before: "attacker", after: "abused" },
    ]),
    messages.ja,
  );
  expect(told).toEqual([
    "観測情報: なし → hxxp://evil[.]example/a",
    "観測情報: who[@]evil[.]example → なし",
    "案件: なし → 案件甲",
    "添付・元ファイル: なし → 請求書.pdf",
    "役割: 攻撃者 → 悪用",
  ]);
});

it("does not repeat what a report began with", () => {
  const fields = ["title", "channel", "items", "category", "assessment"];
  expect(describeChanges(entry(fields.map((field) => ({ field, before: null, after: "x" }))), messages.ja)).toEqual([]);
});
