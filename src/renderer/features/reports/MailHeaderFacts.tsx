import type { MailAddress, MailMessage } from "#shared/domain/mail.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./MailView.module.css";

function AddressText({ addresses }: { addresses: readonly MailAddress[] }) {
  return addresses.map((address, index) => (
    <span key={index} className={classes.address}>
      {index > 0 ? ", " : ""}
      {address.name}
      {address.name === "" || address.address === "" ? "" : " "}
      {address.address === "" ? null : <code>{address.name === "" ? address.address : `<${address.address}>`}</code>}
    </span>
  ));
}

/** What the head of a mail says, name and address both, since attackers hope that only the name is read. */
export function MailHeaderFacts({ message }: { message: MailMessage }) {
  const { reports, format } = useMessages();
  const { mail } = reports;
  const one = (address: MailAddress | null) => (address === null ? [] : [address]);
  const addressLines = [
    { id: "from", term: mail.from, addresses: one(message.from) },
    { id: "sender", term: mail.sender, addresses: one(message.sender) },
    { id: "replyTo", term: mail.replyTo, addresses: message.replyTo },
    { id: "to", term: mail.to, addresses: message.to },
    { id: "cc", term: mail.cc, addresses: message.cc },
  ].filter(({ addresses }) => addresses.length > 0);
  return (
    <dl className={classes.facts}>
      <dt>{mail.subject}</dt>
      <dd className={classes.subject}>{message.subject || mail.noSubject}</dd>
      {addressLines.map(({ id, term, addresses }) => (
        <div key={id} className={classes.factLine}>
          <dt>{term}</dt>
          <dd>
            <AddressText addresses={addresses} />
          </dd>
        </div>
      ))}
      {message.sentAt === null ? null : (
        <>
          <dt>{mail.sentAt}</dt>
          <dd>{format.moment(message.sentAt)}</dd>
        </>
      )}
      {message.messageId === "" ? null : (
        <>
          <dt>{mail.messageId}</dt>
          <dd>
            <code>{message.messageId}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
