import { useState } from "react";
import type { ProviderRef } from "#shared/contract/reports.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Finder } from "#renderer/ui/Finder.tsx";

export type FoundParty = { ref: ProviderRef; name: string };

export type PartyFinderProps = {
  label: string;
  withFrameworks: boolean;
  initialText: string;
  autoFocus?: boolean;
  invalid?: boolean;
  onPick(party: FoundParty): void;
  onText?(text: string): void;
  onLeave?(): void;
};

const OUTSIDE = "outside";

/** Finds organisations and frameworks by name, reading, alias or domain; what is none of them can be taken as outside. */
export function PartyFinder(props: PartyFinderProps) {
  const { label, withFrameworks, initialText, autoFocus = false, invalid = false, onPick, onText, onLeave } = props;
  const { reports } = useMessages();
  const [text, setText] = useState(initialText);
  const typed = text.trim();
  const { data, isPlaceholderData, isLoading } = useRead(
    api.roster.findProviders,
    { text: typed },
    { keepPrevious: true },
  );
  const found = (data ?? []).filter((party) => withFrameworks || party.kind !== "framework");
  const options = [
    ...found.flatMap((party) => (party.id === null ? [] : [{ id: party.id, title: party.name, note: party.hint }])),
    ...(typed === "" ? [] : [{ id: OUTSIDE, title: reports.provider.outsideOption(typed) }]),
  ];
  return (
    <Finder
      label={label}
      placeholder={reports.entry.providerPlaceholder}
      nothing={reports.provider.nothing}
      text={text}
      options={options}
      settling={isPlaceholderData || isLoading}
      autoFocus={autoFocus}
      invalid={invalid}
      onText={(next) => {
        setText(next);
        onText?.(next);
      }}
      onPick={(option) => {
        const party = found.find(({ id }) => id === option.id);
        if (party?.id != null && party.kind !== "outside") {
          setText(party.name);
          onPick({ ref: { kind: party.kind, id: party.id }, name: party.name });
        } else {
          onPick({ ref: { kind: "outside", name: typed }, name: typed });
        }
      }}
      {...(onLeave === undefined ? {} : { onLeave })}
    />
  );
}
