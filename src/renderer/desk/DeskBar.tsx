import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useApprovalDesk } from "#renderer/state/approvalDesk.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./DeskBar.module.css";
import { TakenLine, TakeOutButton, useTakeOut } from "./TakeOut.tsx";
import { purposeOf, useVerdict, VerdictLine } from "./VerdictLine.tsx";

export type DeskBarProps = {
  text: TextRef;
  desk: Desk;
  openCount: number;
  /** Before the verdict: the way back to a list. */
  lead?: ReactNode;
  latest(): Promise<Desk | undefined>;
};

/** Whether the text may leave, and the ways by which it does. */
export function DeskBar({ text, desk, openCount, lead, latest }: DeskBarProps) {
  const { sanitising: words, gate, frame } = useMessages();
  const verdict = useVerdict(text).data;
  const openApproval = useApprovalDesk((state) => state.open);
  const say = useNotices((state) => state.say);
  const release = useCommand(api.gate.release);
  const leaving = useRead(api.approvals.leaving, { text });
  const blocking = desk.capped ? Math.max(1, openCount) : openCount;
  const takeOut = useTakeOut(text, { isOpen: verdict?.open === true, openCount: blocking });
  const released = verdict?.conditions.find(({ code, met }) => code === "second-person" && met);

  const askApproval = () => openApproval({ text, mode: "ask" });
  const giveRelease = async () => {
    await flushDrafts();
    await latest();
    // All that would go out: a sharing's labels and list as well as the words on the desk.
    const { data: now } = await leaving.refetch();
    if (now === undefined) return;
    const done = await release.run({ text, purpose: purposeOf(text), sha256: now.sha256 });
    if (done !== undefined) say({ tone: "done", text: words.released[text.kind] });
  };
  const blocked = blocking > 0 ? words.takeOut.blocked(blocking) : undefined;
  const common = { group: frame.places.writeups, when: blocking === 0 } as const;
  useCommands([
    {
      id: "desk.approval",
      title: words.approval,
      reading: words.readings.approval,
      shortcut: "C",
      ...common,
      run: askApproval,
    },
    {
      id: "desk.release",
      title: words.release[text.kind],
      reading: words.readings.release,
      shortcut: "Y",
      ...common,
      when: blocking === 0 && released === undefined,
      run: () => void giveRelease(),
    },
  ]);
  return (
    <>
      <header className={classes.bar}>
        {lead}
        <div className={classes.verdict}>
          <VerdictLine text={text} />
        </div>
        <div className={classes.actions}>
          <Button disabled={blocking > 0} title={blocked ?? "C"} onClick={askApproval}>
            {words.approval}
          </Button>
          {released === undefined ? (
            <Button
              disabled={blocking > 0}
              loading={release.pending}
              title={blocked ?? `${words.releaseHint} (Y)`}
              onClick={() => void giveRelease()}
            >
              {words.release[text.kind]}
            </Button>
          ) : (
            <span className={classes.released} title={gate.conditions["second-person"].met(released.params)}>
              <StatusMark shape="check">{words.releasedShort[text.kind]}</StatusMark>
            </span>
          )}
          <TakeOutButton takeOut={takeOut} openCount={blocking} />
        </div>
      </header>
      <ErrorNote error={release.error ?? leaving.error}>
        <button type="button" className="link-button" onClick={release.forget}>
          {words.takeOut.dismiss}
        </button>
      </ErrorNote>
      <TakenLine takeOut={takeOut} />
    </>
  );
}
