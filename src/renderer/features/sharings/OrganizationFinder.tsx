import { useState } from "react";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Finder } from "#renderer/ui/Finder.tsx";

export type OrganizationFinderProps = {
  label: string;
  except?: ReadonlySet<string>;
  autoFocus?: boolean;
  invalid?: boolean;
  /** Shows the name that was picked, rather than waiting for the next one. */
  keepsPick?: boolean;
  onPick(organization: { id: string; title: string }): void;
  onLeave?(): void;
};

const NONE: ReadonlySet<string> = new Set();

/** Finds a participant by name, reading, alias or domain. */
export function OrganizationFinder(props: OrganizationFinderProps) {
  const { label, except = NONE, autoFocus = false, invalid = false, keepsPick = false, onPick, onLeave } = props;
  const { sharings } = useMessages();
  const [text, setText] = useState("");
  const typed = text.trim();
  const { data, isPlaceholderData, isLoading } = useRead(
    api.roster.findProviders,
    { text: typed, limit: 20 },
    { keepPrevious: true },
  );
  const options = (data ?? []).flatMap(({ kind, id, name, hint }) =>
    kind !== "organization" || id === null || except.has(id) ? [] : [{ id, title: name, note: hint }],
  );
  return (
    <Finder
      label={label}
      placeholder={sharings.audience.placeholder}
      nothing={sharings.audience.nothing}
      text={text}
      options={options}
      settling={isPlaceholderData || isLoading}
      autoFocus={autoFocus}
      invalid={invalid}
      onText={setText}
      onPick={({ id, title }) => {
        setText(keepsPick ? title : "");
        onPick({ id, title });
      }}
      {...(onLeave === undefined ? {} : { onLeave })}
    />
  );
}
