import type { Editor } from "@tiptap/react";
import type { ReactNode, RefObject } from "react";
import type { Desk, DeskFinding, TextRef } from "#shared/contract/sanitising.ts";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useCitable } from "#renderer/data/useCaseTexts.ts";
import { draftKeyOf, useTextSaver } from "#renderer/data/useDesk.ts";
import { leavingAttribute } from "#renderer/gate/readCopy.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { Markings } from "#renderer/ui/editor/markings.ts";
import { NarrativeEditor } from "#renderer/ui/editor/NarrativeEditor.tsx";
import classes from "./TextPanes.module.css";
import { tierOf } from "./tiers.ts";
import { usePictureCommand } from "./usePictureCommand.ts";
import { useTextPictures } from "./useTextPictures.ts";

const EXTENSIONS = [Markings];

export type TextPaneProps = {
  text: TextRef;
  desk: Desk;
  scroller: RefObject<HTMLDivElement | null>;
  tools: ReactNode;
  onEditor(editor: Editor | null): void;
  /** A mark that was clicked. */
  onMark(markId: string): void;
  /** Esc: back to the queue. */
  onLeave(): void;
};

/** The text as it will be read outside, edited where it stands. */
export function TextPane({ text, desk, scroller, tools, onEditor, onMark, onLeave }: TextPaneProps) {
  const { sanitising: words, format } = useMessages();
  const pictures = useTextPictures(text);
  usePictureCommand(text, desk.body);
  const references = useCitable();
  const save = useTextSaver(text);
  const { author, updatedAt } = desk;
  const written =
    author === null
      ? ""
      : updatedAt === null
        ? words.authorOnly(author)
        : words.author(author, format.moment(updatedAt));
  return (
    <section className={classes.pane} aria-label={words.text}>
      <header className={classes.head}>
        <h2>{words.text}</h2>
        {tools}
        <span className={classes.name} title={written}>
          {author === null || updatedAt === null ? (author ?? "") : words.authorShort(author, format.moment(updatedAt))}
        </span>
      </header>
      <div
        ref={scroller}
        className={classes.scroller}
        // Its words may be copied out, once the gate has looked at them.
        {...leavingAttribute(text)}
        data-scrolls-together
        onClick={(event) => {
          const mark = event.target instanceof Element ? event.target.closest("[data-marking]") : null;
          if (mark !== null) onMark(mark.getAttribute("data-marking") ?? "");
        }}
        onKeyDown={(event) => {
          // Fields within the text (captions, notes) have an Esc of their own.
          const isText = event.target instanceof HTMLElement && event.target.isContentEditable;
          if (event.key !== "Escape" || !isText || isComposingKey(event.nativeEvent)) return;
          event.preventDefault();
          onLeave();
        }}
      >
        <h1 className={classes.title}>
          <EditableText
            label={words.textTitle}
            value={desk.title}
            shown={<MarkedTitle title={desk.title} findings={desk.findings} />}
            placeholder={words.textTitle}
            check={(typed) => (typed.trim() === "" ? words.textTitleMissing : null)}
            onSave={(title) => void save({ title: title.trim() }).catch(() => undefined)}
          />
        </h1>
        <NarrativeEditor
          draftKey={draftKeyOf(text)}
          label={words.text}
          hint={words.textHint}
          markdown={desk.body}
          save={(body) => save({ body })}
          pictures={pictures}
          references={references}
          extensions={EXTENSIONS}
          onEditor={onEditor}
        />
      </div>
    </section>
  );
}

function MarkedTitle({ title, findings }: { title: string; findings: readonly DeskFinding[] }) {
  const { sanitising } = useMessages();
  const own = findings.filter(({ where }) => where === "title").toSorted((a, b) => a.start - b.start);
  let from = 0;
  const pieces = own.flatMap((finding) => {
    if (finding.start < from) return [];
    const before = title.slice(from, finding.start);
    from = finding.end;
    return [
      before,
      <span
        key={finding.start}
        role="mark"
        title={sanitising.severity[tierOf(finding)]}
        className={classes.marking}
        data-tone={tierOf(finding)}
      >
        {title.slice(finding.start, finding.end)}
      </span>,
    ];
  });
  return (
    <>
      {pieces}
      {title.slice(from)}
    </>
  );
}
