import { useState } from "react";
import type { SilentRecipient } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DetailPage, DetailSection, focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { rowsOf } from "#renderer/ui/rows.ts";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { AnswerDialog, type AskedAnswer } from "./AnswerDialog.tsx";
import { ReminderText } from "./ReminderText.tsx";
import classes from "./SharingDetail.module.css";

/** The first of what has not been answered. */
function silentSince({ sent }: SilentRecipient): number | undefined {
  return sent.length === 0 ? undefined : Math.min(...sent.map(({ at }) => at));
}

/** 沈黙: who was sent what and has not answered, longest silence first. */
export function SilenceView() {
  const { sharings } = useMessages();
  const words = sharings.silence;
  const { data, error } = useRead(api.sharings.silence, {});
  const [chosen, setChosen] = useState<string | null>(null);
  const current = data?.find(({ recipient }) => recipient.id === chosen);
  const day = (momentMs: number | null | undefined) =>
    momentMs === null || momentMs === undefined ? (
      <span className={classes.none}>{words.never}</span>
    ) : (
      <Figures>{dayOf(momentMs)}</Figures>
    );
  return (
    <Panes
      name="sharings"
      initialWidth="52%"
      minWidth={320}
      minRest={400}
      sized={
        <DataTable
          name="silence"
          label={words.label}
          primary
          columns={[
            {
              id: "recipient",
              title: words.columns.recipient,
              width: 160,
              grows: 1,
              cell: ({ recipient }) => recipient.title,
            },
            {
              id: "sent",
              title: words.columns.sent,
              width: 88,
              align: "end",
              cell: ({ total }) => words.count(total),
            },
            { id: "since", title: words.columns.since, width: 88, cell: (row) => day(silentSince(row)) },
            { id: "last", title: words.columns.last, width: 88, cell: ({ lastAnsweredAt }) => day(lastAnsweredAt) },
          ]}
          rows={rowsOf(data, error)}
          idOf={({ recipient }) => recipient.id}
          cursorId={chosen}
          onCursor={({ recipient }) => setChosen(recipient.id)}
          onOpen={focusDetail}
          empty={<EmptyState title={words.empty} detail={words.emptyDetail} />}
        />
      }
      rest={current === undefined ? <EmptyState title={words.choose} /> : <SilentDetail silent={current} />}
    />
  );
}

function SilentDetail({ silent }: { silent: SilentRecipient }) {
  const { sharings, format, ui } = useMessages();
  const words = sharings.silence;
  const { recipient, sent } = silent;
  const reminder = useRead(api.sharings.reminderText, { recipientId: recipient.id });
  const [asked, setAsked] = useState<AskedAnswer | null>(null);
  const latest = sent[0]?.sharing;
  const open = (id: string) => {
    useSharingsView.getState().showOnly({ allQuarters: true });
    goToRecord("sharing", id);
  };
  return (
    <DetailPage label={recipient.title} header={<h1 className={classes.title}>{recipient.title}</h1>}>
      <DetailSection title={words.sent}>
        <RowTable
          label={words.sent}
          rows={sent}
          keyOf={({ delivery, sharing }) => `${sharing.id} ${JSON.stringify(delivery)}`}
          columns={[
            { id: "at", title: words.at, cell: ({ at }) => <Figures>{format.moment(at)}</Figures> },
            {
              id: "sharing",
              title: sharings.columns.title,
              grows: true,
              cell: ({ sharing }) => (
                <button type="button" className="link-button" onClick={() => open(sharing.id)}>
                  {sharing.title}
                </button>
              ),
            },
            {
              id: "answer",
              title: "",
              align: "end",
              cell: ({ delivery }) => (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => setAsked({ delivery, name: recipient.title })}
                >
                  {words.recordAnswer}
                </button>
              ),
            },
          ]}
        />
      </DetailSection>
      <DetailSection title={words.reminder}>
        <ErrorNote error={reminder.error} />
        {reminder.error === null && reminder.data === undefined ? <SkeletonLines count={4} label={ui.loading} /> : null}
        {reminder.data === undefined || latest === undefined ? null : (
          <ReminderText
            text={{ kind: "sharing", id: latest.id }}
            subject={reminder.data.subject}
            body={reminder.data.body}
            hint={words.reminderHint}
            copyLabel={words.copy}
          />
        )}
      </DetailSection>
      {asked === null ? null : <AnswerDialog asked={asked} onClose={() => setAsked(null)} />}
    </DetailPage>
  );
}
