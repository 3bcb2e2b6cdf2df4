import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { plainNarrativeExtensions } from "./narrativeSchema.ts";
import { freeFigureLabel, freeNoteLabel, numberingOf } from "./numbering.ts";
import { toDocument } from "./toDocument.ts";

const schema = getSchema(plainNarrativeExtensions);
const numberingOfText = (markdown: string) => numberingOf(schema.nodeFromJSON(toDocument(parseNarrative(markdown))));

describe("numbers in a narrative", () => {
  it("follow the order of the first calls, whatever the labels say", () => {
    const numbering = numberingOfText("甲[^9]、乙[^2019q4]、丙[^9]。\n\n[^9]: 注\n");
    expect(numbering.notes.map(({ label, number }) => [label, number])).toEqual([
      ["9", 1],
      ["2019q4", 2],
    ]);
    expect(numbering.noteNumber("2019Q4")).toBe(2);
  });

  it("let a reference name a figure by its label or by its place", () => {
    const numbering = numberingOfText("```mail 一\nA: b\n```\n\n```mail 二 {#second}\nA: b\n```\n");
    expect(numbering.figureNumber("second")).toBe(2);
    expect(numbering.figureNumber("1")).toBe(1);
    expect(numbering.figureNumber("3")).toBeUndefined();
    expect(numbering.figureNumber("nowhere")).toBeUndefined();
  });

  it("leave free labels for new notes and figures", () => {
    const document = schema.nodeFromJSON(
      toDocument(parseNarrative("甲[^2]。\n\n[^2]: 注\n\n```mail 一 {#fig2}\nA: b\n```\n")),
    );
    expect(freeNoteLabel(document)).toBe("3");
    expect(freeFigureLabel(document)).toBe("fig3");
  });
});
