import { useState } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./DeskTabs.module.css";
import { FindingDetail } from "./FindingDetail.tsx";
import { FindingQueue } from "./FindingQueue.tsx";
import { HintsTab } from "./HintsTab.tsx";
import { LedgerTab } from "./LedgerTab.tsx";
import type { Stretch } from "./locateFindings.ts";
import { NumbersTab } from "./NumbersTab.tsx";
import type { QueueRow } from "./queueRows.ts";
import { isOpen } from "./tiers.ts";
import type { Decisions } from "./useDecisions.ts";
import { useMovingKeys } from "./useMovingKeys.ts";
import type { Queue } from "./useQueue.ts";

const TABS = ["findings", "numbers", "hints", "ledger"] as const;
type Tab = (typeof TABS)[number];
const TAB_KEYS: Record<Tab, string> = { findings: "F", numbers: "N", hints: "H", ledger: "L" };

export type DeskTabsProps = {
  text: TextRef;
  desk: Desk;
  queue: Queue;
  decisions: Decisions;
  onShow(stretch: Stretch | null): void;
  onEdit(stretch: Stretch): void;
};

/** Below the texts: what was found, exact numbers, hints on style, and who is who. */
export function DeskTabs(props: DeskTabsProps) {
  const { desk, queue, decisions } = props;
  const { sanitising: words, frame, ui } = useMessages();
  const [tab, setTab] = useState<Tab>("findings");
  const openCount = queue.groups.flatMap(({ findings }) => findings).filter(isOpen).length;
  const counts: Record<Tab, number | null> = {
    findings: openCount,
    numbers: desk.numbers.length,
    hints: desk.hints.length,
    ledger: null,
  };
  useCommands(
    TABS.map((name) => ({
      id: `desk.tab.${name}`,
      title: words.commands[name],
      shortcut: TAB_KEYS[name],
      group: frame.places.writeups,
      run() {
        setTab(name);
        // Once the list of the other tab stands.
        setTimeout(() => document.querySelector<HTMLElement>("[data-queue]")?.focus({ preventScroll: true }), 0);
      },
    })),
  );
  return (
    <section
      className={classes.tabs}
      aria-label={words.tabs.label}
      data-clear={tab === "findings" && queue.rows.length === 0}
    >
      <header className={classes.head}>
        <div role="tablist" aria-label={words.tabs.label} className={classes.names}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              className={classes.name}
              onClick={() => setTab(name)}
            >
              {words.tabs[name]}
              {counts[name] === null ? null : <span className={classes.count}>{counts[name]}</span>}
              <KeyHint keys={TAB_KEYS[name]} />
            </button>
          ))}
        </div>
        <span role="status" className={classes.left} data-open-count={openCount}>
          {decisions.pending ? <span className="visually-hidden">{ui.loading}</span> : null}
          {openCount === 0 ? (
            <StatusMark shape="check" tone="good">
              {words.openNone}
            </StatusMark>
          ) : (
            <StatusMark shape="half" tone="wait">
              {words.openCount(openCount)}
            </StatusMark>
          )}
        </span>
      </header>
      <div role="tabpanel" className={classes.panel} aria-label={words.tabs[tab]}>
        {tab === "findings" ? <Findings {...props} /> : null}
        {tab === "numbers" ? <NumbersTab {...props} /> : null}
        {tab === "hints" ? <HintsTab {...props} /> : null}
        {tab === "ledger" ? <LedgerTab {...props} /> : null}
      </div>
    </section>
  );
}

function Findings({ desk, queue, decisions, onEdit }: DeskTabsProps) {
  const { sanitising: words } = useMessages();
  useMovingKeys(queue.rows.length > 0, queue.move);
  const { row } = queue;
  const allowed = queue.groups.filter(({ tier }) => tier === "allowed").flatMap(({ findings }) => findings).length;
  const open = ({ group, place, finding }: QueueRow) => {
    if (place === 0 && group.findings.length > 1) queue.fold(group.id);
    else if (finding.where === "body") onEdit(finding);
  };
  const isClear = queue.groups.every(({ tier }) => tier === "allowed");
  if (row === undefined) {
    return (
      <div className={classes.clear}>
        <p>{words.clear}</p>
        <p className={classes.soft}>{words.clearDetail}</p>
      </div>
    );
  }
  return (
    <div className={classes.findings}>
      {desk.capped ? <p className={classes.capped}>{words.capped}</p> : null}
      {isClear ? (
        <p className={classes.note}>
          {words.clear} <span className={classes.soft}>{words.clearAllowed(allowed)}</span>
        </p>
      ) : null}
      <Panes
        name="desk-queue"
        initialWidth="46%"
        minWidth={280}
        minRest={340}
        sized={<FindingQueue queue={queue} onOpen={open} />}
        rest={<FindingDetail row={row} decisions={decisions} />}
      />
    </div>
  );
}
