import type { ChangedLine } from "#shared/contract/approvals.ts";
import type { ExactText } from "../sanitising/textSha256.ts";

/** Beyond as many comparisons (a few thousand sentences all new) what changed is told as a whole. */
const MOST_COMPARISONS = 4_000_000;

/**
 * What changed from one text to another, sentence by sentence as a reader would tell it: the title first, then the body.
 * The removed and the kept lines together are the older text, the added and the kept ones the newer.
 */
export function compareTexts(older: ExactText, newer: ExactText): ChangedLine[] {
  const [before, after] = [sentencesOf(older), sentencesOf(newer)];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return [
    ...before.slice(0, start).map(as("same")),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(as("same")),
  ];
}

const as =
  (kind: ChangedLine["kind"]) =>
  (text: string): ChangedLine => ({ kind, text });

/** Sentences, and lines where there is none; empty lines say nothing. */
function sentencesOf({ title, body }: ExactText): string[] {
  return [title, ...body.split("\n").flatMap((line) => line.split(/(?<=[。！？])/u))].filter(
    (text) => text.trim() !== "",
  );
}

/** The longest common subsequence of the sentences, by the usual table. */
function compareMiddle(before: readonly string[], after: readonly string[]): ChangedLine[] {
  if (before.length * after.length > MOST_COMPARISONS) {
    return [...before.map(as("removed")), ...after.map(as("added"))];
  }
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return walk(before, after, at);
}

function walk(
  before: readonly string[],
  after: readonly string[],
  longest: (row: number, column: number) => number,
): ChangedLine[] {
  const lines: ChangedLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && old === fresh) {
      lines.push({ kind: "same", text: old });
      row += 1;
      column += 1;
    } else if (old !== undefined && (fresh === undefined || longest(row + 1, column) >= longest(row, column + 1))) {
      lines.push({ kind: "removed", text: old });
      row += 1;
    } else if (fresh !== undefined) {
      lines.push({ kind: "added", text: fresh });
      column += 1;
    }
  }
  return lines;
}
