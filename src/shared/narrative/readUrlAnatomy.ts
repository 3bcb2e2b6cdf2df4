import type { FigureIssue } from "./narrative.ts";

/** A stretch of a URL and what it does there; `meaning` is "" for a stretch that needs no word. */
export type UrlPart = { text: string; meaning: string };

const BAR = /\s*[|｜]\s*/u;

/**
 * Reads the text of a url-anatomy figure: the parts of one URL, a line each, in order, with what each part is after a bar.
 *
 * ```
 * hxxps://check[.]example/v3/__ | URL を検査するサービス（B 社）
 * hxxps://login[.]example/      | フィッシングサイト
 * #〔Base64〕                   | 受信者を識別できる文字列
 * ```
 * A line without a bar is a part without a meaning. `\|` is a bar inside the URL.
 */
export function readUrlAnatomy(source: string): { parts: UrlPart[]; issues: FigureIssue[] } {
  const parts: UrlPart[] = [];
  const issues: FigureIssue[] = [];
  source.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") return;
    const bar = findBar(line);
    const text = unescapeBars(bar ? line.slice(0, bar.index) : line);
    const meaning = bar ? line.slice(bar.index + bar.length) : "";
    if (text === "") issues.push({ code: "figure.missing-part", line: index + 1, text: line });
    else parts.push({ text, meaning });
  });
  if (parts.length === 0 && issues.length === 0) issues.push({ code: "figure.empty", line: 1, text: "" });
  if (parts.length > 0 && parts.every(({ meaning }) => meaning === "")) {
    issues.push({ code: "figure.no-bar", line: 1, text: parts[0]?.text ?? "" });
  }
  return { parts, issues };
}

function findBar(line: string): { index: number; length: number } | null {
  const hidden = line.replaceAll("\\|", "\u0000\u0000");
  const match = BAR.exec(hidden);
  return match ? { index: match.index, length: match[0].length } : null;
}

function unescapeBars(text: string): string {
  return text.replaceAll("\\|", "|").trim();
}
