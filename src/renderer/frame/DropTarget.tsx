import { useEffect, useRef, useState } from "react";
import { MAIL_FILE_ENDINGS } from "#shared/domain/mail.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import classes from "./DropTarget.module.css";
import { useFrameDialogs } from "./frameDialogs.ts";
import { filesOfDrop } from "./importFiles.ts";
import { ReceiptCard } from "./ReceiptCard.tsx";
import { useImportFiles } from "./useImportFiles.ts";

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

/** Pictures are for the text that is open: the window must not hide where in it they would stand. */
const areFigures = (event: DragEvent) => {
  const items = [...(event.dataTransfer?.items ?? [])];
  return items.length > 0 && items.every(({ type }) => type === "image/png" || type === "image/jpeg");
};

/** The whole window takes files: it lights up and says what will happen. Ctrl O opens the system's file dialog. */
export function DropTarget() {
  const { frame } = useMessages();
  const { start, cancel } = useImportFiles();
  const [over, setOver] = useState(false);
  const begin = useRef(start);
  useEffect(() => {
    begin.current = start;
  });
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(!areFigures(event));
    };
    const hover = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      const takenAlready = event.defaultPrevented;
      event.preventDefault();
      depth = 0;
      setOver(false);
      // A picture dropped on a text becomes a figure there.
      if (takenAlready) return;
      void filesOfDrop(event.dataTransfer).then((files) => begin.current(files));
    };
    const listeners = { dragenter: enter, dragover: hover, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, []);
  return (
    <>
      {over ? (
        <div className={classes.target}>
          <p className={classes.title}>{frame.drop.title}</p>
          <p>{frame.drop.detail}</p>
        </div>
      ) : null}
      <FileDialog onFiles={(files) => void start(files)} />
      <ReceiptCard onCancel={cancel} />
    </>
  );
}

function FileDialog({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const wanted = useFrameDialogs((state) => state.opened === "files");
  const close = useFrameDialogs((state) => state.close);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!wanted) return;
    input.current?.click();
    close();
  }, [wanted, close]);
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      accept={MAIL_FILE_ENDINGS.join(",")}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        event.target.value = "";
      }}
    />
  );
}
