import type { Node } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { api, callMethod } from "#renderer/data/api.ts";
import { useClient } from "#renderer/data/CoreProvider.tsx";
import { draftKeyOf } from "#renderer/data/useDesk.ts";
import {
  setMarkings,
  setMarkingsWithin,
  textBlocksOf,
  wordsOfBlock,
  type Marking,
} from "#renderer/ui/editor/markings.ts";
import { isDraftPending } from "#renderer/ui/editor/textDrafts.ts";
import { layerMarks } from "./layerMarks.ts";
import { locateFindings } from "./locateFindings.ts";
import { markIdOf, tierOf } from "./tiers.ts";

/** How long typing must rest in a paragraph before it is looked at. */
const REST_MS = 150;

/**
 * Marks the findings over the text: all of them as the desk knows them, and those of a paragraph that is being written
 * as it is typed. Nothing touches the text while an input method composes in it.
 */
export function useLiveMarks(editor: Editor | null, text: TextRef, desk: Pick<Desk, "body" | "findings">): void {
  const client = useClient();
  /** Blocks whose marks are right. A block that was written in is another block. */
  const settled = useRef(new WeakSet<Node>());
  const { findings } = desk;
  // The words that the findings were found in: those of the answer they came with.
  const found = useRef({ findings, body: desk.body });
  if (found.current.findings !== findings) found.current = { findings, body: desk.body };

  useEffect(() => {
    if (editor === null || isDraftPending(draftKeyOf(text))) return;
    const { doc } = editor.state;
    const inBody = found.current.findings.filter(({ where }) => where === "body");
    setMarkings(editor, locateFindings(doc, found.current.body, inBody));
    for (const { node } of textBlocksOf(doc)) settled.current.add(node);
  }, [editor, text, findings]);

  useEffect(() => {
    if (editor === null) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = async ({ node }: { node: Node }) => {
      const passage = wordsOfBlock(node);
      settled.current.add(node);
      const known = await callMethod(client, api.sanitising.checkPassage, { text, passage }, { signal: stop.signal });
      await stillness(editor, stop.signal);
      const now = editor.isDestroyed ? undefined : textBlocksOf(editor.state.doc).find((block) => block.node === node);
      if (now === undefined) return;
      const markings = known.findings.map((finding): Marking => {
        const [from, to] = [now.start + finding.start, now.start + finding.end];
        return { from, to, tone: tierOf(finding), id: `typed ${markIdOf(finding)}` };
      });
      setMarkingsWithin(editor, { from: now.start, to: now.start + node.content.size }, layerMarks(markings));
    };
    const lookAtNew = () => {
      if (editor.view.composing) return later();
      const fresh = textBlocksOf(editor.state.doc).filter(({ node }) => !settled.current.has(node));
      // What cannot be looked at now is looked at with the whole text, once it is saved.
      for (const block of fresh) check(block).catch(() => undefined);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(lookAtNew, REST_MS);
    };
    editor.on("update", later);
    return () => {
      editor.off("update", later);
      clearTimeout(timer);
      stop.abort();
    };
  }, [editor, client, text]);
}

/** Settles once nothing composes in the editor. */
async function stillness(editor: Editor, signal: AbortSignal): Promise<void> {
  while (!editor.isDestroyed && editor.view.composing && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}
