import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { currentMessages } from "#renderer/state/useMessages.ts";

/** A stretch of the document to be marked. An atom (a figure, a footnote) is marked as a whole. */
export type Marking = { from: number; to: number; tone: string; id: string; isAtom?: boolean };

/** The tone of what lies under another mark: not drawn, since it would take over what the other says of itself. */
export const UNDER = "under";

const marksKey = new PluginKey<DecorationSet>("markings");
const currentKey = new PluginKey<DecorationSet>("currentMarkings");

/** What a mark is, in words: its colour alone says it to nobody who cannot see it. */
const namesOfTones = (): Record<string, string> => currentMessages().sanitising.severity;

function decorationOf({ from, to, tone, id, isAtom = false }: Marking): Decoration {
  const said = { role: "mark", title: namesOfTones()[tone] ?? "" };
  const attributes = tone === UNDER ? {} : { class: "marking", "data-tone": tone, "data-marking": id, ...said };
  return isAtom ? Decoration.node(from, to, attributes, { id }) : Decoration.inline(from, to, attributes, { id });
}

/** Decorations follow the text as it changes, until they are set anew. */
function decorating(key: PluginKey<DecorationSet>): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set: DecorationSet) => (tr.getMeta(key) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Lets marks be drawn over a text that are no part of it. */
export const Markings = Extension.create({
  name: "markings",
  addProseMirrorPlugins: () => [decorating(marksKey), decorating(currentKey)],
});

/** Nothing of the text can be changed from within the page. */
export const ReadOnly = Extension.create({
  name: "readOnly",
  addProseMirrorPlugins: () => [
    new Plugin({ filterTransaction: (tr) => !tr.docChanged || tr.getMeta("preventUpdate") === true }),
  ],
});

function put(editor: Editor, key: PluginKey<DecorationSet>, set: DecorationSet): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, set).setMeta("addToHistory", false));
}

export function setMarkings(editor: Editor, markings: readonly Marking[]): void {
  put(editor, marksKey, DecorationSet.create(editor.state.doc, markings.map(decorationOf)));
}

/** Marks one block anew; the others stay as they are. */
export function setMarkingsWithin(editor: Editor, block: { from: number; to: number }, markings: readonly Marking[]) {
  const set = marksOf(editor.state);
  const stale = set.find(block.from, block.to);
  put(editor, marksKey, set.remove(stale).add(editor.state.doc, markings.map(decorationOf)));
}

/** Makes the stretches that are spoken of stand out. */
export function setCurrentMarkings(editor: Editor, stretches: readonly { from: number; to: number }[]): void {
  const shown = { class: "marking-current" };
  const current = stretches.map(({ from, to }) => {
    const node = editor.state.doc.nodeAt(from);
    const isWhole = node !== null && !node.isText && from + node.nodeSize === to;
    return isWhole ? Decoration.node(from, to, shown) : Decoration.inline(from, to, shown);
  });
  put(editor, currentKey, DecorationSet.create(editor.state.doc, current));
}

function marksOf(state: EditorState): DecorationSet {
  return marksKey.getState(state) ?? DecorationSet.empty;
}

/** Where marks stand now. */
export function spotsOfMarkings(editor: Editor, ids: ReadonlySet<string>): { from: number; to: number }[] {
  return marksOf(editor.state).find(undefined, undefined, (spec) => ids.has((spec as { id: string }).id));
}

/** Brings a place of the text into view, unless it is there already, without moving the focus. */
export function bringIntoView(editor: Editor, pos: number): void {
  const { node } = editor.view.domAtPos(Math.min(pos, editor.state.doc.content.size));
  const element = node instanceof Element ? node : node.parentElement;
  const frame = element?.closest("[data-scrolls-together]");
  if (element === null || frame === null || frame === undefined) return;
  const [shown, box] = [frame.getBoundingClientRect(), editor.view.coordsAtPos(pos)];
  const isSeen = box.top >= shown.top + 72 && box.bottom <= shown.bottom - 24;
  if (!isSeen) frame.scrollTop += box.top - shown.top - frame.clientHeight / 3;
}

/** The blocks of text of a document, with where their words begin. */
export function textBlocksOf(doc: Node): { node: Node; start: number }[] {
  const blocks: { node: Node; start: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) blocks.push({ node, start: pos + 1 });
    return !node.isTextblock;
  });
  return blocks;
}

/** The words of a block, a character for each of its positions. */
export function wordsOfBlock(node: Node): string {
  return node.textBetween(0, node.content.size, "\n", (leaf) => (leaf.type.name === "hardBreak" ? "\n" : "\ufffc"));
}
