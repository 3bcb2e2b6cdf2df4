import { Mark, mergeAttributes, Node, type Extensions } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import type { Block } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";
import { WRITABLE_ENDS } from "./toDocument.ts";

/** Node and mark names of the editor's document, as they stand in its JSON. */
export const HEADING_LEVELS = [1, 2, 3, 4, 5, 6] as const;

/** `notes` keeps footnotes that no call in the text names, so that opening a text never loses them. */
const NarrativeDocument = Node.create({
  name: "doc",
  topNode: true,
  content: "block+",
  addAttributes: () => ({ notes: { default: [], rendered: false } }),
});

/** Markdown allows anything, or nothing, as the first block of an item. */
const ListItem = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** Code that may also be emphasised or linked, as in Markdown. */
const Code = Mark.create({
  name: "code",
  excludes: "",
  parseHTML: () => [{ tag: "code" }],
  renderHTML: ({ HTMLAttributes }) => ["code", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-e": () => this.editor.commands.toggleMark(this.name) };
  },
});

const PASTED_LINK = /^(https?:\/\/|mailto:)/i;

/** Shown as a link but without an address for the browser: a click in an analyst's notes must never open a site. */
const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: "", rendered: false } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = element.getAttribute("href") ?? "";
        return PASTED_LINK.test(href) ? { href } : false;
      },
    },
    { tag: "span[data-href]", getAttrs: (element) => ({ href: element.getAttribute("data-href") ?? "" }) },
  ],
  renderHTML: ({ mark, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, {
      class: "narrative-link",
      title: String(mark.attrs["href"]),
      "data-href": String(mark.attrs["href"]),
    }),
    0,
  ],
});

/** An attribute that travels through the clipboard as `data-NAME`. */
const carried = (name: string, initial = "") => ({
  default: initial,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? initial,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name] ?? "") }),
});

/** A picture or a drawing with its caption. `figure`, `caption`, `label`, `source` as in `FigureBlock`. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    figure: carried("figure", "attack-flow"),
    caption: carried("caption"),
    label: carried("label"),
    source: carried("source"),
  }),
  parseHTML: () => [{ tag: "figure[data-figure]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
});

/** `[^label]`. `blocks` is the text of the note, null when the label cites a reference record. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    label: {
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-footnote") ?? "",
      renderHTML: ({ label }: Record<string, unknown>) => ({ "data-footnote": String(label) }),
    },
    blocks: {
      default: null,
      parseHTML: (element: HTMLElement) => {
        const note = element.getAttribute("data-note");
        return note === null ? null : parseNarrative(note).blocks;
      },
      renderHTML: ({ blocks }: Record<string, unknown>) =>
        Array.isArray(blocks) ? { "data-note": writeNarrative({ blocks: blocks as Block[], notes: [] }) } : {},
    },
  }),
  parseHTML: () => [{ tag: "sup[data-footnote]" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes, "※"],
});

/** Printed as 図 N. */
export const FigureReference = Node.create({
  name: "figureReference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    label: {
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-figure-reference") ?? "",
      renderHTML: ({ label }: Record<string, unknown>) => ({ "data-figure-reference": String(label) }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-figure-reference]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, "図"],
});

const cellAttributes = () => ({
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
  align: {
    default: "none",
    parseHTML: (element: HTMLElement) => element.getAttribute("align") ?? "none",
    renderHTML: ({ align }: Record<string, unknown>) => ({ "data-align": align }),
  },
});

/** A table as Markdown can hold it: one head row, words only in its cells, no joined cells. */
const tables = [
  Table.extend({
    addNodeView: () => null,
    renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  }).configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: "paragraph", addAttributes: cellAttributes }),
  TableCell.extend({ content: "paragraph", addAttributes: cellAttributes }),
];

/** What can stand in a narrative, and nothing else: pasted text is reduced to it. */
export const narrativeExtensions: Extensions = [
  NarrativeDocument,
  StarterKit.configure({
    document: false,
    listItem: false,
    code: false,
    link: false,
    underline: false,
    trailingNode: { node: "paragraph", notAfter: WRITABLE_ENDS },
    heading: { levels: [...HEADING_LEVELS] },
    undoRedo: { newGroupDelay: 700 },
    dropcursor: { class: "narrative-dropcursor", color: false },
  }),
  ListItem,
  Code,
  Link,
  ...tables,
];

/** The same with plain nodes for what the window draws itself; enough to convert and to test. */
export const plainNarrativeExtensions: Extensions = [...narrativeExtensions, Figure, Footnote, FigureReference];
