import { describe, expect, it } from "vitest";
import type { AuditEntry } from "#shared/contract/audit.ts";
import { groupHistory } from "./groupHistory.ts";

const MINUTE_MS = 60_000;

function entry(minute: number, field: string, actor = "佐伯"): AuditEntry {
  return {
    id: `${minute}-${field}`,
    at: minute * MINUTE_MS,
    actor,
    action: "cases.update",
    changes: [{ field, before: "", after: "" }],
  };
}

describe("history", () => {
  it("tells a text written in one sitting as one entry, latest first", () => {
    const told = groupHistory([
      entry(0, "narrative"),
      entry(1, "narrative"),
      entry(20, "narrative"),
      entry(45, "narrative"),
    ]);
    expect(told.map(({ id }) => id)).toEqual(["45-narrative"]);
  });

  it("keeps apart sittings, people, fields and what is not a text", () => {
    const told = groupHistory([
      entry(0, "narrative"),
      entry(40, "narrative"),
      entry(41, "narrative", "本間"),
      entry(42, "summary", "本間"),
      entry(43, "title", "本間"),
      entry(44, "title", "本間"),
    ]);
    expect(told).toHaveLength(6);
  });
});
