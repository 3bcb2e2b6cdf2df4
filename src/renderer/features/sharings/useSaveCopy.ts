import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import type { AppError } from "#shared/errors.ts";

type KeptFile = { artifactId: string; fileName: string };

/** Puts a copy of a file kept in the book where the analyst wants it, and says where. */
export function useSaveCopy(): { save(file: KeptFile): Promise<void>; error: AppError | null } {
  const { sharings } = useMessages();
  const say = useNotices((state) => state.say);
  const saveCopy = useCommand(api.shell.saveCopy);
  const reveal = useCommand(api.shell.reveal);
  return {
    async save({ artifactId, fileName }) {
      const saved = await saveCopy.run({ artifactId, fileName });
      if (saved === undefined || saved === null) return;
      const action = { label: sharings.reveal, run: () => void reveal.run({ token: saved.token }) };
      say({ tone: "done", text: sharings.savedAs(saved.savedAs), action });
    },
    error: saveCopy.error ?? reveal.error,
  };
}
