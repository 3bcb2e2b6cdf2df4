import type { Editor } from "@tiptap/react";
import { freeFigureLabel, freeNoteLabel, numberingOf } from "./numbering.ts";
import { openAt } from "./opening.ts";

type DrawnFigure = "attack-flow" | "url-anatomy" | "mail";

/** Puts an empty footnote after the selection and opens it. */
export function insertFootnote(editor: Editor): boolean {
  const label = freeNoteLabel(editor.state.doc);
  const pos = editor.state.selection.to;
  const done = editor.commands.insertContentAt(pos, { type: "footnote", attrs: { label, blocks: [] } });
  if (done) openAt(editor, pos);
  return done;
}

/** Puts a figure of a kind after the present block, drawn from an example, and opens it. */
export function insertFigure(editor: Editor, figure: DrawnFigure, source: string, caption = ""): void {
  insertBlock(editor, { figure, source, caption, label: "" });
}

/** Puts a kept picture after the present block. */
export function insertPicture(editor: Editor, artifactId: string, at?: number): void {
  insertBlock(editor, { figure: "image", source: artifactId, caption: "", label: "" }, at);
}

function insertBlock(editor: Editor, attrs: Record<string, string>, at?: number): void {
  const { $to } = editor.state.selection;
  const pos = at ?? ($to.depth === 0 ? $to.pos : $to.after(1));
  const done = editor.commands.insertContentAt(pos, { type: "figure", attrs });
  if (done && attrs["figure"] !== "image") openAt(editor, pos);
}

/** Refers to the n-th figure at the selection; a figure without a label gets one, so that the reference lasts. */
export function insertFigureReference(editor: Editor, number: number): void {
  const { doc } = editor.state;
  const figure = numberingOf(doc).figures[number - 1];
  if (figure === undefined) return;
  const label = figure.label === "" ? freeFigureLabel(doc) : figure.label;
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      if (figure.label === "") tr.setNodeAttribute(figure.pos, "label", label);
      return true;
    })
    .insertContent({ type: "figureReference", attrs: { label } })
    .run();
}
