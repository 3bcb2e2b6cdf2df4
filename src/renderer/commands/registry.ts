import { create } from "zustand";
import type { Shortcut } from "./shortcut.ts";

/** One thing a person can do. Menu, palette, shortcuts and buttons all come from here. */
export type Command = {
  /** `feature.verb`, unique. */
  id: string;
  title: string;
  /** Hiragana readings and other words to find it by, separated by spaces. */
  reading?: string;
  shortcut?: Shortcut;
  /** Shown under this heading among the keys of a place; those of everywhere have none. */
  group?: string;
  /** Offered only when this is true; always when left out. */
  when?: boolean;
  /** Works while a dialog is open; otherwise a dialog takes all keys. */
  inDialogs?: boolean;
  /** Keys only: not worth a line in the palette (moving in a list). */
  keysOnly?: boolean;
  /** Only shown among the keys: the element that has the focus acts on it. */
  hintOnly?: boolean;
  run(): void;
};

type Registry = {
  /** Commands by owner; the owner registered last wins a shortcut. */
  owners: ReadonlyMap<string, readonly Command[]>;
  register(owner: string, commands: readonly Command[]): void;
  withdraw(owner: string): void;
};

export const useRegistry = create<Registry>()((set) => ({
  owners: new Map(),
  register: (owner, commands) =>
    set((state) => {
      const owners = new Map(state.owners);
      owners.set(owner, commands);
      return { owners };
    }),
  withdraw: (owner) =>
    set((state) => {
      const owners = new Map(state.owners);
      owners.delete(owner);
      return { owners };
    }),
}));

/** What can be done now; the nearest to the person (registered last) first, each id once. */
export function availableCommands(owners: ReadonlyMap<string, readonly Command[]>): Command[] {
  const nearestFirst = [...owners.values()].reverse().flat();
  const seen = new Set<string>();
  return nearestFirst.filter((command) => {
    if (command.when === false || seen.has(command.id)) return false;
    seen.add(command.id);
    return true;
  });
}
