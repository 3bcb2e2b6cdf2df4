import type { Editor, Extensions } from "@tiptap/react";
import { useEffect, useMemo, useState } from "react";
import type { ReportPart } from "#shared/contract/publishing.ts";
import { locateFindings, locateStretches } from "#renderer/desk/locateFindings.ts";
import { markIdOf } from "#renderer/desk/tiers.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { Markings, setCurrentMarkings, setMarkings, spotsOfMarkings } from "#renderer/ui/editor/markings.ts";
import { isDraftPending } from "#renderer/ui/editor/textDrafts.ts";
import { useReportDesk } from "./reportDesk.ts";
import { useReportWords } from "./useReportWords.ts";

const EXTENSIONS: Extensions = [Markings];

export type MarkedText = {
  kind: ReportPart["kind"];
  /** The case whose words they are; null for the lead. */
  recordId: string | null;
  draftKey: string;
  /** As the editor has it. */
  markdown: string;
};

/**
 * Marks what was found in a text of the report where it is written, and brings one there who asked to change it.
 * @returns what the editor has to be given
 */
export function useWordMarks({ kind, recordId, draftKey, markdown }: MarkedText): {
  extensions: Extensions;
  onEditor(editor: Editor | null): void;
} {
  const { data } = useReportWords(useShownQuarter());
  const [editor, setEditor] = useState<Editor | null>(null);
  const { spoken, wanted, want } = useReportDesk();
  const part = data?.parts.find((one) => one.kind === kind && (one.record?.id ?? null) === recordId);
  const key = part?.key;
  const text = part?.text ?? "";
  const findings = useMemo(() => data?.findings.filter(({ where }) => where === key) ?? [], [data, key]);

  useEffect(() => {
    if (editor === null || isDraftPending(draftKey)) return;
    setMarkings(editor, locateFindings(editor.state.doc, text, findings));
    // Words that came from elsewhere have taken the marks with them.
  }, [editor, draftKey, text, findings, markdown]);

  useEffect(() => {
    if (editor === null) return;
    const ids = new Set(spoken !== null && spoken.where === key ? [markIdOf(spoken)] : []);
    setCurrentMarkings(editor, spotsOfMarkings(editor, ids));
  }, [editor, spoken, key, findings]);

  useEffect(() => {
    if (editor === null || wanted === null || wanted.where !== key) return;
    const [spot] = locateStretches(editor.state.doc, text, [wanted]);
    const chain = editor.chain().focus();
    if (spot === undefined) chain.scrollIntoView().run();
    else if (spot.isAtom === true) chain.setNodeSelection(spot.from).scrollIntoView().run();
    else chain.setTextSelection({ from: spot.from, to: spot.to }).scrollIntoView().run();
    want(null);
  }, [editor, wanted, want, key, text]);

  return { extensions: EXTENSIONS, onEditor: setEditor };
}
