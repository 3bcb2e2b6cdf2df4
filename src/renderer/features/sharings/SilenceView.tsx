import { useState, type ReactNode } from "react";
import type { SilentRecipient } from "#shared/contract/sharings.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { spanOf } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DataTable } from "#renderer/ui/DataTable.tsx";
import { DetailPage, DetailSection, focusDetail } from "#renderer/ui/DetailPage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { FilterBar } from "#renderer/ui/FilterBar.tsx";
import { ListPane } from "#renderer/ui/ListPane.tsx";
import { Panes } from "#renderer/ui/Panes.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { rowsOf } from "#renderer/ui/rows.ts";
import { SentenceChoice } from "#renderer/ui/SentenceChoice.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { AnswerDialog, type AskedAnswer } from "./AnswerDialog.tsx";
import { ReminderText } from "./ReminderText.tsx";
import classes from "./SharingDetail.module.css";
import { useSaveCopy } from "./useSaveCopy.ts";

/** The first of what has not been answered. */
function silentSince({ sent }: SilentRecipient): number | undefined {
  return sent.length === 0 ? undefined : Math.min(...sent.map(({ at }) => at));
}

const PERIODS = ["year", "quarter", "all"] as const;

/** 〔過去12か月〕に送って、返事のない共有先 */
function usePeriod(): { sinceDay: string | null; bar: ReactNode } {
  const { sharings, format } = useMessages();
  const { period, label } = sharings.silence;
  const quarter = useShownQuarter();
  const [chosen, setChosen] = useState<(typeof PERIODS)[number]>("year");
  const days = { year: null, quarter: dayOf(spanOf(quarter).fromMs), all: dayOf(0) };
  const wordOf = (name: (typeof PERIODS)[number]) =>
    name === "quarter" ? period.options.quarter(format.quarter(quarter)) : period.options[name];
  const bar = (
    <FilterBar label={label}>
      <SentenceChoice<(typeof PERIODS)[number]>
        label={period.label}
        text={wordOf(chosen)}
        options={PERIODS.map((value) => ({ value, label: wordOf(value) }))}
        chosen={[chosen]}
        onToggle={setChosen}
      />
      {period.after}
    </FilterBar>
  );
  return { sinceDay: days[chosen], bar };
}

/** 沈黙: who was sent what and has not answered, longest silence first. */
export function SilenceView() {
  const { sharings } = useMessages();
  const words = sharings.silence;
  const { sinceDay, bar } = usePeriod();
  const { data, error } = useRead(api.sharings.silence, { sinceDay }, { keepPrevious: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const current = data?.find(({ recipient }) => recipient.id === chosen);
  const day = (momentMs: number | null | undefined) =>
    momentMs === null || momentMs === undefined ? (
      <span className={classes.none}>{words.never}</span>
    ) : (
      <Figures>{dayOf(momentMs)}</Figures>
    );
  if (data?.length === 0) {
    return (
      <ListPane filter={bar}>
        <EmptyState title={words.empty} detail={words.emptyDetail} />
      </ListPane>
    );
  }
  return (
    <Panes
      name="sharings"
      initialWidth="56%"
      minWidth={320}
      minRest={400}
      sized={
        <ListPane filter={bar}>
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
        </ListPane>
      }
      rest={
        current === undefined ? (
          <EmptyState title={words.choose} />
        ) : (
          <SilentDetail key={current.recipient.id} silent={current} sinceDay={sinceDay} />
        )
      }
    />
  );
}

function SilentDetail({ silent, sinceDay }: { silent: SilentRecipient; sinceDay: string | null }) {
  const { sharings, format, ui } = useMessages();
  const words = sharings.silence;
  const { recipient, sent } = silent;
  const reminder = useRead(api.sharings.reminderText, { recipientId: recipient.id, sinceDay });
  const remind = useCommand(api.sharings.remind);
  const { save, error: saveError } = useSaveCopy();
  const makeMail = async () => {
    const made = await remind.run({ recipientId: recipient.id, sinceDay });
    if (made !== undefined) await save(made);
  };
  const [asked, setAsked] = useState<AskedAnswer | null>(null);
  const latest = sent[0]?.sharing;
  return (
    <DetailPage label={recipient.title} header={<h1 className={classes.title}>{recipient.title}</h1>}>
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
            mail={{ isPending: remind.pending, error: remind.error ?? saveError, run: () => void makeMail() }}
          />
        )}
      </DetailSection>
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
                <button type="button" className="link-button" onClick={() => goToRecord("sharing", sharing.id)}>
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
      {asked === null ? null : <AnswerDialog asked={asked} onClose={() => setAsked(null)} />}
    </DetailPage>
  );
}
