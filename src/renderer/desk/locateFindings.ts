import type { Node } from "@tiptap/pm/model";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import { textBlocksOf, wordsOfBlock, type Marking } from "#renderer/ui/editor/markings.ts";
import { layerMarks } from "./layerMarks.ts";
import { markIdOf, tierOf } from "./tiers.ts";

/** Signs of Markdown and spaces: not the same in the source and in the document, so they are passed over. */
const PASSED_OVER = /[\s\\*_~`#>|[\]()!<-]/;
/** Characters on either side that tell one place from another. */
const CONTEXT = 40;

/** A text without what is passed over, and where each character of it stood. */
type Plain = { text: string; at: number[] };

function plainOf(source: string, positionOf: (index: number) => number): Plain {
  const kept: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charAt(index);
    if (PASSED_OVER.test(unit)) continue;
    kept.push(unit);
    at.push(positionOf(index));
  }
  return { text: kept.join(""), at };
}

function plainDocument(doc: Node): Plain {
  const pieces: string[] = [];
  const at: number[] = [];
  for (const { node, start } of textBlocksOf(doc)) {
    const piece = plainOf(wordsOfBlock(node), (index) => start + index);
    pieces.push(piece.text);
    for (const position of piece.at) at.push(position);
  }
  return { text: pieces.join(""), at };
}

/** Index in the plain text of the first character at or behind an offset of the source. */
function indexAt({ at }: Plain, offset: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) places.push(from);
  return places;
}

/** How many characters around two places are the same. */
function likeness(a: string, b: string, at: readonly [number, number], length: number): number {
  const [first, second] = at;
  let before = 0;
  while (before < CONTEXT && first - before > 0 && a[first - before - 1] === b[second - before - 1]) before += 1;
  let after = 0;
  while (after < CONTEXT && first + length + after < a.length) {
    if (a[first + length + after] !== b[second + length + after]) break;
    after += 1;
  }
  return before + after;
}

export type Stretch = { start: number; end: number; text: string };
export type Located = { from: number; to: number; isAtom?: boolean };

/**
 * Where stretches of the Markdown stand in the editor's document: the place with the same words and the likest
 * surroundings. What stands in an atom (the source of a figure, a footnote) leads to that atom; undefined for what is
 * nowhere in the document.
 */
export function locateStretches(doc: Node, markdown: string, stretches: readonly Stretch[]): (Located | undefined)[] {
  const source = plainOf(markdown, (index) => index);
  const target = plainDocument(doc);
  // As a rule both say the same, letter for letter; a figure or a note, or what was typed since, makes the difference.
  const isSame = source.text === target.text;
  const places = new Map<string, number[]>();
  const taken = new Set<string>();
  return stretches.map(({ start: first, end: behind, text }): Located | undefined => {
    const from = indexAt(source, first);
    const words = source.text.slice(from, indexAt(source, behind));
    if (words === "") return undefined;
    if (isSame) return spotAt(target, from, words.length);
    const known = places.get(words) ?? placesOf(target.text, words);
    places.set(words, known);
    const ranked = known
      .map((place) => ({ place, like: likeness(source.text, target.text, [from, place], words.length) }))
      .sort((a, b) => b.like - a.like || a.place - b.place);
    const best =
      ranked.find(({ place, like }) => like === ranked[0]?.like && !taken.has(`${place} ${words}`)) ?? ranked[0];
    if (best === undefined) return atomWith(doc, text);
    taken.add(`${best.place} ${words}`);
    return spotAt(target, best.place, words.length);
  });
}

function spotAt({ at }: Plain, place: number, length: number): Located | undefined {
  const [start, end] = [at[place], at[place + length - 1]];
  return start === undefined || end === undefined ? undefined : { from: start, to: end + 1 };
}

/** The findings of a text as marks over it. */
export function locateFindings(doc: Node, markdown: string, findings: readonly DeskFinding[]): Marking[] {
  const marks = locateStretches(doc, markdown, findings).flatMap((located, index): Marking[] => {
    const finding = findings[index];
    return located === undefined || finding === undefined
      ? []
      : [{ ...located, tone: tierOf(finding), id: markIdOf(finding) }];
  });
  const isAtom = (mark: Marking) => mark.isAtom === true;
  return [...layerMarks(marks.filter((mark) => !isAtom(mark))), ...layerMarks(marks.filter(isAtom))];
}

function atomWith(doc: Node, words: string): Located | undefined {
  const atoms: Located[] = [];
  const wanted = JSON.stringify(words).slice(1, -1);
  doc.descendants((node, pos) => {
    if (node.isAtom && !node.isText && JSON.stringify(node.attrs).includes(wanted)) {
      atoms.push({ from: pos, to: pos + node.nodeSize, isAtom: true });
    }
  });
  return atoms[0];
}
