import { useRef } from "react";
import { quarterOf } from "#shared/domain/quarter.ts";
import { api, callMethod, type Client } from "#renderer/data/api.ts";
import { useClient } from "#renderer/data/CoreProvider.tsx";
import { useImports } from "#renderer/state/imports.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { importFile } from "./importFiles.ts";

export type ImportFiles = { start(files: readonly File[]): Promise<void>; cancel(): void };

/** Opens a report just taken in, in the list of the quarter it was received in. */
async function showReport(client: Client, reportId: string): Promise<void> {
  const { go, showQuarter } = useWorkplace.getState();
  const { receivedAt } = await callMethod(client, api.reports.get, { id: reportId });
  showQuarter(quarterOf(receivedAt));
  go("reports", reportId);
}

/** Imports files one after another; each is saved as it comes, so that stopping loses nothing. */
export function useImportFiles(): ImportFiles {
  const client = useClient();
  const running = useRef<AbortController | null>(null);
  return {
    async start(files) {
      const { begin, advance, end } = useImports.getState();
      if (files.length === 0 || running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      begin(files.length);
      let firstReport: string | null = null;
      for (const file of files) {
        if (controller.signal.aborted) break;
        const receipts = await importFile(client, file, controller.signal);
        firstReport ??= receipts.find(({ status }) => status === "imported")?.report ?? null;
        advance(receipts);
      }
      running.current = null;
      end();
      if (firstReport !== null) await showReport(client, firstReport);
    },
    cancel: () => running.current?.abort(),
  };
}
