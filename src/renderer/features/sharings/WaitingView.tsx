import { useState } from "react";
import type { WaitingApproval } from "#shared/contract/approvals.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { messages } from "#shared/messages/messages.ts";
import { approvalReminderWords } from "#shared/messages/printed/approvalReminderWords.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useApprovalDesk } from "#renderer/state/approvalDesk.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DetailPage, DetailSection, focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { rowsOf } from "#renderer/ui/rows.ts";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { byUrgency } from "./byUrgency.ts";
import { ReminderText } from "./ReminderText.tsx";
import classes from "./SharingDetail.module.css";
import { useSaveCopy } from "./useSaveCopy.ts";

/** 承認待ち: every text a provider was asked about and has not answered, overdue first, with a reminder to send. */
export function WaitingView() {
  const { approvals, format } = useMessages();
  const words = approvals.waiting;
  const { data, error } = useRead(api.approvals.waiting, {});
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = data === undefined ? undefined : byUrgency(data);
  const current = rows?.find(({ requestId }) => requestId === chosen);
  const purposes = (row: WaitingApproval) =>
    format.list(row.purposes.map((purpose) => approvals.purposeShort[purpose]));
  if (rows?.length === 0) return <EmptyState title={words.empty} detail={words.emptyDetail} />;
  return (
    <Panes
      name="sharings"
      initialWidth="56%"
      minWidth={320}
      minRest={400}
      sized={
        <DataTable
          name="waiting-approvals"
          label={words.label}
          primary
          columns={[
            { id: "due", title: words.columns.due, width: 156, cell: (row) => <DueMark row={row} /> },
            { id: "title", title: words.columns.title, width: 160, grows: 2, cell: ({ title }) => title },
            { id: "party", title: words.columns.party, width: 120, grows: 1, cell: ({ name }) => name },
            { id: "purposes", title: words.columns.purposes, width: 84, spare: 2, cell: purposes },
            {
              id: "askedAt",
              title: words.columns.askedAt,
              width: 82,
              spare: 1,
              cell: ({ askedAt }) => <Figures>{dayOf(askedAt)}</Figures>,
            },
          ]}
          rows={rowsOf(rows, error)}
          idOf={({ requestId }) => requestId}
          cursorId={chosen}
          onCursor={({ requestId }) => setChosen(requestId)}
          onOpen={focusDetail}
          empty={<EmptyState title={words.empty} detail={words.emptyDetail} />}
        />
      }
      rest={
        current === undefined ? (
          <EmptyState title={words.choose} />
        ) : (
          <WaitingDetail key={current.requestId} row={current} purposes={purposes(current)} />
        )
      }
    />
  );
}

function DueMark({ row: { dueOn, overdueDays, stale } }: { row: WaitingApproval }) {
  const { approvals } = useMessages();
  if (stale) {
    return (
      <StatusMark shape="triangle" tone="wait">
        {approvals.stale}
      </StatusMark>
    );
  }
  if (dueOn === null || overdueDays === null) return <span className={classes.none}>{approvals.waiting.noDue}</span>;
  return overdueDays > 0 ? (
    <StatusMark shape="half" tone="wait">
      {approvals.overdue(overdueDays)}
    </StatusMark>
  ) : (
    <span title={dueOn}>{approvals.daysLeft(-overdueDays)}</span>
  );
}

function WaitingDetail({ row, purposes }: { row: WaitingApproval; purposes: string }) {
  const { approvals, format } = useMessages();
  const words = approvals.waiting;
  const open = useApprovalDesk((state) => state.open);
  const remind = useCommand(api.approvals.remind);
  const { save, error: saveError } = useSaveCopy();
  const makeMail = async () => {
    const made = await remind.run({ requestId: row.requestId });
    if (made !== undefined) await save(made);
  };
  const { text, title, name, party, askedAt, dueOn } = row;
  const goToText = () => {
    if (text.kind === "writeup") useWorkplace.getState().go("writeups", text.id);
    else goToRecord("sharing", text.id);
  };
  const spoken = messages.ja.format;
  return (
    <DetailPage
      label={title}
      header={
        <>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.none}>
            {text.kind === "writeup" ? words.writeup : words.sharing} · {name}
          </p>
          <p>{words.asked(format.moment(askedAt), purposes)}</p>
          <p className={classes.actions}>
            <DueMark row={row} />
            <button type="button" className="link-button" onClick={() => open({ text, mode: "record", party })}>
              {approvals.record}
            </button>
            <button type="button" className="link-button" onClick={() => open({ text, mode: "ask", party })}>
              {approvals.ask}
            </button>
            <button type="button" className="link-button" onClick={goToText}>
              {words.openText}
            </button>
          </p>
        </>
      }
    >
      <DetailSection title={words.reminder}>
        {row.stale ? (
          <p className={classes.wait}>{words.askAnew}</p>
        ) : (
          <ReminderText
            text={text}
            subject={approvalReminderWords.subject(title)}
            body={approvalReminderWords.body({
              title,
              askedOn: spoken.dayOfMoment(askedAt),
              dueOn: dueOn === null ? null : spoken.day(dueOn),
            })}
            hint={words.reminderHint}
            copyLabel={words.copyReminder}
            mail={{ isPending: remind.pending, error: remind.error ?? saveError, run: () => void makeMail() }}
          />
        )}
      </DetailSection>
    </DetailPage>
  );
}
