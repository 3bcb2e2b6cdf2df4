import { Button } from "@mantine/core";
import { useState } from "react";
import type { Receipt } from "#shared/contract/intake.ts";
import { useImports } from "#renderer/state/imports.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import classes from "./ReceiptCard.module.css";

type Status = Receipt["status"];
const STATUSES: readonly Status[] = ["imported", "duplicate", "failed"];

/** While an import runs its progress; then 12 件取込、1 件重複、1 件失敗, each of them a link. */
export function ReceiptCard({ onCancel }: { onCancel(): void }) {
  const { frame, ui } = useMessages();
  const running = useImports((state) => state.running);
  const receipts = useImports((state) => state.receipts);
  const dismiss = useImports((state) => state.dismiss);
  const [listed, setListed] = useState<Status | null>(null);
  const go = useWorkplace((state) => state.go);

  if (running !== null) {
    return (
      <div role="status" className={classes.card}>
        <div className={classes.summary}>
          <span>{frame.importing(running.done, running.total)}</span>
          <Button onClick={onCancel}>{ui.cancel}</Button>
        </div>
        <progress className={classes.progress} value={running.done} max={running.total} />
      </div>
    );
  }
  if (receipts.length === 0) return null;
  const of = (status: Status) => receipts.filter((receipt) => receipt.status === status);
  const present = STATUSES.filter((status) => of(status).length > 0);
  // What failed is shown at once: it is what needs reading.
  const shown = listed ?? (of("failed").length > 0 ? "failed" : null);
  return (
    <section aria-label={frame.receipt.title} className={classes.card}>
      <div className={classes.summary}>
        <p role="status">
          {present.map((status, index) => (
            <span key={status}>
              {index > 0 ? frame.receipt.separator : null}
              <button
                type="button"
                className="link-button"
                aria-expanded={shown === status}
                data-status={status}
                onClick={() => {
                  const [only, second] = of(status);
                  if (only?.report != null && second === undefined) go("reports", only.report);
                  setListed(status);
                }}
              >
                {frame.receipt[status](of(status).length)}
              </button>
            </span>
          ))}
        </p>
        <button
          type="button"
          className={classes.close}
          aria-label={frame.receipt.dismiss}
          onClick={() => {
            setListed(null);
            dismiss();
          }}
        >
          ×
        </button>
      </div>
      {shown === null ? null : (
        <ul className={classes.list}>
          {of(shown).map((receipt, index) => (
            <ReceiptLine key={`${index} ${receipt.path}`} receipt={receipt} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReceiptLine({ receipt }: { receipt: Receipt }) {
  const { frame, errors } = useMessages();
  const go = useWorkplace((state) => state.go);
  const { report, error, status } = receipt;
  const title = receipt.title ?? receipt.path;
  return (
    <li>
      {report === null ? (
        <span className={classes.path}>{receipt.path}</span>
      ) : (
        <button type="button" className="link-button" onClick={() => go("reports", report)}>
          {title}
        </button>
      )}
      {status === "duplicate" ? <p className={classes.reason}>{frame.receipt.duplicateReason}</p> : null}
      {error === null ? null : <p className={classes.reason}>{errors[error.code](error.params)}</p>}
    </li>
  );
}
