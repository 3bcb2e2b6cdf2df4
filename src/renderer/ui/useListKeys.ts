import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

/** J and K, the place's way of moving in its list from wherever the focus is. */
export function useListKeys({ enabled, move }: { enabled: boolean; move(step: number): void }): void {
  const { keys } = useMessages().frame;
  useCommands(
    enabled
      ? [
          {
            id: "list.next",
            title: keys.moveDown,
            shortcut: "J",
            group: keys.list,
            keysOnly: true,
            run: () => move(1),
          },
          {
            id: "list.previous",
            title: keys.moveUp,
            shortcut: "K",
            group: keys.list,
            keysOnly: true,
            run: () => move(-1),
          },
        ]
      : [],
  );
}
