import { Button } from "@mantine/core";
import { useState } from "react";
import type { GateVerdict } from "#shared/contract/gate.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import classes from "./ExportReport.module.css";

type Exported = {
  quarter: Quarter;
  artifactId: string;
  fileName: string;
  pages: number;
  sha256: string;
  draft: boolean;
  copy: { savedAs: string; token: string } | null;
};

type ExportReportProps = { quarter: Quarter; verdict: GateVerdict | undefined };

/**
 * Makes the PDF, keeps it in the casebook, and puts a copy where the analyst wants it. While it may not be published, every
 * page is stamped.
 */
export function ExportReport({ quarter, verdict }: ExportReportProps) {
  const { publishing: words } = useMessages();
  const title = verdict?.open === true ? words.export : words.exportDraft;
  const exportReport = useCommand(api.publishing.exportReport);
  const saveCopy = useCommand(api.shell.saveCopy);
  const [exported, setExported] = useState<Exported | null>(null);
  const busy = exportReport.pending || saveCopy.pending;

  const save = async (report: Omit<Exported, "copy">) => {
    const { artifactId, fileName } = report;
    const copy = await saveCopy.run({ artifactId, fileName });
    if (copy !== undefined) setExported({ ...report, copy });
  };
  const start = async () => {
    if (busy) return;
    setExported(null);
    await flushDrafts();
    const made = await exportReport.run({ quarter });
    if (made !== undefined) await save({ quarter, ...made });
  };
  useCommands([
    {
      id: "publishing.export",
      title,
      reading: words.exportReading,
      shortcut: "Ctrl+Shift+E",
      group: words.pages,
      run: () => void start(),
    },
  ]);
  const shown = exported?.quarter === quarter ? exported : null;
  return (
    <>
      <Button variant="filled" loading={busy} onClick={() => void start()}>
        {title}
      </Button>
      {exportReport.error === null && saveCopy.error === null && shown === null ? null : (
        <div className={classes.result} role="status">
          <ErrorNote error={exportReport.error ?? saveCopy.error} />
          {shown === null ? null : (
            <ExportedLine exported={shown} onSaveAgain={() => void save(shown)} onDismiss={() => setExported(null)} />
          )}
        </div>
      )}
    </>
  );
}

type ExportedLineProps = { exported: Exported; onSaveAgain(): void; onDismiss(): void };

function ExportedLine({ exported, onSaveAgain, onDismiss }: ExportedLineProps) {
  const { publishing: words } = useMessages();
  const reveal = useCommand(api.shell.reveal);
  const { fileName, pages, sha256, draft, copy } = exported;
  return (
    <p className={classes.line}>
      <b>{words.exported(fileName, pages)}</b>
      {draft ? <span>{words.draftWritten}</span> : null}
      <span>{copy === null ? words.notSaved : words.savedAs(copy.savedAs)}</span>
      <span className={classes.hash} title={sha256}>
        {words.sha256} {sha256.slice(0, 8)}
      </span>
      {copy === null ? (
        <button type="button" className="link-button" onClick={onSaveAgain}>
          {words.saveAgain}
        </button>
      ) : (
        <button type="button" className="link-button" onClick={() => void reveal.run({ token: copy.token })}>
          {words.reveal}
        </button>
      )}
      <button type="button" className="link-button" onClick={onDismiss}>
        {words.dismiss}
      </button>
      <ErrorNote error={reveal.error} />
    </p>
  );
}
