import { fold } from "#shared/domain/fold.ts";
import type { Command } from "./registry.ts";

/**
 * Commands whose title or reading holds every word typed, width, case and kana apart; those that begin with what was typed come first. Nothing
 * typed: all of them. Commands that are keys only are left out.
 */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const scored = commands
    .filter((command) => command.keysOnly !== true)
    .flatMap((command) => {
      const title = fold(command.title);
      const reading = fold(command.reading ?? "");
      if (!words.every((word) => title.includes(word) || reading.includes(word))) return [];
      const [first = ""] = words;
      const begins = title.startsWith(first) || reading.split(/\s+/).some((part) => part.startsWith(first));
      return [{ command, rank: begins ? 0 : 1 }];
    });
  return scored.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
}
