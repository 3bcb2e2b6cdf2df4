import type { Editor, ReactNodeViewProps } from "@tiptap/react";
import { NodeViewWrapper, useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import type { FigureIssue, FigureKind } from "#shared/narrative/narrative.ts";
import { readAttackFlow } from "#shared/narrative/readAttackFlow.ts";
import { readMailFigure } from "#shared/narrative/readMailFigure.ts";
import { readUrlAnatomy } from "#shared/narrative/readUrlAnatomy.ts";
import { isComposingKey } from "#renderer/commands/shortcut.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { AttackFlowDrawing } from "./AttackFlowDrawing.tsx";
import classes from "./FigureView.module.css";
import { MailDrawing } from "./MailDrawing.tsx";
import { numberingOf } from "./numbering.ts";
import { onOpening, takeOpening } from "./opening.ts";
import { PictureDrawing } from "./PictureDrawing.tsx";
import { usePictures } from "./pictures.ts";
import { UrlAnatomyDrawing } from "./UrlAnatomyDrawing.tsx";
import { useOwnText } from "./useOwnText.ts";

function issuesOf(figure: FigureKind, source: string): FigureIssue[] {
  if (figure === "attack-flow") return readAttackFlow(source).issues;
  if (figure === "url-anatomy") return readUrlAnatomy(source).issues;
  return figure === "mail" ? readMailFigure(source).issues : [];
}

function Drawing({ figure, source }: { figure: FigureKind; source: string }) {
  if (figure === "attack-flow") return <AttackFlowDrawing source={source} />;
  if (figure === "url-anatomy") return <UrlAnatomyDrawing source={source} />;
  if (figure === "mail") return <MailDrawing source={source} />;
  return <PictureDrawing artifactId={source} />;
}

/** Puts the cursor where the text goes on after a figure; at the end of the text a paragraph is begun for it. */
function writeAfter(editor: Editor, pos: number): void {
  const next = editor.state.doc.resolve(pos).nodeAfter;
  const chain = editor.chain();
  if (next?.isTextblock !== true) chain.insertContentAt(pos, { type: "paragraph" });
  chain.focus(pos + 1).run();
}

/** A figure in the text: the drawing, its number and caption, and on demand the words it is drawn from. */
export function FigureView({ editor, node, selected, getPos, deleteNode }: ReactNodeViewProps) {
  const { editor: words, pictures: pictureWords } = useMessages();
  const { inspect } = usePictures();
  const figure = node.attrs["figure"] as FigureKind;
  const source = String(node.attrs["source"]);
  const [opened, setOpened] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const sourceField = useRef<HTMLTextAreaElement>(null);
  const number = useEditorState({
    editor,
    selector: () => numberingOf(editor.state.doc).figureAt(getPos() ?? -1),
  });

  const setAttribute = (name: string, value: string) =>
    editor.commands.command(({ tr }) => {
      const pos = getPos();
      if (pos !== undefined) tr.setNodeAttribute(pos, name, value);
      return pos !== undefined;
    });
  const caption = useOwnText(String(node.attrs["caption"]), (text) =>
    setAttribute("caption", text.replaceAll("\n", "")),
  );
  const sourceText = useOwnText(source, (text) => setAttribute("source", text));
  const leave = () => {
    setOpened(false);
    writeAfter(editor, (getPos() ?? 0) + node.nodeSize);
  };

  useEffect(() => {
    const open = () => {
      if (takeOpening(editor, getPos())) setOpened(true);
    };
    open();
    return onOpening(frame.current?.closest("[data-node-view-wrapper]")?.parentElement, open);
  }, [editor, getPos]);
  useEffect(() => {
    if (opened) sourceField.current?.focus();
  }, [opened]);

  return (
    <NodeViewWrapper as="figure" className={classes.figure} data-selected={selected} data-opened={opened}>
      <div ref={frame} className={classes.drawing} onDoubleClick={() => setOpened(true)} data-drag-handle>
        <Drawing figure={figure} source={source} />
      </div>
      <figcaption className={classes.caption}>
        <span>{words.figureNumber(number)}</span>
        <input
          {...caption}
          aria-label={words.caption}
          placeholder={words.captionMissing}
          onKeyDown={(event) => {
            if (isComposingKey(event.nativeEvent)) return;
            if (event.key === "Enter" || event.key === "Escape") {
              event.preventDefault();
              leave();
            }
          }}
        />
        <span className={classes.actions}>
          {figure !== "image" || inspect === undefined ? null : (
            <button type="button" className="link-button" onClick={() => inspect(source)}>
              {pictureWords.inspect}
            </button>
          )}
          {figure === "image" ? null : (
            <button type="button" className="link-button" onClick={() => (opened ? leave() : setOpened(true))}>
              {opened ? words.figureDone : words.figureEdit}
            </button>
          )}
          <button type="button" className="link-button" onClick={() => deleteNode()}>
            {words.figureRemove}
          </button>
        </span>
      </figcaption>
      {opened ? (
        <div className={classes.source}>
          <textarea
            ref={sourceField}
            {...sourceText}
            aria-label={words.figureSource}
            rows={Math.min(16, Math.max(4, source.split("\n").length + 1))}
            spellCheck={false}
            onKeyDown={(event) => {
              if (isComposingKey(event.nativeEvent)) return;
              if (event.key === "Escape" || (event.key === "Enter" && event.ctrlKey)) {
                event.preventDefault();
                event.stopPropagation();
                leave();
              }
            }}
          />
          <p>{words.figureHelp[figure]}</p>
        </div>
      ) : null}
      <FigureIssues issues={issuesOf(figure, source)} />
    </NodeViewWrapper>
  );
}

function FigureIssues({ issues }: { issues: readonly FigureIssue[] }) {
  const { editor: words } = useMessages();
  if (issues.length === 0) return null;
  return (
    <ul className={classes.issues}>
      {issues.map(({ code, line }, index) => (
        <li key={index}>{words.figureIssueAt(line, words.figureIssue[code])}</li>
      ))}
    </ul>
  );
}
