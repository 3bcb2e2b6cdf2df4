import type { AppError } from "#shared/errors.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { flushDrafts } from "#renderer/ui/editor/textDrafts.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "./useCommand.ts";
import { useRead } from "./useRead.ts";

export type WriteupOfCase = {
  /** Whether the case has one; undefined until known. */
  exists: boolean | undefined;
  pending: boolean;
  error: AppError | null;
  /** Goes to the write-up on its desk, which is begun when there is none. */
  open(): void;
};

/** The way from a case to its write-up. */
export function useWriteupOfCase(caseId: string): WriteupOfCase {
  const go = useWorkplace((state) => state.go);
  const { data } = useRead(api.writeups.ofCase, { caseId });
  const create = useCommand(api.writeups.create);
  const open = async () => {
    // What is still being typed into the narrative belongs to what the write-up is made from.
    await flushDrafts();
    const writeup = data ?? (await create.run({ caseId }));
    if (writeup !== undefined) go("writeups", writeup.id);
  };
  return {
    exists: data === undefined ? undefined : data !== null,
    pending: create.pending,
    error: create.error,
    open: () => void open(),
  };
}
