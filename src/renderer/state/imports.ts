import { create } from "zustand";
import type { Receipt } from "#shared/contract/intake.ts";

type Imports = {
  /** Files done and in all, while an import runs. */
  running: { done: number; total: number } | null;
  /** What became of the last import; stays until closed. */
  receipts: readonly Receipt[];
  begin(total: number): void;
  advance(receipts: readonly Receipt[]): void;
  end(): void;
  dismiss(): void;
};

/** The import under way and the result of the last one. */
export const useImports = create<Imports>()((set) => ({
  running: null,
  receipts: [],
  begin: (total) => set({ running: { done: 0, total }, receipts: [] }),
  advance: (receipts) =>
    set((state) => ({
      running: state.running === null ? null : { ...state.running, done: state.running.done + 1 },
      receipts: [...state.receipts, ...receipts],
    })),
  end: () => set({ running: null }),
  dismiss: () => set({ receipts: [] }),
}));
