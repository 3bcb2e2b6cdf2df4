import { useEffect } from "react";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { FirstStart } from "#renderer/features/firstStart/FirstStart.tsx";
import { OpenBookContext } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { Frame } from "./Frame.tsx";

/** Without an open casebook the first start, with one the frame and its places. */
export function Window({ restarted, onReopened }: { restarted: boolean; onReopened: () => void }) {
  const { ui, frame } = useMessages();
  const { data: book, error, isPending } = useRead(api.casebook.current, {});
  const title = book ? `${book.name} - ${frame.appName}` : frame.appName;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isOpen = book !== null && book !== undefined;
  useEffect(() => {
    if (isOpen && restarted) onReopened();
  }, [isOpen, restarted, onReopened]);
  if (error !== null) return <ErrorNote error={error} />;
  if (isPending) return <SkeletonLines count={3} label={ui.loading} />;
  if (!isOpen) return <FirstStart notice={restarted ? frame.restarted : null} />;
  return (
    <OpenBookContext value={book}>
      <Frame book={book} />
    </OpenBookContext>
  );
}
