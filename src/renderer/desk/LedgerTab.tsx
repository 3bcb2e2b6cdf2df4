import { useState } from "react";
import type { Desk, TextRef } from "#shared/contract/sanitising.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./Tabs.module.css";
import type { Decisions } from "./useDecisions.ts";

/** Who is behind which label: secret, and hidden until it is asked for. */
export function LedgerTab({ text, desk, decisions }: { text: TextRef; desk: Desk; decisions: Decisions }) {
  const { sanitising: words, ui } = useMessages();
  const { ledger } = words;
  const [shown, setShown] = useState(false);
  const relabel = useCommand(api.sanitising.relabel);
  const rename = (from: string, to: string) => void decisions.change(() => relabel.run({ text, from, to: to.trim() }));
  if (desk.pseudonyms.length === 0) return <p className={classes.hint}>{ledger.none}</p>;
  return (
    <div className={classes.tab}>
      <p className={classes.secret}>
        <StatusMark shape="diamond" tone="danger">
          {ledger.secret}
        </StatusMark>
        <button type="button" className="link-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? ledger.hide : ledger.show}
        </button>
      </p>
      <ErrorNote error={relabel.error} />
      <div className={classes.scroll}>
        <table className={classes.ledger} aria-label={ledger.list}>
          <thead>
            <tr>
              <th scope="col">{ledger.label}</th>
              <th scope="col">{ledger.who}</th>
              <th scope="col">{ledger.places}</th>
            </tr>
          </thead>
          <tbody>
            {desk.pseudonyms.map(({ label, organization, outside, places }) => (
              <tr key={label}>
                <td>
                  <EditableText
                    label={ledger.relabel(label)}
                    value={label}
                    placeholder={ledger.label}
                    check={(typed) => (typed.trim() === "" ? ledger.relabel(label) : null)}
                    onSave={(to) => rename(label, to)}
                  />
                </td>
                <td>
                  {!shown ? (
                    <span className={classes.soft}>{ledger.hidden}</span>
                  ) : organization === null ? (
                    (outside ?? ui.unknown)
                  ) : (
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => goToRecord("organization", organization.id)}
                    >
                      {organization.title}
                    </button>
                  )}
                </td>
                <td className={classes.number}>{places}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
