import { textWords } from "#shared/messages/printed/textWords.ts";
import { printDay } from "#shared/messages/printed/quarterWords.ts";
import type { Block, Inline } from "#shared/narrative/narrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";
import { readTlp } from "#shared/domain/tlp.ts";
import { printText, type PrintedText } from "../printing/printText.ts";

export type Notice = {
  kind: "correction" | "withdrawal";
  /** Null: from before numbers were given. */
  number: string | null;
  /** The title that its readers know; null where nobody kept it. */
  title: string | null;
  tlp: string;
  /** The day they were sent it first, and the day of this notice: `YYYY-MM-DD`. */
  sharedOn: string;
  day: string;
  reason: string | null;
};

/**
 * The word to those who hold an earlier version that it was corrected or withdrawn, as PDF: which it is, since when, why. It
 * holds nothing of what it is about but the title that they know.
 * @throws AppError publishing.typesetting-failed; call.cancelled
 */
export function printNotice(notice: Notice, signal?: AbortSignal): Promise<Uint8Array> {
  return printText(composeNotice(notice), "pdf", signal);
}

export function composeNotice({ kind, number, title, tlp, sharedOn, day, reason }: Notice): PrintedText {
  const words = textWords.notice;
  const rows: [string, string][] = [
    ...(number === null ? [] : [[words.number, number] as [string, string]]),
    ...(title === null ? [] : [[words.title, title] as [string, string]]),
    [words.sharedOn, printDay(sharedOn)],
    [words.at[kind], printDay(day)],
    [words.reason, reason === null || reason.trim() === "" ? words.noReason : reason.trim()],
  ];
  return {
    kind: "notice",
    title: words.heading[kind],
    body: writeNarrative({ blocks: [paragraph(words.lead[kind]), table(rows), paragraph(words.ask[kind])], notes: [] }),
    tlp: readTlp(tlp) ?? null,
    pap: null,
    stamp: null,
    day,
    number,
    issue: null,
    indicators: [],
    pictures: new Map(),
    references: new Map(),
  };
}

const inline = (text: string): Inline[] => [{ kind: "text", text: text.replaceAll(/\s*\n\s*/gu, "\u3000") }];
const paragraph = (text: string): Block => ({ kind: "paragraph", children: inline(text) });

function table(rows: readonly [string, string][]): Block {
  const [head, value] = textWords.notice.columns;
  return {
    kind: "table",
    align: ["none", "none"],
    head: [inline(head), inline(value)],
    rows: rows.map((cells) => cells.map(inline)),
  };
}
