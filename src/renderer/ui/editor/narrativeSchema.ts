import { Mark, mergeAttributes, Node, type Extensions } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

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
  ],
  renderHTML: ({ mark, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { class: "narrative-link", title: String(mark.attrs["href"]) }),
    0,
  ],
});

/** A picture or a drawing with its caption. `figure`, `caption`, `label`, `source` as in `FigureBlock`. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    figure: { default: "attack-flow", rendered: false },
    caption: { default: "", rendered: false },
    label: { default: "", rendered: false },
    source: { default: "", rendered: false },
  }),
  renderHTML: ({ node }) => ["figure", { "data-figure": String(node.attrs["figure"]) }, String(node.attrs["caption"])],
});

/** `[^label]`. `blocks` is the text of the note, null when the label cites a reference record. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    label: { default: "", rendered: false },
    blocks: { default: null, rendered: false },
  }),
  renderHTML: ({ node }) => ["sup", { "data-footnote": String(node.attrs["label"]) }, "※"],
});

/** Printed as 図 N. */
export const FigureReference = Node.create({
  name: "figureReference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ label: { default: "", rendered: false } }),
  renderHTML: ({ node }) => ["span", { "data-figure-reference": String(node.attrs["label"]) }, "図"],
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
    listKeymap: false,
    code: false,
    link: false,
    underline: false,
    trailingNode: false,
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
