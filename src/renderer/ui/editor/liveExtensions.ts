import type { Extensions } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { ReactNodeViewRenderer, type Editor } from "@tiptap/react";
import { FigureReferenceView } from "./FigureReferenceView.tsx";
import { FigureView } from "./FigureView.tsx";
import { FootnoteView } from "./FootnoteView.tsx";
import { Figure, FigureReference, Footnote, narrativeExtensions } from "./narrativeSchema.ts";
import { insertFootnote } from "./insertParts.ts";
import { openAt } from "./opening.ts";

/** Opens the selected figure or footnote for writing; false when neither is selected. */
function openSelected(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || !["figure", "footnote"].includes(selection.node.type.name)) return false;
  openAt(editor, selection.from);
  return true;
}

/** The narrative schema with its figures drawn, its notes numbered, and the keys to write them. */
export const liveExtensions: Extensions = [
  ...narrativeExtensions,
  Figure.extend({
    addNodeView: () => ReactNodeViewRenderer(FigureView),
    addKeyboardShortcuts() {
      return { Enter: ({ editor }) => openSelected(editor) };
    },
  }),
  Footnote.extend({
    addNodeView: () => ReactNodeViewRenderer(FootnoteView, { as: "span" }),
    addKeyboardShortcuts() {
      return { "Mod-Alt-f": ({ editor }) => insertFootnote(editor) };
    },
  }),
  FigureReference.extend({ addNodeView: () => ReactNodeViewRenderer(FigureReferenceView, { as: "span" }) }),
];
