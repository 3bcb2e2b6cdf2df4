import { useCommands } from "#renderer/commands/useCommands.ts";
import { useMessages } from "#renderer/state/useMessages.ts";

/** J and K in whichever list of the desk is shown. */
export function useMovingKeys(enabled: boolean, move: (step: number) => void): void {
  const { sanitising: words, frame } = useMessages();
  const common = { group: frame.places.writeups, keysOnly: true, when: enabled } as const;
  useCommands([
    { id: "desk.next", title: words.commands.next, shortcut: "J", ...common, run: () => move(1) },
    { id: "desk.previous", title: words.commands.previous, shortcut: "K", ...common, run: () => move(-1) },
    {
      id: "desk.expand",
      title: words.commands.expand,
      shortcut: "Enter",
      hintOnly: true,
      ...common,
      run: () => undefined,
    },
  ]);
}
