import { useRef, useState, type DragEvent } from "react";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./ApprovalDialogs.module.css";

/** The mail or paper an answer came by: dropped here, or chosen. The window's own drop target does not see it. */
export function EvidenceField({ file, onFile }: { file: File | null; onFile(file: File | null): void }) {
  const { approvals, format } = useMessages();
  const words = approvals.recordDialog;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const takeOver = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(isOver);
  };
  return (
    <div
      role="group"
      aria-label={words.evidence}
      className={classes.drop}
      data-over={over}
      onDragEnter={(event) => takeOver(event, true)}
      onDragOver={(event) => takeOver(event, true)}
      onDragLeave={(event) => takeOver(event, false)}
      onDrop={(event) => {
        takeOver(event, false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      {file === null ? (
        <>
          <span>{words.evidenceHint}</span>
          <button type="button" className="link-button" onClick={() => input.current?.click()}>
            {words.choose}
          </button>
        </>
      ) : (
        <>
          <b>{file.name}</b>
          <span>{format.bytes(file.size)}</span>
          <button type="button" className="link-button" onClick={() => onFile(null)}>
            {words.removeEvidence}
          </button>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        data-evidence
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null);
          event.target.value = "";
        }}
      />
    </div>
  );
}
