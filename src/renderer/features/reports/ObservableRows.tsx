import { useState } from "react";
import type { Observable } from "#shared/contract/reports.ts";
import { defang } from "#shared/domain/defang.ts";
import { OBSERVABLE_ROLES } from "#shared/domain/vocabulary.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EditableChoice } from "#renderer/ui/EditableChoice.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { readObservables } from "./readObservables.ts";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import classes from "./ReportDetail.module.css";

const SHOWN_AT_FIRST = 20;

type ObservableRowsProps = {
  observables: readonly Observable[];
  onChange(observables: Observable[]): void;
};

/** Observables as they are shown: defanged. Each tells whose it is: the attacker's, the victim's, or abused. */
export function ObservableRows({ observables, onChange }: ObservableRowsProps) {
  const { reports, vocabulary, ui } = useMessages();
  const [all, setAll] = useState(false);
  const indexed = observables.map((observable, index) => ({ ...observable, index }));
  const shown = all ? indexed : indexed.slice(0, SHOWN_AT_FIRST);
  const hidden = indexed.length - shown.length;
  return (
    <>
      {shown.length === 0 ? null : (
        <RowTable
          label={reports.observables.title}
          rows={shown}
          keyOf={({ index }) => String(index)}
          columns={[
            {
              id: "kind",
              title: reports.observables.columns.kind,
              cell: ({ kind }) => vocabulary.observableKind[kind] ?? kind,
            },
            {
              id: "value",
              grows: true,
              title: reports.observables.columns.value,
              cell: ({ kind, value }) => <span className={classes.cell}>{defang(kind, value)}</span>,
            },
            {
              id: "role",
              title: reports.observables.columns.role,
              cell: ({ index, role }) => (
                <EditableChoice
                  label={reports.observables.setRole}
                  value={role}
                  shown={role === null ? ui.unknown : vocabulary.observableRole[role]}
                  options={[
                    { value: null, label: ui.unknown },
                    ...OBSERVABLE_ROLES.map((value) => ({ value, label: vocabulary.observableRole[value] })),
                  ]}
                  onChoose={(chosen) =>
                    onChange(observables.map((item, at) => (at === index ? { ...item, role: chosen } : item)))
                  }
                />
              ),
            },
            {
              id: "remove",
              title: "",
              align: "end",
              cell: ({ index, kind, value }) => (
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={reports.observables.remove(defang(kind, value))}
                  title={reports.observables.remove(defang(kind, value))}
                  onClick={() => onChange(observables.filter((_, at) => at !== index))}
                >
                  ×
                </button>
              ),
            },
          ]}
        />
      )}
      {hidden > 0 ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {reports.showAll(hidden)}
        </button>
      ) : null}
      <div className={classes.add}>
        <EditableText
          label={reports.observables.add}
          value=""
          placeholder={reports.observables.add}
          hint={reports.observables.addHint}
          onSave={(text) => {
            const added = readObservables(text, observables);
            if (added.length > 0) onChange([...observables, ...added]);
          }}
        />
      </div>
    </>
  );
}
