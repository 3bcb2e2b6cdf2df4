import type { Extensions } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { EditorContent, useEditor, type Editor, type JSONContent } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { AppError } from "#shared/errors.ts";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { EditorToolbar } from "./EditorToolbar.tsx";
import { FootnoteList } from "./FootnoteList.tsx";
import { insertPicture } from "./insertParts.ts";
import { liveExtensions } from "./liveExtensions.ts";
import classes from "./NarrativeEditor.module.css";
import { isPicture, PictureContext, type PictureStore } from "./pictures.ts";
import { reducePastedHtml } from "./reducePastedHtml.ts";
import { ReferenceContext, type Reference } from "./references.ts";
import { SaveState } from "./SaveState.tsx";
import { toDocument } from "./toDocument.ts";
import { toNarrative } from "./toNarrative.ts";
import { useDraftState, useTextDraft } from "./useTextDraft.ts";

export type NarrativeEditorProps = {
  /** Names the text: one text of one record. Mount anew (`key`) for another. */
  draftKey: string;
  label: string;
  hint: string;
  /** Markdown as it is in the casebook now. */
  markdown: string;
  save(markdown: string): Promise<unknown>;
  pictures: PictureStore;
  references: readonly Reference[];
  /** A paragraph or two: no headings, tables or figures are offered. */
  short?: boolean;
  /** Told under which heading one writes, when it changes; "" above the first. */
  onHeading?(heading: string): void;
  /** What else works on this text, such as marks over it; always the same array. */
  extensions?: Extensions;
  /** The editor itself, once it stands. */
  onEditor?(editor: Editor | null): void;
};

const NOTHING_ELSE: Extensions = [];

/** Rich text over Markdown, saved as it is typed. What is typed is never replaced by what comes from elsewhere. */
export function NarrativeEditor(props: NarrativeEditorProps) {
  const { draftKey, label, hint, markdown, save, pictures, references, short = false, onHeading, onEditor } = props;
  const { extensions = NOTHING_ELSE } = props;
  const { editor: words } = useMessages();
  const kept = useRef(markdown);
  useEffect(() => {
    kept.current = markdown;
  }, [markdown]);
  const draft = useTextDraft(draftKey, async (text) => {
    if (text !== kept.current) await save(text);
  });
  const saving = useDraftState(draft);
  const [refused, setRefused] = useState<string | null>(null);
  /** Every text that came from this editor, so that its own echo is not taken for a change from elsewhere. */
  const own = useRef(new Set<string>());
  const composing = useRef(false);
  const underHeading = useRef<string | null>(null);

  const note = (editor: Editor) => {
    const { doc } = editor.state;
    draft.note(() => {
      const text = writeNarrative(toNarrative(doc.toJSON() as JSONContent));
      own.current.delete(text);
      own.current.add(text);
      return text;
    });
  };
  const putPictures = async (editor: Editor, files: readonly File[], at?: number) => {
    for (const file of files) {
      const artifactId = await pictures.add(file);
      if (artifactId !== undefined && !editor.isDestroyed) insertPicture(editor, artifactId, at);
    }
  };
  const takeFiles = (files: FileList | undefined, at?: number): boolean => {
    if (files === undefined || files.length === 0) return false;
    const [good, bad] = [[...files].filter(isPicture), [...files].find((file) => !isPicture(file))];
    setRefused(bad === undefined ? null : words.pictureWrongType(bad.name));
    void putPictures(editor, good, at);
    return true;
  };

  const [content] = useState(() => toDocument(parseNarrative(draft.pending?.value() ?? markdown)));
  const [allExtensions] = useState(() => [...liveExtensions, ...extensions]);
  const editor = useEditor({
    extensions: allExtensions,
    content,
    injectCSS: false,
    enableInputRules: true,
    editorProps: {
      attributes: {
        "aria-label": label,
        "data-hint": hint,
        class: "narrative",
        role: "textbox",
        "aria-multiline": "true",
      },
      transformPastedHTML: reducePastedHtml,
      handlePaste: (_view, event) => {
        const hasWords = event.clipboardData?.types.includes("text/plain") === true;
        return !hasWords && takeFiles(event.clipboardData?.files);
      },
      handleDrop: (view, event, _slice, moved) =>
        !moved &&
        takeFiles(event.dataTransfer?.files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos),
      handleDOMEvents: {
        // The text itself knows no Esc: it leads out of it, as out of any field.
        keydown: (_view, event) => event.key === "Escape" && !isComposingKey(event),
        compositionstart: () => void (composing.current = true),
        compositionend: () => {
          composing.current = false;
          setTimeout(() => note(editor), 0);
        },
      },
    },
    onUpdate: ({ editor: changed }) => {
      if (!composing.current) note(changed);
    },
    onSelectionUpdate: ({ editor: moved }) => {
      if (!moved.isFocused) return;
      const heading = headingAbove(moved);
      if (heading !== underHeading.current) onHeading?.(heading);
      underHeading.current = heading;
    },
    onBlur: () => void draft.flush(),
  });
  const tellEditor = useRef(onEditor);
  useEffect(() => {
    const tell = tellEditor.current;
    tell?.(editor);
    return () => tell?.(null);
  }, [editor]);
  const elsewhere = useChangesElsewhere(editor, markdown, own, draft.state);

  return (
    <PictureContext value={pictures}>
      <ReferenceContext value={references}>
        <section
          className={classes.editor}
          data-short={short}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== "s" || !event.ctrlKey) return;
            event.preventDefault();
            void draft.flush();
          }}
        >
          <header className={classes.head}>
            <EditorToolbar editor={editor} label={label} short={short} />
            <SaveState state={saving.state} />
          </header>
          {saving.state === "failed" ? (
            <ErrorNote error={saving.error instanceof AppError ? saving.error : new AppError("internal")}>
              <button type="button" className="link-button" onClick={() => void draft.flush()}>
                {words.saveAgain}
              </button>
            </ErrorNote>
          ) : null}
          {elsewhere.waiting ? (
            <p role="status" className={classes.elsewhere}>
              {words.changedElsewhere}
              <button type="button" className="link-button" onClick={elsewhere.take}>
                {words.takeOther}
              </button>
              <button type="button" className="link-button" onClick={() => note(editor)}>
                {words.keepMine}
              </button>
            </p>
          ) : null}
          {refused === null ? null : (
            <p role="alert" className={classes.refused}>
              {refused}
            </p>
          )}
          <EditorContent editor={editor} className={classes.text} data-label={label} />
          <FootnoteList editor={editor} />
        </section>
      </ReferenceContext>
    </PictureContext>
  );
}

