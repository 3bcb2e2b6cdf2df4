import { useState } from "react";
import type { SharingDetail, SharingIssue } from "#shared/contract/sharings.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import { AnswerDialog, type AskedAnswer } from "./AnswerDialog.tsx";
import classes from "./SharingDetail.module.css";
import { useSaveCopy } from "./useSaveCopy.ts";

type Delivery = SharingIssue["deliveries"][number];

/** What went out: version, when, in whose name, to whom, and the files themselves; below it who answered what. */
export function IssueLedger({ detail }: { detail: SharingDetail }) {
  const { sharings, format } = useMessages();
  const words = sharings.issues;
  const { save, error } = useSaveCopy();
  const [shown, setShown] = useState<number | null>(null);
  if (detail.issues.length === 0) return null;
  const answeredOf = ({ deliveries }: SharingIssue) =>
    deliveries.filter(({ answeredAt }) => answeredAt !== null).length;
  const shownIssue = detail.issues.find(({ version }) => version === shown);
  return (
    <DetailSection title={words.title}>
      <ErrorNote error={error} />
      <RowTable
        label={words.title}
        rows={detail.issues}
        keyOf={({ version }) => String(version)}
        columns={[
          { id: "version", title: words.version, cell: ({ version }) => version },
          {
            id: "kind",
            title: words.kind,
            grows: true,
            cell: ({ kind, note, notice }) => (
              <>
                {words.kinds[kind]}
                {kind === "withdrawal" && notice === null ? (
                  <p>
                    <StatusMark shape="half" tone="wait">
                      {words.noticeDue}
                    </StatusMark>
                  </p>
                ) : null}
                {note === null ? null : <p className={classes.none}>{note}</p>}
              </>
            ),
          },
          { id: "at", title: words.at, cell: ({ at }) => <Figures>{format.moment(at)}</Figures> },
          { id: "by", title: words.by, cell: ({ by }) => by },
          {
            id: "to",
            title: words.to,
            cell: (issue) =>
              issue.deliveries.length === 0 ? (
                ""
              ) : (
                <button
                  type="button"
                  className="link-button"
                  aria-expanded={issue.version === shown}
                  onClick={() => setShown(issue.version === shown ? null : issue.version)}
                >
                  {words.reached(issue.deliveries.length, answeredOf(issue))}
                </button>
              ),
          },
          {
            id: "files",
            title: words.files,
            cell: ({ bulletin, indicators, notice }) => (
              <span className={classes.actions}>
                {[
                  { file: bulletin, label: words.bulletin },
                  { file: indicators, label: words.csv },
                  { file: notice, label: words.notice },
                ].map(({ file, label }) =>
                  // Under the name that went through the gate with it: today's title may hold what nobody looked at.
                  file === null ? null : (
                    <button key={label} type="button" className="link-button" onClick={() => void save(file)}>
                      {label}
                    </button>
                  ),
                )}
              </span>
            ),
          },
        ]}
      />
      {shownIssue === undefined ? null : <Answers version={shownIssue.version} deliveries={shownIssue.deliveries} />}
    </DetailSection>
  );
}

const SHOWN_AT_FIRST = 30;

/** Who got one version and what they said; those who have not answered first. */
function Answers({ version, deliveries }: { version: number; deliveries: readonly Delivery[] }) {
  const { sharings, format, ui } = useMessages();
  const words = sharings.answers;
  const [asked, setAsked] = useState<AskedAnswer | null>(null);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const rows = [...deliveries].sort((a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null));
  return (
    <>
      <RowTable
        label={words.title(version)}
        rows={rows.slice(0, limit)}
        keyOf={({ id }) => id}
        columns={[
          {
            id: "recipient",
            title: words.recipient,
            grows: true,
            cell: ({ recipient, part }) => (
              <>
                {recipient.title}{" "}
                {part === "notice" ? <span className={classes.none}>{sharings.issues.noticePart}</span> : null}
              </>
            ),
          },
          {
            id: "answeredAt",
            title: words.answeredAt,
            cell: ({ answeredAt }) =>
              answeredAt === null ? (
                <span className={classes.none}>{words.none}</span>
              ) : (
                <Figures>{format.moment(answeredAt)}</Figures>
              ),
          },
          {
            id: "answer",
            title: words.answer,
            grows: true,
            cell: ({ id, recipient, answer }) => (
              <span className={classes.actions}>
                {answer}
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.recordFor(recipient.title)}
                  onClick={() => setAsked({ delivery: { deliveryId: id }, name: recipient.title })}
                >
                  {answer === null ? words.record : ui.edit}
                </button>
              </span>
            ),
          },
        ]}
      />
      {rows.length > limit ? (
        <p className={classes.note}>
          <button type="button" className="link-button" onClick={() => setLimit(rows.length)}>
            {ui.more}
          </button>
        </p>
      ) : null}
      {asked === null ? null : <AnswerDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
