import { create } from "zustand";

type RosterView = {
  /** Only the members of this SIG; null for all. */
  sigId: string | null;
  showSig(sigId: string | null): void;
};

/** How 参加組織 is looked at. */
export const useRosterView = create<RosterView>()((set) => ({ sigId: null, showSig: (sigId) => set({ sigId }) }));
