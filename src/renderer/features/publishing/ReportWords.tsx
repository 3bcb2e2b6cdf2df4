import { useEffect, useRef } from "react";
import type { ReportPart, ReportWordsDesk } from "#shared/contract/publishing.ts";
import type { DeskFinding } from "#shared/contract/sanitising.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { runCommand, useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { FindingDetail } from "#renderer/desk/FindingDetail.tsx";
import { FindingQueue } from "#renderer/desk/FindingQueue.tsx";
import { PlainTerms } from "#renderer/desk/PlainTerms.tsx";
import type { QueueRow } from "#renderer/desk/queueRows.ts";
import { useDeciding, type Deciding } from "#renderer/desk/useDecisions.ts";
import { useQueueKeys } from "#renderer/desk/useQueueKeys.ts";
import { useQueue, type Queue } from "#renderer/desk/useQueue.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { isDraftPending } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { draftKeyOfPart } from "./draftKeyOfPart.ts";
import { useReportDesk } from "./reportDesk.ts";
import classes from "./ReportWords.module.css";
import { isChangedInWindow, useChangeWords } from "./useChangeWords.ts";
import { useReportWords } from "./useReportWords.ts";

/**
 * What in the report's own words is still to be decided (its lead, paragraphs and names, which lie on no write-up's desk):
 * a line below the pages, unfolded into the desk's queue.
 */
export function ReportWords({ quarter }: { quarter: Quarter }) {
  const { data, error, latest } = useReportWords(quarter);
  const isShown = useReportDesk((state) => state.isWordsShown);
  if (error !== null && data === undefined) return <ErrorNote error={error} />;
  if (data === undefined || (data.findings.length === 0 && !isShown)) return null;
  return <OpenWords key={quarter} quarter={quarter} desk={data} latest={latest} />;
}

type OpenWordsProps = { quarter: Quarter; desk: ReportWordsDesk; latest(): Promise<ReportWordsDesk | undefined> };

function OpenWords({ quarter, desk, latest }: OpenWordsProps) {
  const { publishing: words, sanitising, frame } = useMessages();
  const { isWordsShown: isShown, showWords, speakOf } = useReportDesk();
  const deciding = useReportDeciding(quarter, desk, latest);
  const queue = useQueue(desk.findings, deciding.underWay);
  const openCount = desk.open.must + desk.open.review;
  const spoken = isShown ? (queue.row?.finding ?? null) : null;
  useEffect(() => {
    speakOf(spoken);
    return () => speakOf(null);
  }, [speakOf, spoken]);
  useFocusWhenUnfolded(isShown);
  useCommands([
    {
      id: "publishing.words",
      title: isShown ? words.own.hide : words.own.show,
      reading: words.own.reading,
      shortcut: "F",
      group: words.pages,
      run: () => showWords(!isShown),
    },
    {
      id: "desk.undo",
      title: sanitising.commands.undo,
      shortcut: "Z",
      keysOnly: true,
      when: isShown,
      group: frame.places.writeups,
      run() {
        queue.awaitReturn();
        runCommand("frame.undo");
      },
    },
  ]);
  const allowed = queue.groups.filter(({ tier }) => tier === "allowed").flatMap(({ findings }) => findings).length;
  return (
    <section
      className={classes.words}
      aria-label={words.own.title}
      data-shown={isShown}
      data-clear={queue.rows.length === 0 && openCount === 0}
    >
      <header className={classes.head}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isShown}
          title={words.own.hint}
          onClick={() => showWords(!isShown)}
        >
          <span aria-hidden="true">{isShown ? "▾" : "▸"}</span>
          {words.own.title}
          <KeyHint keys="F" />
        </button>
        <span className={classes.allowed}>{allowed === 0 ? null : words.own.allowed(allowed)}</span>
        <span role="status" data-open-count={openCount}>
          {openCount === 0 ? (
            <StatusMark shape="check">{sanitising.openNone}</StatusMark>
          ) : (
            <StatusMark shape="half" tone={desk.open.must > 0 ? "danger" : "wait"}>
              {sanitising.openCount(openCount)}
            </StatusMark>
          )}
        </span>
      </header>
      {isShown ? <Findings desk={desk} queue={queue} deciding={deciding} openCount={openCount} /> : null}
    </section>
  );
}

