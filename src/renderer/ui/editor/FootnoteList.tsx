import { useEditorState, type Editor } from "@tiptap/react";
import type { Block } from "#shared/narrative/narrative.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { noteText } from "./FootnoteView.tsx";
import classes from "./FootnoteList.module.css";
import { numberingOf } from "./numbering.ts";
import { useReferences } from "./references.ts";

type Line = { number: number; pos: number; text: string | null; label: string };

function linesOf(editor: Editor): Line[] {
  const { doc } = editor.state;
  return numberingOf(doc).notes.map(({ number, pos, label }) => {
    const blocks = doc.nodeAt(pos)?.attrs["blocks"] as Block[] | null | undefined;
    return { number, pos, label, text: blocks === null || blocks === undefined ? null : noteText(blocks) };
  });
}

/** The footnotes below the text, as they will stand at the foot of the page. Each leads to its call. */
export function FootnoteList({ editor }: { editor: Editor }) {
  const { editor: words } = useMessages();
  const lines = useEditorState({ editor, selector: () => linesOf(editor) });
  const titles = new Map(useReferences().map(({ id, title }) => [id, title]));
  if (lines.length === 0) return null;
  return (
    <ol className={classes.list} aria-label={words.footnotes}>
      {lines.map(({ number, pos, text, label }) => (
        <li key={label}>
          <button
            type="button"
            onClick={() => editor.chain().focus().setNodeSelection(pos).scrollIntoView().run()}
            aria-label={words.footnoteNumber(number)}
          >
            <sup>{number}</sup>
            <span data-empty={text === ""}>
              {text === null ? (titles.get(label) ?? words.citation(label)) : text === "" ? words.footnoteEmpty : text}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
