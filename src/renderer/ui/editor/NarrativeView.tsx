import type { Extensions } from "@tiptap/core";
import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { FootnoteList } from "./FootnoteList.tsx";
import { liveExtensions } from "./liveExtensions.ts";
import { ReadOnly } from "./markings.ts";
import classes from "./NarrativeEditor.module.css";
import { PictureContext, type PictureStore } from "./pictures.ts";
import { ReferenceContext, type Reference } from "./references.ts";
import { toDocument } from "./toDocument.ts";

export type NarrativeViewProps = {
  label: string;
  markdown: string;
  pictures: PictureStore;
  references: readonly Reference[];
  /** What else works on this text, such as marks over it; always the same array. */
  extensions: Extensions;
  onEditor?(editor: Editor | null): void;
};

/** A narrative as the editor shows it, only to be read. */
export function NarrativeView(props: NarrativeViewProps) {
  const { label, markdown, pictures, references, extensions, onEditor } = props;
  const [allExtensions] = useState(() => [...liveExtensions, ...extensions, ReadOnly]);
  const [content] = useState(() => toDocument(parseNarrative(markdown)));
  const editor = useEditor({
    extensions: allExtensions,
    content,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { "aria-label": label, class: "narrative", role: "document", tabindex: "-1" } },
  });
  const tellEditor = useRef(onEditor);
  useEffect(() => {
    const tell = tellEditor.current;
    tell?.(editor);
    return () => tell?.(null);
  }, [editor]);
  const shown = useRef(markdown);
  useEffect(() => {
    if (markdown === shown.current) return;
    shown.current = markdown;
    editor.commands.setContent(toDocument(parseNarrative(markdown)), { emitUpdate: false });
  }, [editor, markdown]);
  return (
    <PictureContext value={pictures}>
      <ReferenceContext value={references}>
        <section className={classes.editor} data-read-only>
          <EditorContent editor={editor} className={classes.text} />
          <FootnoteList editor={editor} />
        </section>
      </ReferenceContext>
    </PictureContext>
  );
}
