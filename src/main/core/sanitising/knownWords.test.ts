import { describe, expect, it } from "vitest";
import { createKnownWords } from "./knownWords.ts";

function isKnown(text: string, word: string): boolean {
  const start = text.indexOf(word);
  const finding = {
    start,
    end: start + word.length,
    text: word,
    kind: "novel-term",
    severity: "review",
    via: [],
    reads: word,
  } as const;
  return createKnownWords(text, { labels: [], indicators: new Set() })({ ...finding, via: [] });
}

describe("words that nobody need be asked about", () => {
  it.each([
    ["HKCU\\Software\\sharely476 に書き込む", "sharely476"],
    ["ミューテックス Global\\securezone523 を作る", "securezone523"],
    ["C:\\ProgramData\\quotazone298\\svchost.dll を置く", "quotazone298"],
    ["%APPDATA%\\invoicely\\a.exe", "invoicely"],
    ["certutil -urlcache -f で取得", "urlcache"],
  ])("%s: left on a machine by an attack", (text, word) => {
    expect(isKnown(text, word)).toBe(true);
  });

  it.each([
    ["D:\\Kagomiya\\release.exe", "Kagomiya"],
    ["\\\\Kagomiya-fs\\share", "Kagomiya-fs"],
    ["the Kagomiya works", "Kagomiya"],
    ["Kagomiya - Toyama", "Toyama"],
  ])("%s: may be somebody's name", (text, word) => {
    expect(isKnown(text, word)).toBe(false);
  });
});
