import type { Editor } from "@tiptap/react";

const OPEN_EVENT = "narrative:open";
const wishes = new WeakMap<Editor, number>();

/** Opens the figure or footnote at a position for writing; one that was just put in opens as soon as it is drawn. */
export function openAt(editor: Editor, pos: number): void {
  editor.commands.setNodeSelection(pos);
  wishes.set(editor, pos);
  editor.view.nodeDOM(pos)?.dispatchEvent(new CustomEvent(OPEN_EVENT));
}

/** True once for the node at a position that is to be opened. */
export function takeOpening(editor: Editor, pos: number | undefined): boolean {
  const wanted = pos !== undefined && wishes.get(editor) === pos;
  if (wanted) wishes.delete(editor);
  return wanted;
}

/** Calls `open` when the node drawn in `element` is to be opened. Answers how to stop. */
export function onOpening(element: Element | null | undefined, open: () => void): () => void {
  element?.addEventListener(OPEN_EVENT, open);
  return () => element?.removeEventListener(OPEN_EVENT, open);
}
