import type { FigureIssue } from "./narrative.ts";

export type MailFigure = { headers: { name: string; value: string }[]; body: MailLine[] };
/** A line of the mail; `masked` stretches are what the hub took out, written 〔…〕 in the text. */
export type MailLine = MailSpan[];
export type MailSpan = { text: string; masked: boolean };

const HEADER = /^(?<name>[^:：\s][^:：]{0,39}?)\s*[:：]\s*(?<value>.*)$/u;

/**
 * Reads the text of a mail figure: header lines, an empty line, the body.
 *
 * ```
 * 差出人: 人事部 <hr@〔当該組織に似せたドメイン〕>
 * 件名: 休暇申請の確認
 *
 * 〔受信者の氏名〕様
 * 添付の…
 * ```
 * What was taken out of the mail stands in 〔…〕 and is drawn as a mask.
 */
export function readMailFigure(source: string): { mail: MailFigure; issues: FigureIssue[] } {
  const lines = source.split("\n").map((line) => line.trimEnd());
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  const issues: FigureIssue[] = [];
  if (lines.length === 0) issues.push({ code: "figure.empty", line: 1, text: "" });
  const end = lines.indexOf("");
  const headerLines = end < 0 ? lines : lines.slice(0, end);
  const headers: MailFigure["headers"] = [];
  headerLines.forEach((line, index) => {
    const found = HEADER.exec(line)?.groups;
    if (found) headers.push({ name: found["name"] ?? "", value: found["value"] ?? "" });
    else issues.push({ code: "figure.no-header", line: index + 1, text: line });
  });
  const body = end < 0 ? [] : lines.slice(end + 1).map(splitMasks);
  return { mail: { headers, body }, issues };
}

/** Cuts a text at its 〔…〕 masks; the brackets go with the mask. */
export function splitMasks(text: string): MailLine {
  return text
    .split(/(〔[^〔〕]*〕)/u)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, masked: piece.startsWith("〔") && piece.endsWith("〕") }));
}
