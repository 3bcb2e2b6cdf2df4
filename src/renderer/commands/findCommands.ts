import type { Command } from "./registry.ts";

const KATAKANA = /[\u30a1-\u30f6]/g;

/** Width, case and kana folded, so that アンケン, あんけん and ｱﾝｹﾝ are one. */
export function foldForFinding(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(KATAKANA, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60));
}

/**
 * Commands whose title or reading holds every word typed; those that begin with what was typed come first. Nothing
 * typed: all of them. Commands that are keys only are left out.
 */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const words = foldForFinding(typed).split(/\s+/).filter(Boolean);
  const scored = commands
    .filter((command) => command.keysOnly !== true)
    .flatMap((command) => {
      const title = foldForFinding(command.title);
      const reading = foldForFinding(command.reading ?? "");
      if (!words.every((word) => title.includes(word) || reading.includes(word))) return [];
      const [first = ""] = words;
      const begins = title.startsWith(first) || reading.split(/\s+/).some((part) => part.startsWith(first));
      return [{ command, rank: begins ? 0 : 1 }];
    });
  return scored.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
}
