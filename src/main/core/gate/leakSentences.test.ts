import { describe, expect, it } from "vitest";
import { messages } from "#shared/messages/messages.ts";
import { FAULTS, PLACES } from "./reading/piece.ts";

const LANGUAGES = ["ja", "en"] as const;
const UNKNOWN = { ja: "ファイルの中です", en: "Where: the file." };
const FORM = { ja: "余分な内容", en: "no export has" };

describe.each(LANGUAGES)("what is told of a file that was destroyed (%s)", (language) => {
  const leak = messages[language].errors["gate.leak"];

  it.each(PLACES)("names the place: %s", (where) => {
    const sentence = leak({ where, detail: "1", kind: "organization", count: 1 });
    expect(sentence).not.toContain(UNKNOWN[language]);
    expect(sentence).not.toContain("undefined");
  });

  it.each(FAULTS)("says in words what a file may not have: %s", (kind) => {
    const sentence = leak({ where: "structure", detail: "2", kind, count: 1 });
    expect(sentence).toContain(FORM[language]);
    expect(sentence).not.toContain(`${kind}）`);
  });

  it("leads to a cell by row and column, or by its name", () => {
    const place = (where: string, detail: string) => messages[language].gate.place(where, detail);
    expect(place("table-cell", "2:3")).toMatch(/2\s?(?:行目・3\s列目|, column 3)/u);
    expect(place("table-cell", "1!B12")).toMatch(/B12/u);
    expect(place("value", "objects[12].pattern")).toContain("objects[12].pattern");
    expect(place("picture", "4")).toMatch(/4/u);
  });

  it("says of a text that may not leave where the first thing is, what to do, and how much more there is", () => {
    const params = { title: "題", condition: "no-must-finding", count: 3, kind: "organization", line: 12, others: 2 };
    const closed = messages[language].errors["gate.closed"](params);
    expect(closed).toMatch(/12/u);
    expect(closed).toMatch(/匿名化|Sanitising/u);
    expect(closed).toMatch(/2/u);
    expect(messages[language].errors["gate.closed"]({ title: "2022Q4", condition: "text-there" })).not.toContain(
      "2022Q4",
    );
  });
});
