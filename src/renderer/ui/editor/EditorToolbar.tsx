import { Menu } from "@mantine/core";
import { useEditorState, type Editor } from "@tiptap/react";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./EditorToolbar.module.css";
import { insertFigure, insertFigureReference, insertFootnote } from "./insertParts.ts";
import { LinkButton } from "./LinkButton.tsx";
import { numberingOf } from "./numbering.ts";
import { usePictures } from "./pictures.ts";
import { Tool } from "./Tool.tsx";

const HEADINGS = [2, 3] as const;

/** Arrows move among the tools; the whole bar is one stop of the Tab key. */
function moveAmongTools(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button")];
  const at = tools.findIndex((tool) => tool === document.activeElement);
  event.preventDefault();
  tools[(at + step + tools.length) % tools.length]?.focus();
}

/** What can be done to the text at the cursor. */
export function EditorToolbar({ editor, label, short }: { editor: Editor; label: string; short: boolean }) {
  const { editor: words } = useMessages();
  const bar = useRef<HTMLDivElement>(null);
  const at = useEditorState({
    editor,
    selector: () => ({
      heading: HEADINGS.find((level) => editor.isActive("heading", { level })) ?? null,
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      bulletList: editor.isActive("bulletList"),
      orderedList: editor.isActive("orderedList"),
      table: editor.isActive("table"),
    }),
  });
  const focused = () => editor.chain().focus();
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={`${label} ${words.toolbar}`}
      tabIndex={0}
      className={classes.bar}
      onKeyDown={moveAmongTools}
    >
      {short
        ? null
        : HEADINGS.map((level) => (
            <Tool
              key={level}
              label={words.heading(level)}
              keys={`Ctrl+Alt+${level}`}
              active={at.heading === level}
              onPress={() => focused().toggleHeading({ level }).run()}
            >
              {words.heading(level)}
            </Tool>
          ))}
      <Tool label={words.bold} keys="Ctrl+B" active={at.bold} onPress={() => focused().toggleBold().run()}>
        <b>{words.bold}</b>
      </Tool>
      <Tool
        label={words.bulletList}
        keys="Ctrl+Shift+8"
        active={at.bulletList}
        onPress={() => focused().toggleBulletList().run()}
      >
        {words.bulletList}
      </Tool>
      <Tool
        label={words.orderedList}
        keys="Ctrl+Shift+7"
        active={at.orderedList}
        onPress={() => focused().toggleOrderedList().run()}
      >
        {words.orderedList}
      </Tool>
      <LinkButton editor={editor} />
      <Tool label={words.footnote} keys="Ctrl+Alt+F" onPress={() => insertFootnote(editor)}>
        {words.footnote}
      </Tool>
      {short ? null : (
        <>
          {at.table ? (
            <TableMenu editor={editor} />
          ) : (
            <Tool
              label={words.table}
              onPress={() => focused().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
            >
              {words.table}
            </Tool>
          )}
          <FigureMenu editor={editor} />
        </>
      )}
    </div>
  );
}

function MenuTool({ children }: { children: ReactNode }) {
  return (
    <Menu.Target>
      <button type="button" tabIndex={-1} className={classes.tool} onMouseDown={(event) => event.preventDefault()}>
        {children} <span aria-hidden="true">▾</span>
      </button>
    </Menu.Target>
  );
}

function TableMenu({ editor }: { editor: Editor }) {
  const { tableMenu, table } = useMessages().editor;
  const focused = () => editor.chain().focus();
  const align = (side: string) => alignColumn(editor, side);
  return (
    <Menu returnFocus={false}>
      <MenuTool>{table}</MenuTool>
      <Menu.Dropdown>
        <Menu.Item onClick={() => focused().addRowAfter().run()}>{tableMenu.addRow}</Menu.Item>
        <Menu.Item onClick={() => focused().addColumnAfter().run()}>{tableMenu.addColumn}</Menu.Item>
        <Menu.Item onClick={() => focused().deleteRow().run()}>{tableMenu.removeRow}</Menu.Item>
        <Menu.Item onClick={() => focused().deleteColumn().run()}>{tableMenu.removeColumn}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => align("left")}>{tableMenu.alignLeft}</Menu.Item>
        <Menu.Item onClick={() => align("center")}>{tableMenu.alignCenter}</Menu.Item>
        <Menu.Item onClick={() => align("right")}>{tableMenu.alignRight}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => focused().deleteTable().run()}>{tableMenu.removeTable}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Markdown aligns whole columns: every cell of the column at the cursor is given the side. */
function alignColumn(editor: Editor, side: string): void {
  const { $from } = editor.state.selection;
  const rowDepth = [...Array($from.depth + 1).keys()].find((depth) => $from.node(depth).type.name === "tableRow");
  if (rowDepth === undefined) return;
  const column = $from.index(rowDepth);
  const tableStart = $from.start(rowDepth - 1);
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      $from.node(rowDepth - 1).forEach((row, rowOffset) => {
        row.forEach((_cell, cellOffset, index) => {
          if (index === column) tr.setNodeAttribute(tableStart + rowOffset + 1 + cellOffset, "align", side);
        });
      });
      return true;
    })
    .run();
}

function FigureMenu({ editor }: { editor: Editor }) {
  const { editor: words, pictures } = useMessages();
  const { draw } = usePictures();
  const figures = useEditorState({ editor, selector: () => numberingOf(editor.state.doc).figures });
  return (
    <Menu returnFocus={false}>
      <MenuTool>{words.figure}</MenuTool>
      <Menu.Dropdown>
        <Menu.Label>{words.figureMenu}</Menu.Label>
        {(["attack-flow", "url-anatomy", "mail"] as const).map((kind) => (
          <Menu.Item key={kind} onClick={() => insertFigure(editor, kind, words.figureTemplate[kind])}>
            {words.figureKind[kind]}
          </Menu.Item>
        ))}
        {draw === undefined
          ? null
          : (["mail", "url-anatomy"] as const).map((kind) => (
              <Menu.Item
                key={kind}
                onClick={() =>
                  draw(
                    kind,
                    (drawn) => insertFigure(editor, drawn.figure, drawn.source, drawn.caption),
                    () => editor.commands.focus(),
                  )
                }
              >
                {pictures.draw.menu[kind]}
              </Menu.Item>
            ))}
        <Menu.Label>{words.pictureHint}</Menu.Label>
        {figures.length === 0 ? null : <Menu.Label>{words.figureReference}</Menu.Label>}
        {figures.map(({ number, caption }) => (
          <Menu.Item key={number} onClick={() => insertFigureReference(editor, number)}>
            {words.figureNumber(number)} {caption}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
