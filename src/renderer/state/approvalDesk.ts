import { create } from "zustand";
import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Party } from "#shared/domain/consent.ts";

/** What is wanted of the providers of a text: to ask for their consent, or to write down what they answered. */
export type ApprovalTask = {
  text: TextRef;
  mode: "ask" | "record";
  /** The one it is about, to begin with; all of them when left out. */
  party?: Party;
};

type ApprovalDesk = {
  opened: ApprovalTask | null;
  open(task: ApprovalTask): void;
  close(): void;
};

/** The dialogs 承認を求める and 承認を記録 stand in the frame; any place opens them for its text. */
export const useApprovalDesk = create<ApprovalDesk>()((set) => ({
  opened: null,
  open: (opened) => set({ opened }),
  close: () => set({ opened: null }),
}));
