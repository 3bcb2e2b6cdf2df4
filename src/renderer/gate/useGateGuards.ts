import { useCallback, useEffect } from "react";
import type { TextRef } from "#shared/contract/sanitising.ts";
import { AppError } from "#shared/errors.ts";
import { describeError } from "#shared/messages/messages.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { api, callMethod } from "#renderer/data/api.ts";
import { useClient } from "#renderer/data/CoreProvider.tsx";
import { useNotices } from "#renderer/state/notices.ts";
import { usePreferences } from "#renderer/state/preferences.ts";
import { currentMessages, useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { guardCopies } from "./guardCopies.ts";
import { guardDrags } from "./guardDrags.ts";
import { guardPrinting } from "./guardPrinting.ts";
import "./printing.css";
import { writeClipboard } from "./writeClipboard.ts";

const say = (tone: "done" | "failed", text: string) => useNotices.getState().say({ tone, text });

/**
 * Keeps the ways out of the window: copy, drag, print. Words of a text that is to leave are asked for at the gate; all else
 * can be pasted inside the application, and goes out by a command that is written down.
 */
export function useGateGuards(): void {
  const client = useClient();
  const { gate } = useMessages();

  const clear = useCallback(
    async (text: TextRef, passage: string) => {
      try {
        const cleared = await callMethod(client, api.gate.clear, { text, passage, way: "clipboard" });
        await writeClipboard(cleared.passage);
        say("done", currentMessages().ui.copied);
      } catch (error) {
        const failure = error instanceof AppError ? error : new AppError("internal", {}, { cause: error });
        say("failed", describeError(failure, usePreferences.getState().language));
      }
    },
    [client],
  );
  const copyUnsanitised = useCallback(
    async (plain: string) => {
      const { place, selected } = useWorkplace.getState();
      await callMethod(client, api.gate.copyUnsanitised, { source: selected[place] ?? null });
      await writeClipboard(plain);
      say("done", currentMessages().gate.copying.logged);
    },
    [client],
  );
  const keep = useCallback(
    (plain: string) => {
      const words = currentMessages().gate.copying;
      useNotices.getState().say({
        tone: "done",
        text: words.kept,
        action: { label: words.unsanitised, run: () => void copyUnsanitised(plain) },
      });
    },
    [copyUnsanitised],
  );

  useEffect(
    () => guardCopies({ onLeaving: (text, passage) => void clear(text, passage), onKept: keep }),
    [clear, keep],
  );
  useEffect(() => guardDrags(() => say("failed", currentMessages().gate.copying.noDrag)), []);
  useEffect(() => guardPrinting(() => say("failed", currentMessages().gate.copying.noPrint)), []);
  useCommands([
    {
      id: "gate.copyUnsanitised",
      title: gate.copying.unsanitised,
      reading: gate.copying.unsanitisedReading,
      shortcut: "Ctrl+Alt+C",
      run: () => {
        const plain = document.getSelection()?.toString() ?? "";
        if (plain === "") say("failed", gate.copying.nothingSelected);
        else void copyUnsanitised(plain);
      },
    },
  ]);
}
