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
    ["C:\\\\ProgramData\\\\quotazone298 に置く（Markdown の書き方）", "quotazone298"],
    ["%APPDATA%\\invoicely\\a.exe", "invoicely"],
    ["値 aGVsbG8gd29ybGQ= を送る", "ybGQ"],
    ["値 44GT44KT44Gr44Gh44Gv を送る", "Gr44Gh"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36", "AppleWebKit"],
    ["Content-Type: application/octet-stream", "octet"],
    ["certutil -urlcache -f で取得", "urlcache"],
  ])("%s: left on a machine by an attack", (text, word) => {
    expect(isKnown(text, word)).toBe(true);
  });

  it.each([
    ["D:\\Kagomiya\\release.exe", "Kagomiya"],
    ["\\\\Kagomiya-fs\\share", "Kagomiya-fs"],
    ["LumiGate3000 の画面", "LumiGate3000"],
    ["the Kagomiya works", "Kagomiya"],
    ["Kagomiya - Toyama", "Toyama"],
  ])("%s: may be somebody's name", (text, word) => {
    expect(isKnown(text, word)).toBe(false);
  });
});
