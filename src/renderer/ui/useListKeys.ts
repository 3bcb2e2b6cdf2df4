import type { Command } from "#renderer/commands/registry.ts";
import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

const byTheListItself = () => undefined;

/** J and K, the place's way of moving in its list from wherever the focus is; the list's other keys are shown with them. */
export function useListKeys({
  enabled,
  ticks,
  move,
}: {
  enabled: boolean;
  ticks: boolean;
  move(step: number): void;
}): void {
  const { keys } = useMessages().frame;
  const common = { group: keys.list, keysOnly: true } as const;
  const hint = { ...common, hintOnly: true, run: byTheListItself } as const;
  const commands: Command[] = [
    { id: "list.next", title: keys.moveDown, shortcut: "J", ...common, run: () => move(1) },
    { id: "list.previous", title: keys.moveUp, shortcut: "K", ...common, run: () => move(-1) },
    { id: "list.open", title: keys.openRow, shortcut: "Enter", ...hint },
    { id: "list.first", title: keys.firstRow, shortcut: "Home", ...hint },
    { id: "list.last", title: keys.lastRow, shortcut: "End", ...hint },
    { id: "list.tick", title: keys.selectRow, shortcut: "Space", ...hint, when: ticks },
  ];
  useCommands(enabled ? commands : []);
}
