import { useState } from "react";
import type { MailHeader, MailHop } from "#shared/domain/mail.ts";
import type { Messages } from "#shared/messages/messages.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { Figures } from "#renderer/ui/Figures.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { nameOf, routeOf } from "./mailRoute.ts";
import classes from "./MailView.module.css";

function delayWord(delayMs: number | null, { mail }: Messages["reports"]): string {
  if (delayMs === null) return "";
  const seconds = Math.round(delayMs / 1000);
  if (Math.abs(seconds) < 120) return mail.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return Math.abs(minutes) < 120 ? mail.minutes(minutes) : mail.hours(Math.round(minutes / 60));
}

/** The way of the mail, first server first; all header fields below, folded. */
export function MailRoute({ hops, headers }: { hops: readonly MailHop[]; headers: readonly MailHeader[] }) {
  const { reports, format } = useMessages();
  const { mail } = reports;
  const [open, setOpen] = useState(false);
  return (
    <>
      {hops.length === 0 ? null : (
        <div className={classes.part}>
          <h3>{mail.hops}</h3>
          <RowTable
            label={mail.hops}
            rows={routeOf(hops)}
            keyOf={(step) => String(step.order)}
            columns={[
              { id: "order", title: mail.hopColumns.order, align: "end", cell: (step) => step.order },
              { id: "from", title: mail.hopColumns.from, grows: true, cell: (step) => <code>{nameOf(step)}</code> },
              { id: "ip", title: mail.hopColumns.ip, cell: (step) => <code>{step.fromIp ?? ""}</code> },
              { id: "by", title: mail.hopColumns.by, grows: true, cell: (step) => <code>{step.by}</code> },
              {
                id: "at",
                title: mail.hopColumns.at,
                cell: (step) => <Figures>{step.at === null ? "" : format.moment(step.at)}</Figures>,
              },
              {
                id: "delay",
                title: mail.hopColumns.delay,
                align: "end",
                cell: (step) => delayWord(step.delayMs, reports),
              },
            ]}
          />
        </div>
      )}
      {headers.length === 0 ? null : (
        <div className={classes.part}>
          <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {mail.headers(headers.length)}
          </button>
          {open ? (
            <pre className={classes.headers}>
              {headers.map((header) => `${header.name}: ${header.value}`).join("\n")}
            </pre>
          ) : null}
        </div>
      )}
    </>
  );
}
