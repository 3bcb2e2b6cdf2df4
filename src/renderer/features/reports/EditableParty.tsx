import { useRef, useState } from "react";
import type { Party, ProviderRef } from "#shared/contract/reports.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import textClasses from "#renderer/ui/EditableText.module.css";
import classes from "./EditableParty.module.css";
import { PartyFinder } from "./PartyFinder.tsx";

export type EditablePartyProps = {
  label: string;
  party: Party | null;
  withFrameworks: boolean;
  onChoose(party: ProviderRef): void;
};

/** An organisation, framework or outsider: its name edits where it stands, and opens in the roster. */
export function EditableParty({ label, party, withFrameworks, onChoose }: EditablePartyProps) {
  const { ui, reports, frame } = useMessages();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (editing) {
    return (
      <PartyFinder
        label={label}
        withFrameworks={withFrameworks}
        initialText=""
        autoFocus
        onLeave={() => setEditing(false)}
        onPick={({ ref }) => {
          onChoose(ref);
          leave();
        }}
      />
    );
  }
  const organizationId = party?.kind === "organization" ? party.id : null;
  return (
    <span className={classes.party}>
      <button
        ref={button}
        type="button"
        className={textClasses.shown}
        aria-label={`${label}: ${party?.name ?? ui.unknown}`}
        data-empty={party === null}
        onClick={() => setEditing(true)}
      >
        {party?.name ?? ui.unknown}
      </button>
      {party?.kind === "outside" ? <span className={classes.note}>{reports.provider.outsideNote}</span> : null}
      {organizationId === null ? null : (
        <button
          type="button"
          className={classes.open}
          aria-label={`${frame.places.roster}: ${party?.name ?? ""}`}
          title={frame.places.roster}
          onClick={() => goToRecord("organization", organizationId)}
        >
          ↗
        </button>
      )}
    </span>
  );
}
