import { Popover } from "@mantine/core";
import type { Editor, ReactNodeViewProps } from "@tiptap/react";
import { NodeViewWrapper, useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { Block } from "#shared/narrative/narrative.ts";
import { parseNarrative } from "#shared/narrative/parseNarrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Finder } from "#renderer/ui/Finder.tsx";
import classes from "./FootnoteView.module.css";
import { numberingOf } from "./numbering.ts";
import { onOpening, takeOpening } from "./opening.ts";
import { useReferences } from "./references.ts";
import { useOwnText } from "./useOwnText.ts";

/** A footnote's text as it is typed: Markdown, so that a link or emphasis in it is not lost. */
export function noteText(blocks: readonly Block[]): string {
  return writeNarrative({ blocks: [...blocks], notes: [] }).trimEnd();
}

/** Writes the text of a note into every call of it, so that the calls never differ. */
function setNoteText(editor: Editor, label: string, text: string): void {
  const { blocks } = parseNarrative(text);
  editor.commands.command(({ tr }) => {
    tr.doc.descendants((node, pos) => {
      if (node.type.name === "footnote" && node.attrs["label"] === label) tr.setNodeAttribute(pos, "blocks", blocks);
    });
    return true;
  });
}

/** The number of a footnote in the text; selected, it shows the note's text, to be read and written in place. */
export function FootnoteView({ editor, node, selected, getPos, deleteNode }: ReactNodeViewProps) {
  const { editor: words } = useMessages();
  const label = String(node.attrs["label"]);
  const blocks = node.attrs["blocks"] as Block[] | null;
  const anchor = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const number = useEditorState({ editor, selector: () => numberingOf(editor.state.doc).noteNumber(label) });
  const select = () => {
    const pos = getPos();
    if (pos !== undefined) editor.commands.setNodeSelection(pos);
  };
  const leave = () => editor.commands.focus((getPos() ?? 0) + node.nodeSize);
  /** The note becomes a citation: its call names the record instead of a text. */
  const cite = (id: string) => {
    editor.commands.command(({ tr }) => {
      const pos = getPos();
      if (pos !== undefined) tr.setNodeAttribute(pos, "label", id).setNodeAttribute(pos, "blocks", null);
      return pos !== undefined;
    });
    leave();
  };

  useEffect(() => {
    const open = () => {
      if (!takeOpening(editor, getPos())) return;
      requestAnimationFrame(() => field.current?.focus());
    };
    open();
    return onOpening(anchor.current?.closest("[data-node-view-wrapper]")?.parentElement, open);
  });

  return (
    <NodeViewWrapper as="span" className={classes.call}>
      <Popover opened={selected} position="bottom-start" width={360} shadow="md" trapFocus={false} withinPortal>
        <Popover.Target>
          <button
            ref={anchor}
            type="button"
            tabIndex={-1}
            className={classes.number}
            data-selected={selected}
            data-citation={blocks === null}
            aria-label={words.footnoteNumber(number)}
            onMouseDown={(event) => {
              event.preventDefault();
              select();
            }}
          >
            {number}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.note}>
          <header>
            <b>{words.footnoteNumber(number)}</b>
            <button type="button" className="link-button" onClick={() => deleteNode()}>
              {words.footnoteRemove}
            </button>
          </header>
          {blocks === null ? (
            <Citation label={label} />
          ) : (
            <>
              <NoteField
                field={field}
                text={noteText(blocks)}
                keep={(text) => setNoteText(editor, label, text)}
                leave={leave}
              />
              {blocks.length === 0 ? <CitationFinder onPick={cite} /> : null}
            </>
          )}
        </Popover.Dropdown>
      </Popover>
    </NodeViewWrapper>
  );
}

function Citation({ label }: { label: string }) {
  const { editor: words } = useMessages();
  const reference = useReferences().find(({ id }) => id === label);
  return reference === undefined ? <p>{words.citation(label)}</p> : <p>{reference.title}</p>;
}

const SHOWN_REFERENCES = 8;

/** In place of a text of its own, a note can cite what was published before. */
function CitationFinder({ onPick }: { onPick(id: string): void }) {
  const { editor: words } = useMessages();
  const references = useReferences();
  const [text, setText] = useState("");
  const wanted = text.normalize("NFKC").toLowerCase().trim();
  const found = references.filter(({ id, title }) => `${id} ${title}`.normalize("NFKC").toLowerCase().includes(wanted));
  if (references.length === 0) return null;
  return (
    <Finder
      label={words.cite}
      placeholder={words.cite}
      text={text}
      options={found.slice(0, SHOWN_REFERENCES)}
      nothing={words.citeNothing}
      onText={setText}
      onPick={({ id }) => onPick(id)}
    />
  );
}

type NoteFieldProps = {
  field: React.RefObject<HTMLTextAreaElement | null>;
  text: string;
  keep: (text: string) => void;
  leave: () => void;
};

function NoteField({ field, text, keep, leave }: NoteFieldProps) {
  const { editor: words } = useMessages();
  const own = useOwnText(text, keep);
  return (
    <>
      <textarea
        ref={field}
        {...own}
        rows={3}
        className={classes.text}
        aria-label={words.footnoteText}
        onKeyDown={(event) => {
          if (isComposingKey(event.nativeEvent)) return;
          if (event.key === "Escape" || (event.key === "Enter" && event.ctrlKey)) {
            event.preventDefault();
            event.stopPropagation();
            leave();
          }
        }}
      />
      <p className={classes.hint}>{words.footnoteHint}</p>
    </>
  );
}
