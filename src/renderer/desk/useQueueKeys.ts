import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useMovingKeys } from "./useMovingKeys.ts";
import type { Queue } from "./useQueue.ts";

/** J and K through a queue of findings, with Shift to the next kind. */
export function useQueueKeys({ rows, move, moveTier }: Pick<Queue, "rows" | "move" | "moveTier">): void {
  const { sanitising: words, frame } = useMessages();
  useMovingKeys(rows.length > 0, move);
  const common = { group: frame.places.writeups, keysOnly: true, when: rows.length > 0 } as const;
  useCommands([
    {
      id: "desk.nextTier",
      title: words.commands.nextTier,
      shortcut: "Shift+J",
      ...common,
      run: () => moveTier(1),
    },
    {
      id: "desk.previousTier",
      title: words.commands.previousTier,
      shortcut: "Shift+K",
      ...common,
      run: () => moveTier(-1),
    },
  ]);
}
