import type { TextRef } from "#shared/contract/sanitising.ts";
import type { AppError } from "#shared/errors.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { writeClipboard } from "#renderer/gate/writeClipboard.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

type ClearedCopy = { copy(passage: string): Promise<void>; pending: boolean; error: AppError | null };

/** Puts a passage on the clipboard once the gate has cleared it, and only what came back from there. */
export function useClearedCopy(text: TextRef): ClearedCopy {
  const { ui } = useMessages();
  const clear = useCommand(api.gate.clear);
  return {
    async copy(passage) {
      const cleared = await clear.run({ text, passage, way: "clipboard" });
      if (cleared === undefined) return;
      await writeClipboard(cleared.passage);
      useNotices.getState().say({ tone: "done", text: ui.copied });
    },
    pending: clear.pending,
    error: clear.error,
  };
}
