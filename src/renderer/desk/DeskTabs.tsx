import { useRef, useState } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { KeyHint } from "#renderer/ui/KeyHint.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { useFocusOnArrival } from "#renderer/ui/useFocusOnArrival.ts";
import classes from "./DeskTabs.module.css";
import { FindingDetail } from "./FindingDetail.tsx";
import { FindingQueue } from "./FindingQueue.tsx";
import { HintsTab } from "./HintsTab.tsx";
import { LedgerTab } from "./LedgerTab.tsx";
import type { Stretch } from "./locateFindings.ts";
import { NumbersTab } from "./NumbersTab.tsx";
import { PlainTerms } from "./PlainTerms.tsx";
import type { QueueRow } from "./queueRows.ts";
import type { Decisions } from "./useDecisions.ts";
import { useQueueKeys } from "./useQueueKeys.ts";
import type { Queue } from "./useQueue.ts";

const TABS = ["findings", "numbers", "hints", "ledger"] as const;
type Tab = (typeof TABS)[number];
const TAB_KEYS: Record<Tab, string> = { findings: "F", numbers: "N", hints: "H", ledger: "L" };

export type DeskTabsProps = {
  text: TextRef;
  desk: Desk;
  queue: Queue;
  decisions: Decisions;
  /** What waits, also while a decision on it is on its way. */
  openCount: number;
  onShow(stretch: Stretch | null): void;
  onEdit(stretch: Stretch): void;
};

/** Below the texts: what was found, exact numbers, hints on style, and who is who. */
export function DeskTabs(props: DeskTabsProps) {
  const { desk, queue, decisions, openCount } = props;
  const { sanitising: words, frame } = useMessages();
  const [tab, setTab] = useState<Tab>("findings");
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
      data-clear={tab === "findings" && openCount === 0 && queue.rows.length === 0}
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
          {decisions.pending ? (
            <span className={classes.underWay}>{words.underWay(decisions.underWay.size)}</span>
          ) : null}
          {openCount === 0 ? (
            <StatusMark shape="check">{words.openNone}</StatusMark>
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

function NothingOpen({ isClear, allowed }: { isClear: boolean; allowed: number }) {
  const { sanitising: words } = useMessages();
  if (!isClear) return <p>{words.settling}</p>;
  return (
    <>
      <p>{words.clear}</p>
      {allowed === 0 ? null : <p className={classes.soft}>{words.clearAllowed(allowed)}</p>}
      <p className={classes.soft}>{words.clearDetail}</p>
    </>
  );
}

/** Nothing is left to decide: the focus stays here, so that the keys go on from where it was. */
function Cleared({ isClear }: { isClear: boolean }) {
  const panel = useRef<HTMLDivElement>(null);
  useFocusOnArrival(panel, true);
  return (
    <div ref={panel} className={classes.clear} tabIndex={-1} data-queue aria-busy={!isClear}>
      <NothingOpen isClear={isClear} allowed={0} />
    </div>
  );
}

function Findings({ desk, queue, decisions, openCount, onEdit }: DeskTabsProps) {
  const { sanitising: words } = useMessages();
  useQueueKeys(queue);
  const { row } = queue;
  const allowed = queue.groups.filter(({ tier }) => tier === "allowed").flatMap(({ findings }) => findings).length;
  const open = ({ group, place, finding }: QueueRow) => {
    if (place === 0 && group.findings.length > 1) queue.fold(group.id);
    else if (finding.where === "body") onEdit(finding);
  };
  const isClear = openCount === 0;
  if (queue.rows.length === 0) return <Cleared isClear={isClear} />;
  return (
    <div className={classes.findings}>
      {desk.capped ? <p className={classes.capped}>{words.capped}</p> : null}
      <Panes
        name="desk-queue"
        initialWidth="50%"
        minWidth={280}
        minRest={340}
        sized={
          <div className={classes.queue}>
            <PlainTerms groups={queue.groups} decisions={decisions} />
            <FindingQueue queue={queue} onOpen={open} />
          </div>
        }
        rest={
          row === undefined ? (
            <div className={classes.clear}>
              <NothingOpen isClear={isClear} allowed={allowed} />
            </div>
          ) : (
            <FindingDetail row={row} decisions={decisions} />
          )
        }
      />
    </div>
  );
}
