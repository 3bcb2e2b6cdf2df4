import { CONSENT_PURPOSES, type ConsentPurpose, partyKey } from "#shared/domain/consent.ts";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import type { PartyConsents } from "#shared/contract/approvals.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConsentMark } from "#renderer/ui/ConsentMark.tsx";
import classes from "./ApprovalDialogs.module.css";
import { ChangedLines } from "./ChangedLines.tsx";
import type { AskChoices } from "./firstChoices.ts";

type AskPartiesProps = {
  text: TextRef;
  parties: readonly PartyConsents[];
  choices: AskChoices;
  onToggle(key: string, purpose: ConsentPurpose): void;
};

/** Whom to ask and for what: a line a party, sharing and publishing ticked apart. */
export function AskParties({ text, parties, choices, onToggle }: AskPartiesProps) {
  const { approvals } = useMessages();
  return (
    <table className={classes.parties} aria-label={approvals.askDialog.parties}>
      <thead>
        <tr>
          <th scope="col">{approvals.askDialog.parties}</th>
          {CONSENT_PURPOSES.map((purpose) => (
            <th key={purpose} scope="col">
              {approvals.purpose[purpose]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parties.map((party) => (
          <PartyRow
            key={partyKey(party.party)}
            text={text}
            party={party}
            chosen={choices.get(partyKey(party.party)) ?? []}
            onToggle={(purpose) => onToggle(partyKey(party.party), purpose)}
          />
        ))}
      </tbody>
    </table>
  );
}

type PartyRowProps = {
  text: TextRef;
  party: PartyConsents;
  chosen: readonly ConsentPurpose[];
  onToggle(purpose: ConsentPurpose): void;
};

function PartyRow({ text, party, chosen, onToggle }: PartyRowProps) {
  const { approvals, format } = useMessages();
  const words = approvals.askDialog;
  const [showsChanges, setShowsChanges] = useState(false);
  const { name, lastSeenAt, changedSinceSeen, consents } = party;
  return (
    <>
      <tr>
        <th scope="row">
          {name}
          <p className={classes.seen}>
            {lastSeenAt === null ? words.neverSeen : words.seenAt(format.moment(lastSeenAt))}{" "}
            {lastSeenAt !== null && changedSinceSeen ? (
              <button type="button" className="link-button" onClick={() => setShowsChanges(!showsChanges)}>
                {showsChanges ? words.hideChanges : words.showChanges}
              </button>
            ) : null}
          </p>
        </th>
        {CONSENT_PURPOSES.map((purpose) => (
          <td key={purpose}>
            <Checkbox
              checked={chosen.includes(purpose)}
              aria-label={`${name}: ${approvals.purpose[purpose]}`}
              label={
                <ConsentMark state={consents.find((consent) => consent.purpose === purpose)?.state ?? "not-asked"} />
              }
              onChange={() => onToggle(purpose)}
            />
          </td>
        ))}
      </tr>
      {showsChanges ? (
        <tr>
          <td colSpan={1 + CONSENT_PURPOSES.length}>
            <ChangedLines text={text} party={party.party} name={name} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
