import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { MailView } from "./MailView.tsx";

/** The covering mail folded above the attack mail it carries; the file itself when it is the attack mail. */
export function ReceivedMailView({ reportId }: { reportId: string }) {
  const { reports, ui } = useMessages();
  const { data: mail, error, isPending } = useRead(api.intake.readMail, { reportId });
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <SkeletonLines count={8} label={ui.loading} />;
  if (mail === null) return <p>{reports.mail.unreadable}</p>;
  const nameOf = (index: number) =>
    mail.attacks.length === 1 ? reports.mail.attack : reports.mail.attackNumbered(index + 1);
  return (
    <>
      {mail.covering === null ? null : (
        <MailView kind={reports.mail.covering} message={mail.covering} folded={mail.attacks.length > 0} />
      )}
      {mail.attacks.map((attack, index) => (
        <MailView
          key={index}
          kind={nameOf(index)}
          note={reports.mail.how[attack.how]}
          message={attack.message}
          folded={index > 0}
        />
      ))}
    </>
  );
}
