import { expect, it } from "vitest";
import { messages } from "#shared/messages/messages.ts";
import { findCommands } from "./findCommands.ts";
import { availableCommands, type Command } from "./registry.ts";

const { frame } = messages.ja;
const command = (id: string, title: string, reading: string, more: Partial<Command> = {}): Command => ({
  id,
  title,
  reading,
  run: () => undefined,
  ...more,
});
const cases = command("go.cases", frame.places.cases, frame.placeReadings.cases);
const toCase = command("reports.toCase", messages.ja.reports.judge.commands.toCase, "あんけんへ");
const roster = command("go.roster", frame.places.roster, frame.placeReadings.roster);

it.each(["案件", "あんけん", "アンケン", "ｱﾝｹﾝ", "あんけ"])("%s finds 案件", (typed) => {
  const found = findCommands([roster, toCase, cases], typed).map(({ id }) => id);
  expect(found).toContain("go.cases");
  expect(found).not.toContain("go.roster");
});

it("wants every word, and lists everything while nothing is typed", () => {
  expect(findCommands([roster, cases], "案件 組織")).toEqual([]);
  expect(findCommands([roster, cases], "  ")).toHaveLength(2);
});

it("leaves out what is only a key", () => {
  expect(findCommands([command("list.next", "次の行", "", { keysOnly: true })], "次")).toEqual([]);
});

it("takes the nearest owner's command of an id, and only those that can be done now", () => {
  const far = command("x", "遠い", "");
  const near = command("x", "近い", "");
  const idle = command("y", "できない", "", { when: false });
  const owners = new Map([
    ["frame", [far]],
    ["place", [near, idle]],
  ]);
  expect(availableCommands(owners).map(({ title }) => title)).toEqual(["近い"]);
});
