import { createJSONStorage, type StateStorage } from "zustand/middleware";

function createMemory(): StateStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

/** The window's own storage; where there is none (unit tests), what is kept lasts as long as the process. */
export const keptStorage = <Kept>() =>
  createJSONStorage<Kept>(() => (typeof window === "undefined" ? createMemory() : window.localStorage));
