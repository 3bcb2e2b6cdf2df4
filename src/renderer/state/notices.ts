import { create } from "zustand";

/** A short word on what was just done, with at most one thing to do about it. */
export type Notice = {
  id: number;
  text: string;
  tone: "done" | "failed";
  action?: { label: string; run(): void };
};

type Notices = {
  notices: readonly Notice[];
  say(notice: Omit<Notice, "id">): void;
  dismiss(id: number): void;
  /** They name records: none stays when the book is locked. */
  forget(): void;
};

let lastId = 0;

/** Receipts of what was done, shown one above the other at the lower right for a few seconds. */
export const useNotices = create<Notices>()((set) => ({
  notices: [],
  say: (notice) => set((state) => ({ notices: [...state.notices.slice(-3), { ...notice, id: ++lastId }] })),
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  forget: () => set({ notices: [] }),
}));
