import { describe, expect, it } from "vitest";
import { isComposingKey, keyCapsOf, matchesShortcut, writesText, type KeyPress } from "./shortcut.ts";

const press = (fields: Partial<KeyPress>): KeyPress => ({
  key: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...fields,
});

describe("a shortcut", () => {
  it("means the key, whatever the case", () => {
    expect(matchesShortcut(press({ key: "t" }), "T")).toBe(true);
    expect(matchesShortcut(press({ key: "T", shiftKey: true }), "T")).toBe(false);
    expect(matchesShortcut(press({ key: "t", ctrlKey: true }), "T")).toBe(false);
  });

  it("works while the keyboard writes full-width letters or kana", () => {
    expect(matchesShortcut(press({ key: "ｔ", code: "KeyT" }), "T")).toBe(true);
    expect(matchesShortcut(press({ key: "か", code: "KeyT" }), "T")).toBe(true);
    expect(matchesShortcut(press({ key: "１", code: "Digit1", ctrlKey: true }), "Ctrl+1")).toBe(true);
  });

  it("takes the Command key for Ctrl, and tells Ctrl Z from Ctrl Shift Z", () => {
    expect(matchesShortcut(press({ key: "k", metaKey: true }), "Ctrl+K")).toBe(true);
    expect(matchesShortcut(press({ key: "Z", ctrlKey: true, shiftKey: true }), "Ctrl+Z")).toBe(false);
    expect(matchesShortcut(press({ key: "Z", ctrlKey: true, shiftKey: true }), "Ctrl+Shift+Z")).toBe(true);
  });

  it("knows a sign by what is written, with Shift or without", () => {
    expect(matchesShortcut(press({ key: "?", shiftKey: true }), "?")).toBe(true);
    expect(matchesShortcut(press({ key: "/", shiftKey: false }), "?")).toBe(false);
  });
});

it("an input method's keys are nobody else's, even where only the code 229 tells", () => {
  expect(isComposingKey(press({ key: "Enter", isComposing: true }))).toBe(true);
  expect(isComposingKey(press({ key: "Enter", keyCode: 229 }))).toBe(true);
  expect(isComposingKey(press({ key: "Enter", keyCode: 13 }))).toBe(false);
});

it("single letters, signs and Enter belong to a text field; Escape and Ctrl do not", () => {
  expect(["T", "?", "/", "Enter", "ArrowUp", "Space"].map(writesText)).toEqual(Array(6).fill(true));
  expect(["Escape", "Ctrl+K", "Alt+T"].map(writesText)).toEqual([false, false, false]);
});

it("is shown key by key", () => {
  expect(keyCapsOf("Ctrl+Shift+Z")).toEqual(["Ctrl", "Shift", "Z"]);
  expect(keyCapsOf("Escape")).toEqual(["Esc"]);
});
