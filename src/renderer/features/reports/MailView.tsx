import { useId, useState } from "react";
import type { MailMessage } from "#shared/domain/mail.ts";
import { defang } from "#shared/domain/defang.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { MailHeaderFacts } from "./MailHeaderFacts.tsx";
import { MailRoute } from "./MailRoute.tsx";
import classes from "./MailView.module.css";

export type MailViewProps = { kind: string; note?: string; message: MailMessage; folded: boolean };

/** One mail as plain text: nothing in it is a link, nothing is loaded, its HTML is never shown. */
export function MailView({ kind, note, message, folded }: MailViewProps) {
  const { reports, format } = useMessages();
  const { mail } = reports;
  const [open, setOpen] = useState(!folded);
  const bodyId = useId();
  const sender = message.from === null ? "" : message.from.name || message.from.address;
  return (
    <section aria-label={`${kind}: ${message.subject}`} className={classes.mail}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true" className={classes.caret}>
          {open ? "▾" : "▸"}
        </span>
        <span className={classes.kind}>{kind}</span>
        <span className={classes.summary}>
          {open ? note : `${mail.coveringFrom(sender)}: ${message.subject || mail.noSubject}`}
        </span>
        <span className={classes.at}>{message.sentAt === null ? "" : format.moment(message.sentAt)}</span>
      </button>
      <div id={bodyId} hidden={!open} className={classes.body}>
        {open ? <MailBody message={message} /> : null}
      </div>
    </section>
  );
}

function MailBody({ message }: { message: MailMessage }) {
  const { mail } = useMessages().reports;
  return (
    <>
      {message.damage.map((damage) => (
        <p key={damage} className={classes.damage}>
          {mail.damage[damage]}
        </p>
      ))}
      <MailHeaderFacts message={message} />
      {message.textFrom === "html" ? <p className={classes.note}>{mail.fromHtml}</p> : null}
      {message.text === "" ? (
        <p className={classes.note}>{mail.noText}</p>
      ) : (
        <pre className={classes.text}>{message.text}</pre>
      )}
      {message.links.length === 0 ? null : (
        <div className={classes.part}>
          <h3>{mail.links}</h3>
          <ul className={classes.addresses}>
            {message.links.map((link) => (
              <li key={`${link.url} ${link.label}`}>
                <code>{defang("url", link.url)}</code>
                {link.label === "" ? null : <span className={classes.note}> {mail.linkShown(link.label)}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {message.remoteImages.length === 0 ? null : (
        <div className={classes.part}>
          <h3>{mail.remoteImages}</h3>
          <ul className={classes.addresses}>
            {message.remoteImages.map((url) => (
              <li key={url}>
                <code>{defang("url", url)}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      <MailRoute hops={message.hops} headers={message.headers} />
      {message.nested.map((inner, index) => (
        <MailView key={index} kind={mail.nested} message={inner} folded />
      ))}
    </>
  );
}