/** Who unfolds it goes on with its keys. */
function useFocusWhenUnfolded(isShown: boolean): void {
  const wasShown = useRef(isShown);
  useEffect(() => {
    if (isShown && !wasShown.current)
      document.querySelector<HTMLElement>("[data-queue]")?.focus({ preventScroll: true });
    wasShown.current = isShown;
  }, [isShown]);
}

function useReportDeciding(
  quarter: Quarter,
  desk: ReportWordsDesk,
  latest: () => Promise<ReportWordsDesk | undefined>,
): Deciding {
  const decide = useCommand(api.publishing.decide);
  const reconsider = useCommand(api.publishing.reconsider);
  return useDeciding(
    {
      isTyped: () => desk.parts.some((part) => isDraftPending(draftKeyOfPart(quarter, part))),
      decide: (sha256, decisions) => decide.run({ quarter, sha256, decisions }),
      reconsider: (keys) => reconsider.run({ quarter, keys }),
      error: decide.error ?? reconsider.error,
    },
    desk,
    latest,
  );
}

type FindingsProps = { desk: ReportWordsDesk; queue: Queue; deciding: Deciding; openCount: number };

function Findings({ desk, queue, deciding, openCount }: FindingsProps) {
  const { publishing: words, sanitising, frame } = useMessages();
  const change = useChangeWords();
  const { row } = queue;
  useQueueKeys(queue);
  const partOf = ({ where }: DeskFinding) => desk.parts.find(({ key }) => key === where);
  const textName = (finding: DeskFinding): string => {
    const kind = partOf(finding)?.kind;
    return kind === undefined ? "" : words.own.parts[kind];
  };
  const edit = (at: QueueRow) => {
    const part = partOf(at.finding);
    if (part !== undefined) change(at.finding, part);
  };
  const open = (at: QueueRow) => {
    if (at.place === 0 && at.group.findings.length > 1) queue.fold(at.group.id);
    else edit(at);
  };
  useCommands([
    {
      id: "desk.edit",
      title: sanitising.commands.edit,
      reading: sanitising.readings.edit,
      shortcut: "E",
      when: row !== undefined,
      group: frame.places.writeups,
      run: () => row !== undefined && edit(row),
    },
  ]);
  const nothing = <p className={classes.clear}>{openCount === 0 ? words.own.clear : sanitising.settling}</p>;
  if (queue.rows.length === 0) {
    return (
      <div tabIndex={-1} data-queue>
        {nothing}
      </div>
    );
  }
  return (
    <div className={classes.findings}>
      {desk.capped ? <p className={classes.capped}>{sanitising.capped}</p> : null}
      <Panes
        name="report-words"
        initialWidth="50%"
        minWidth={280}
        minRest={340}
        sized={
          <div className={classes.queue}>
            <PlainTerms groups={queue.groups} decisions={deciding} />
            <FindingQueue queue={queue} onOpen={open} textName={textName} />
          </div>
        }
        rest={
          row === undefined ? (
            nothing
          ) : (
            <div className={classes.detail}>
              <PartLine part={partOf(row.finding)} onEdit={() => edit(row)} />
              <FindingDetail row={row} decisions={deciding} />
            </div>
          )
        }
      />
    </div>
  );
}

/** In which of the report's words it stands, and the way to change them. */
function PartLine({ part, onEdit }: { part: ReportPart | undefined; onEdit(): void }) {
  const { publishing: words, sanitising } = useMessages();
  if (part === undefined) return null;
  const { kind, record } = part;
  return (
    <p className={classes.part}>
      <span className={classes.kind}>{words.own.parts[kind]}</span>
      {record === null ? null : <b title={record.title}>{record.title}</b>}
      {isChangedInWindow(kind) ? (
        <button type="button" className="link-button" onClick={onEdit}>
          {sanitising.commands.edit} <KeyHint keys="E" />
        </button>
      ) : null}
    </p>
  );
}
