import { create } from "zustand";

/** What floats over the frame; `files` is the system's own file dialog. */
export type FrameDialog = "palette" | "keys" | "files";

type FrameDialogs = {
  opened: FrameDialog | null;
  open(dialog: FrameDialog): void;
  close(): void;
};

export const useFrameDialogs = create<FrameDialogs>()((set) => ({
  opened: null,
  open: (opened) => set({ opened }),
  close: () => set({ opened: null }),
}));
