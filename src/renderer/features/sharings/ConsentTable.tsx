import { CONSENT_PURPOSES, type ConsentPurpose, partyKey } from "#shared/domain/consent.ts";
import type { SharingDetail } from "#shared/contract/sharings.ts";
import type { PartyConsents } from "#shared/contract/approvals.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { useApprovalDesk } from "#renderer/state/approvalDesk.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConsentMark } from "#renderer/ui/ConsentMark.tsx";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import classes from "./ConsentTable.module.css";
import { ConsentTerms } from "./ConsentTerms.tsx";
import { useSaveCopy } from "./useSaveCopy.ts";

/** Whose word the text needs: a line a provider, sharing and publishing apart, with terms, due day and evidence. */
export function ConsentTable({ detail }: { detail: SharingDetail }) {
  const { id: sharingId, sha256 } = detail;
  const { approvals } = useMessages();
  const text = { kind: "sharing", id: sharingId } as const;
  const { data, error } = useRead(api.approvals.ofText, { text });
  const open = useApprovalDesk((state) => state.open);
  const confirm = useCommand(api.approvals.confirmTerm);
  const actions =
    data === undefined || data.length === 0 || detail.state === "withdrawn" ? null : (
      <span className={classes.actions}>
        <button type="button" className="link-button" onClick={() => open({ text, mode: "ask" })}>
          {approvals.ask}
        </button>
        <button type="button" className="link-button" onClick={() => open({ text, mode: "record" })}>
          {approvals.record}
        </button>
      </span>
    );
  return (
    <DetailSection title={approvals.title} aside={actions}>
      <ErrorNote error={error ?? confirm.error} />
      {data?.length === 0 ? <p className={classes.none}>{approvals.nobody}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <RowTable
          label={approvals.title}
          rows={data}
          keyOf={({ party }) => partyKey(party)}
          columns={[
            {
              id: "party",
              title: approvals.columns.party,
              grows: true,
              cell: (party) => <PartyName party={party} />,
            },
            ...CONSENT_PURPOSES.map((purpose) => ({
              id: purpose,
              title: approvals.columns[purpose],
              grows: true,
              cell: (party: PartyConsents) => (
                <ConsentCell
                  party={party}
                  purpose={purpose}
                  onRecord={() => open({ text, mode: "record", party: party.party })}
                  onConfirm={(term, confirmed) =>
                    void confirm.run({ text, sha256, party: party.party, purpose, term, confirmed })
                  }
                />
              ),
            })),
          ]}
        />
      )}
    </DetailSection>
  );
}

function PartyName({ party }: { party: PartyConsents }) {
  const { approvals, sharings, vocabulary } = useMessages();
  const explain = useCommand(api.sharings.explain);
  const sayWithUndo = useUndoNotice();
  const declined = party.consents.some(({ purpose, state }) => purpose === "share" && state === "declined");
  const leaveOut = async () => {
    const done = await explain.run({ reportIds: party.reportIds, reason: "declined" });
    if (done !== undefined) sayWithUndo(sharings.unshared.done(vocabulary.notShared.declined));
  };
  return (
    <>
      {party.name}
      {party.changedSinceSeen && party.lastSeenAt !== null ? <p className={classes.wait}>{approvals.changed}</p> : null}
      {declined && party.reportIds.length > 0 ? (
        <p>
          <button type="button" className="link-button" onClick={() => void leaveOut()}>
            {sharings.unshared.reasonCommands.declined}
          </button>
        </p>
      ) : null}
      <ErrorNote error={explain.error} />
    </>
  );
}

type ConsentCellProps = {
  party: PartyConsents;
  purpose: ConsentPurpose;
  onRecord(): void;
  onConfirm(term: string, confirmed: boolean): void;
};

function ConsentCell({ party, purpose, onRecord, onConfirm }: ConsentCellProps) {
  const { approvals, format } = useMessages();
  const consent = party.consents.find((one) => one.purpose === purpose);
  const { save, error } = useSaveCopy();
  if (consent === undefined) return <ConsentMark state="not-asked" />;
  const { state, dueOn, answeredAt, how, conditions, evidenceId, evidenceName } = consent;
  return (
    <div className={classes.consent}>
      <ConsentMark state={state} />
      {state === "waiting" ? (
        <>
          <DueLine dueOn={dueOn} />
          <button type="button" className="link-button" onClick={onRecord}>
            {approvals.record}
          </button>
        </>
      ) : null}
      {state === "void" ? <span className={classes.wait}>{approvals.voidHint(consent.changed)}</span> : null}
      {answeredAt === null ? null : (
        <span className={classes.soft}>
          {format.moment(answeredAt)} {how ?? ""}
        </span>
      )}
      <ConsentTerms consent={consent} onConfirm={onConfirm} />
      {conditions === null ? null : <q className={classes.soft}>{conditions}</q>}
      {evidenceId === null ? null : (
        <button
          type="button"
          className="link-button"
          onClick={() => void save({ artifactId: evidenceId, fileName: evidenceName ?? approvals.columns.evidence })}
        >
          {approvals.saveEvidence}
        </button>
      )}
      <ErrorNote error={error} />
    </div>
  );
}

function DueLine({ dueOn }: { dueOn: string | null }) {
  const { approvals } = useMessages();
  if (dueOn === null) return null;
  const isLate = dueOn < dayOf(Date.now());
  return <span className={isLate ? classes.wait : classes.soft}>{approvals.due(dueOn)}</span>;
}
