import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitColumns, type FittedColumn } from "./fitColumns.ts";

const COLUMNS: FittedColumn[] = [
  { id: "day", width: 80 },
  { id: "title", width: 160, grows: 1 },
  { id: "label", width: 140, spare: 2 },
  { id: "count", width: 40, spare: 1 },
];
const idsAt = (room: number, widths: Record<string, number> = {}) =>
  fitColumns(COLUMNS, widths, room).map(({ id }) => id);

describe("columns in the room there is", () => {
  it("stay while all can be read, and go one after another", () => {
    expect(idsAt(420)).toEqual(["day", "title", "label", "count"]);
    expect(idsAt(419)).toEqual(["day", "title", "label"]);
    expect(idsAt(379)).toEqual(["day", "title"]);
    expect(idsAt(10)).toEqual(["day", "title"]);
    expect(idsAt(0)).toEqual(["day", "title", "label", "count"]);
  });

  it("count as wide as a person made them", () => {
    expect(idsAt(420, { label: 60, day: 120 })).toEqual(["day", "title", "label", "count"]);
    expect(idsAt(420, { day: 81 })).toEqual(["day", "title", "label"]);
  });

  it("keep their order and never show less in more room", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(200), (room, more) => {
        const [few, many] = [idsAt(room + 1), idsAt(room + 1 + more)];
        expect(many).toEqual(COLUMNS.map(({ id }) => id).filter((id) => many.includes(id)));
        expect(few.every((id) => many.includes(id))).toBe(true);
      }),
    );
  });
});