/** The words of the last heading before the cursor. */
function headingAbove(editor: Editor): string {
  let heading = "";
  editor.state.doc.nodesBetween(0, editor.state.selection.from, (node) => {
    if (node.type.name === "heading") heading = node.textContent;
    return !node.isTextblock;
  });
  return heading;
}

/** A text seen again after its echo, such as by undo, is a change from elsewhere. */
function forgetUntil(texts: Set<string>, last: string): void {
  for (const text of texts) {
    texts.delete(text);
    if (text === last) return;
  }
}

/**
 * Shows a text that came from elsewhere. Ctrl Z in the text takes back what was typed since, not what others or a
 * decision did to it: that is for the undo of the casebook, which knows what it was.
 */
function putAnew(editor: Editor, markdown: string): void {
  const { state, view, schema } = editor;
  const doc = schema.nodeFromJSON(toDocument(parseNarrative(markdown)));
  view.updateState(EditorState.create({ doc, plugins: state.plugins }));
}

/** Follows the casebook when the text changed there, but not under the hands of someone who is writing. */
function useChangesElsewhere(
  editor: Editor,
  markdown: string,
  own: { current: Set<string> },
  state: string,
): { waiting: boolean; take(): void } {
  const [waiting, setWaiting] = useState(false);
  const shown = useRef(markdown);
  const take = () => {
    shown.current = markdown;
    setWaiting(false);
    putAnew(editor, markdown);
  };
  useEffect(() => {
    if (markdown === shown.current) return;
    if (own.current.has(markdown)) {
      forgetUntil(own.current, markdown);
      shown.current = markdown;
      return setWaiting(false);
    }
    if (editor.isFocused || state !== "saved") return setWaiting(true);
    take();
  });
  return { waiting, take };
}
