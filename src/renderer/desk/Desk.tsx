import type { Editor } from "@tiptap/react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { Desk as DeskState, TextRef } from "#shared/contract/sanitising.ts";
import type { AppError } from "#shared/errors.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useDesk } from "#renderer/data/useDesk.ts";
import { useUndo } from "#renderer/data/useUndo.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { bringIntoView, setCurrentMarkings, spotsOfMarkings } from "#renderer/ui/editor/markings.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { alignTexts } from "./alignTexts.ts";
import classes from "./Desk.module.css";
import { DeskBar } from "./DeskBar.tsx";
import { DeskTabs } from "./DeskTabs.tsx";
import { locateStretches, type Stretch } from "./locateFindings.ts";
import { OriginalPane } from "./OriginalPane.tsx";
import { TextPane } from "./TextPane.tsx";
import { markIdOf } from "./tiers.ts";
import { useDecisions } from "./useDecisions.ts";
import { useLiveMarks } from "./useLiveMarks.ts";
import { useQueue } from "./useQueue.ts";
import { useSyncedScroll } from "./useSyncedScroll.ts";

export type DeskProps = {
  text: TextRef;
  /** Stands before the verdict in the bar: the way back to a list, say. */
  lead?: ReactNode;
  /** Stands in the head of the text: what else can be done to it. */
  tools?: ReactNode;
};

/**
 * The desk 匿名化 of one text that is to leave, a write-up or a sharing: the original left, the text as it will be read
 * right, what is still to be decided below, and the ways out above.
 */
export function Desk({ text: { kind, id }, lead, tools }: DeskProps) {
  const text = useMemo(() => ({ kind, id }), [kind, id]);
  const { ui } = useMessages();
  const { data, error, latest } = useDesk(text);
  // Its beginning was taken back, here or in another window: there is nothing to decide on any more.
  if (error?.code === "record.not-found") return <GoneText lead={lead} error={error} />;
  if (error !== null && data === undefined) {
    return (
      <div className={classes.failed}>
        {lead}
        <ErrorNote error={error}>
          <button type="button" className="link-button" onClick={() => void latest()}>
            {ui.retry}
          </button>
        </ErrorNote>
      </div>
    );
  }
  if (data === undefined) return <SkeletonLines count={14} label={ui.loading} />;
  return <OpenDesk key={id} text={text} desk={data} latest={latest} lead={lead} tools={tools} error={error} />;
}

function GoneText({ lead, error }: { lead: ReactNode; error: AppError }) {
  useEffect(() => document.querySelector<HTMLElement>("[data-primary=true]")?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.failed}>
      {lead}
      <ErrorNote error={error} />
    </div>
  );
}

type OpenDeskProps = DeskProps & {
  desk: DeskState;
  /** Why the desk shows what it knew before. */
  error: AppError | null;
  latest(): Promise<DeskState | undefined>;
};

function OpenDesk({ text, desk, error, lead, tools, latest }: OpenDeskProps) {
  const { sanitising: words, frame } = useMessages();
  const [editor, setEditor] = useState<Editor | null>(null);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const decisions = useDecisions(text, desk, latest);
  const queue = useQueue(desk.findings, decisions.underWay);
  const history = useUndo();
  const { left, right } = useSyncedScroll();
  // Room for what there was to decide at first: nothing jumps as it grows less.
  const [lines] = useState(Math.max(queue.groups.length, Math.min(desk.numbers.length, 12)));
  useLiveMarks(editor, text, desk);
  const spoken = stretch === null ? (queue.row?.finding ?? null) : null;

  useEffect(() => {
    if (editor === null) return;
    if (stretch !== null) return showStretch(editor, desk.body, stretch);
    setCurrentMarkings(editor, spotsOfMarkings(editor, new Set(spoken === null ? [] : [markIdOf(spoken)])));
    if (editor.isFocused) return;
    alignTexts(left.current, right.current);
    // The marks themselves are drawn anew with `desk.findings`.
  }, [editor, spoken, stretch, desk.findings, desk.body, left, right]);

  const focusQueue = () => {
    const list = document.querySelector<HTMLElement>("[data-queue]");
    if (list === null) editor?.commands.blur();
    else list.focus({ preventScroll: true });
  };
  const edit = (wanted: Stretch | null) => {
    if (editor === null) return;
    const [spot] = wanted === null ? [] : locateStretches(editor.state.doc, desk.body, [wanted]);
    // At once: the command of the editor waits for a frame, and a key pressed within it would still be the desk's.
    editor.view.focus();
    if (spot === undefined) return;
    const selected = editor.chain();
    if (spot.isAtom === true) selected.setNodeSelection(spot.from);
    else selected.setTextSelection({ from: spot.from, to: spot.to });
    selected.scrollIntoView().run();
  };
  // In its turn: what was decided before is taken back, not what is still on its way.
  const takeBack = () => {
    queue.awaitReturn();
    void decisions.change(history.undo);
  };
  const common = { group: frame.places.writeups } as const;
  useCommands([
    {
      id: "desk.edit",
      title: words.commands.edit,
      reading: words.readings.edit,
      shortcut: "E",
      ...common,
      run: () => edit(stretch ?? (spoken?.where === "body" ? spoken : null)),
    },
    {
      id: "desk.undo",
      title: words.commands.undo,
      shortcut: "Z",
      keysOnly: true,
      ...common,
      run: takeBack,
    },
    {
      id: "desk.undoAsEverywhere",
      title: words.commands.undo,
      shortcut: "Ctrl+Z",
      keysOnly: true,
      ...common,
      run: takeBack,
    },
  ]);
  // As the core counts them: what is decided and on its way is not gone yet.
  const openCount = desk.open.must + desk.open.review;
  return (
    <article className={classes.desk} style={{ "--lines": lines }} aria-label={desk.title} data-detail tabIndex={-1}>
      <DeskBar text={text} desk={desk} openCount={openCount} lead={lead} latest={latest} />
      <ErrorNote error={error ?? history.error} />
      <div className={classes.texts}>
        <OriginalPane originals={desk.originals} spoken={spoken} textLength={desk.body.length} scroller={left} />
        <TextPane
          text={text}
          desk={desk}
          scroller={right}
          tools={tools}
          onEditor={setEditor}
          onMark={queue.goToMark}
          onLeave={focusQueue}
        />
      </div>
      <DeskTabs
        text={text}
        desk={desk}
        queue={queue}
        decisions={decisions}
        openCount={openCount}
        onShow={setStretch}
        onEdit={edit}
      />
    </article>
  );
}

function showStretch(editor: Editor, body: string, stretch: Stretch): void {
  const [spot] = locateStretches(editor.state.doc, body, [stretch]);
  setCurrentMarkings(editor, spot === undefined ? [] : [spot]);
  if (spot !== undefined && !editor.isFocused) bringIntoView(editor, spot.from);
}
