import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { api } from "#renderer/data/api.ts";
import { forgetRows } from "#renderer/data/queryClient.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { FirstStart } from "#renderer/features/firstStart/FirstStart.tsx";
import { forgetCopied } from "#renderer/gate/innerClipboard.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import type { OpenBook } from "#shared/contract/casebook.ts";
import { useApprovalDesk } from "#renderer/state/approvalDesk.ts";
import { useCaseFilter } from "#renderer/state/caseFilter.ts";
import { useEntryDraft } from "#renderer/state/entryDraft.ts";
import { useImports } from "#renderer/state/imports.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { OpenBookContext } from "#renderer/state/openBook.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { currentMessages, useMessages } from "#renderer/state/useMessages.ts";
import { forgetDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { Frame } from "./Frame.tsx";
import { NoticeStack } from "./NoticeStack.tsx";
import { useRefuseDrops } from "./useRefuseDrops.ts";
import classes from "./Window.module.css";

/** Without an open casebook the first start, with one the frame and its places. */
export function Window({ restarted, onReopened }: { restarted: boolean; onReopened: () => void }) {
  const { ui, frame } = useMessages();
  const { data: book, error, isPending } = useRead(api.casebook.current, {});
  const isOpen = book !== null && book !== undefined;
  const title = isOpen ? `${book.name} - ${frame.appName}` : frame.appName;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (isOpen && restarted) onReopened();
  }, [isOpen, restarted, onReopened]);
  const isEntered = useEnteredBook(book ?? null);
  useForgetOnLock(book === null);
  const refuse = useCallback(() => {
    useNotices.getState().say({ tone: "failed", text: currentMessages().frame.drop.notOpen });
  }, []);
  useRefuseDrops(!isOpen, refuse);

  if (error !== null) return <ErrorNote error={error} />;
  if (isPending || (isOpen && !isEntered)) return <SkeletonLines count={3} label={ui.loading} />;
  if (!isOpen) {
    return (
      <>
        <FirstStart notice={restarted ? frame.restarted : null} />
        <div className={classes.floating}>
          <NoticeStack />
        </div>
      </>
    );
  }
  return (
    <OpenBookContext value={book}>
      <Frame book={book} />
    </OpenBookContext>
  );
}

/** Where one was is kept for the book it was in; another book begins at its own quarter. */
function useEnteredBook(book: OpenBook | null): boolean {
  const bookName = useWorkplace((state) => state.bookName);
  const enterBook = useWorkplace((state) => state.enterBook);
  useEffect(() => {
    if (book !== null && book.name !== bookName) enterBook(book);
  }, [book, bookName, enterBook]);
  return book !== null && book.name === bookName;
}

/** A locked book leaves nothing of it in the window. */
function useForgetOnLock(isLocked: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isLocked) return;
    forgetRows(queryClient);
    useEntryDraft.getState().clear();
    useImports.getState().dismiss();
    useNotices.getState().forget();
    useWorkplace.getState().setSearchText("");
    useCaseFilter.getState().clear();
    useApprovalDesk.getState().close();
    useSharingsView.getState().closeDesk();
    forgetDrafts();
    forgetCopied();
  }, [isLocked, queryClient]);
}
