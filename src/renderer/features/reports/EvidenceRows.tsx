import { Button } from "@mantine/core";
import type { Evidence } from "#shared/contract/reports.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { RowTable } from "#renderer/ui/RowTable.tsx";
import { StatusMark } from "#renderer/ui/StatusMark.tsx";
import classes from "./ReportDetail.module.css";

const VAGUE_TYPES = new Set(["", "application/octet-stream", "application/x-unknown"]);

/** A type that was declared and is another: a document that is a program. */
function isMisdeclared({ declaredType, trueType }: Evidence): boolean {
  return !VAGUE_TYPES.has(declaredType) && !VAGUE_TYPES.has(trueType) && declaredType !== trueType;
}

/** The files kept with a report: never opened here, copied out only where the user wants them. */
export function EvidenceRows({ evidence }: { evidence: readonly Evidence[] }) {
  const { reports, format } = useMessages();
  const { files, fileTypes } = reports;
  const say = useNotices((state) => state.say);
  const saveCopy = useCommand(api.shell.saveCopy);
  const reveal = useCommand(api.shell.reveal);
  const save = async (file: Evidence) => {
    const saved = await saveCopy.run({ artifactId: file.artifactId, fileName: file.fileName });
    if (saved === undefined || saved === null) return;
    const action = { label: files.reveal, run: () => void reveal.run({ token: saved.token }) };
    say({ tone: "done", text: files.saved(saved.savedAs), action });
  };
  const typeName = (type: string) => fileTypes[type] ?? type;
  return (
    <>
      <RowTable
        label={files.title}
        rows={evidence}
        keyOf={(file) => `${file.role} ${file.artifactId} ${file.fileName}`}
        columns={[
          { id: "name", title: files.columns.name, grows: true, cell: (file) => file.fileName },
          {
            id: "type",
            title: files.columns.trueType,
            cell: (file) => (
              <>
                {file.role === "source" ? files.source : typeName(file.trueType)}
                {file.role === "attachment" && isMisdeclared(file) ? (
                  <div title={files.declared(file.declaredType)}>
                    <StatusMark shape="triangle" tone="wait">
                      {files.mismatch}
                    </StatusMark>
                  </div>
                ) : null}
              </>
            ),
          },
          { id: "size", title: files.columns.size, align: "end", cell: (file) => format.bytes(file.sizeBytes) },
          {
            id: "sha256",
            title: files.columns.sha256,
            cell: (file) => (
              <code className={classes.cell} title={file.sha256}>
                {file.sha256.slice(0, 8)}
              </code>
            ),
          },
          {
            id: "save",
            title: "",
            align: "end",
            cell: (file) => (
              <Button size="compact-xs" onClick={() => void save(file)}>
                {files.saveCopy}
              </Button>
            ),
          },
        ]}
      />
      <ErrorNote error={saveCopy.error ?? reveal.error} />
    </>
  );
}
