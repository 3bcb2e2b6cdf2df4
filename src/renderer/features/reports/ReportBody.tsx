import type { ReportDetail } from "#shared/contract/reports.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import classes from "./ReportDetail.module.css";

/** What the report says in words; not shown again where it is only the text of the mail above it. */
export function ReportBody({ report, onSave }: { report: ReportDetail; onSave(body: string): void }) {
  const { reports } = useMessages();
  const { data: mail, isPending } = useRead(api.intake.readMail, report.hasMail ? { reportId: report.id } : null);
  if (report.hasMail) {
    if (isPending || report.body === "") return null;
    const texts = [mail?.covering?.text, ...(mail?.attacks ?? []).map(({ message }) => message.text)];
    if (texts.some((text) => text?.trim() === report.body.trim())) return null;
  }
  return (
    <div className={classes.body}>
      <EditableText
        label={reports.facts.body}
        value={report.body}
        placeholder={reports.entry.bodyPlaceholder}
        multiline
        onSave={onSave}
      />
    </div>
  );
}
