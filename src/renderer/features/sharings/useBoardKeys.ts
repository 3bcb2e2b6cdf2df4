import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

export type BoardDirection = "up" | "down" | "left" | "right";

const byTheColumnItself = () => undefined;

/** The keys of the board; those of the focused column are shown with them. */
export function useBoardKeys({ go, carry }: { go(direction: BoardDirection): void; carry(step: 1 | -1): void }): void {
  const { frame, sharings } = useMessages();
  const { group, nextColumn, previousColumn, moveOn, moveBack } = sharings.boardKeys;
  const common = { group, keysOnly: true } as const;
  const hint = { ...common, hintOnly: true, run: byTheColumnItself } as const;
  useCommands([
    { id: "board.down", title: frame.keys.moveDown, shortcut: "J", ...common, run: () => go("down") },
    { id: "board.up", title: frame.keys.moveUp, shortcut: "K", ...common, run: () => go("up") },
    { id: "board.right", title: nextColumn, shortcut: "ArrowRight", ...hint },
    { id: "board.left", title: previousColumn, shortcut: "ArrowLeft", ...hint },
    { id: "board.open", title: frame.keys.openRow, shortcut: "Enter", ...hint },
    { id: "board.on", title: moveOn, shortcut: "Shift+ArrowRight", group, run: () => carry(1) },
    { id: "board.back", title: moveBack, shortcut: "Shift+ArrowLeft", group, run: () => carry(-1) },
  ]);
}
