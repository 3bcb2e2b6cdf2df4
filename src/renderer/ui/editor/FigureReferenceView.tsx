import type { ReactNodeViewProps } from "@tiptap/react";
import { NodeViewWrapper, useEditorState } from "@tiptap/react";
import { useMessages } from "#renderer/state/useMessages.ts";
import { numberingOf } from "./numbering.ts";

/** 図 N in the text: follows the figure wherever it moves. */
export function FigureReferenceView({ editor, node, selected }: ReactNodeViewProps) {
  const { editor: words } = useMessages();
  const label = String(node.attrs["label"]);
  const number = useEditorState({ editor, selector: () => numberingOf(editor.state.doc).figureNumber(label) ?? null });
  return (
    <NodeViewWrapper
      as="span"
      className="narrative-figure-reference"
      data-selected={selected}
      data-missing={number === null}
    >
      {number === null ? words.figureUnknown : words.figureNumber(number)}
    </NodeViewWrapper>
  );
}
