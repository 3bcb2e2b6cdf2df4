import type { Node } from "@tiptap/pm/model";

/** What the numbers in a narrative are: footnotes by label in order of their first call, figures by place and label. */
export type Numbering = {
  notes: readonly { label: string; number: number; pos: number }[];
  noteNumber(label: string): number;
  figureAt(pos: number): number;
  /** Number of the figure that a reference names: by label, or by its place in the narrative; undefined when none. */
  figureNumber(label: string): number | undefined;
  figures: readonly { number: number; label: string; caption: string; pos: number }[];
};

const known = new WeakMap<Node, Numbering>();

/** Counts footnotes and figures of a document; a document is counted once. */
export function numberingOf(document: Node): Numbering {
  const before = known.get(document);
  if (before !== undefined) return before;
  const notes: { label: string; number: number; pos: number }[] = [];
  const figures: { number: number; label: string; caption: string; pos: number }[] = [];
  document.descendants((node, pos) => {
    if (node.type.name === "figure") {
      figures.push({
        number: figures.length + 1,
        label: String(node.attrs["label"]),
        caption: String(node.attrs["caption"]),
        pos,
      });
    }
    if (node.type.name === "footnote") {
      const label = String(node.attrs["label"]);
      if (!notes.some((note) => sameLabel(note.label, label))) notes.push({ label, number: notes.length + 1, pos });
    }
  });
  const numbering: Numbering = {
    notes,
    figures,
    noteNumber: (label) => notes.find((note) => sameLabel(note.label, label))?.number ?? 0,
    figureAt: (pos) => figures.find((figure) => figure.pos === pos)?.number ?? 0,
    figureNumber: (label) =>
      figures.find((figure) => figure.label === label)?.number ??
      (/^\d+$/.test(label) ? figures[Number(label) - 1]?.number : undefined),
  };
  known.set(document, numbering);
  return numbering;
}

function sameLabel(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A footnote label that the document does not use yet. */
export function freeNoteLabel(document: Node): string {
  const used = new Set(numberingOf(document).notes.map(({ label }) => label.toLowerCase()));
  let number = used.size + 1;
  while (used.has(String(number))) number += 1;
  return String(number);
}

/** A figure label that the document does not use yet, for a reference to a figure without one. */
export function freeFigureLabel(document: Node): string {
  const used = new Set(numberingOf(document).figures.map(({ label }) => label));
  let number = used.size + 1;
  while (used.has(`fig${number}`)) number += 1;
  return `fig${number}`;
}
