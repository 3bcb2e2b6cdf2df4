import { create } from "zustand";
import type { DrawnFigure } from "#shared/contract/pictures.ts";
import type { TextRef } from "#shared/contract/sanitising.ts";

/** What is wanted of the figures of a text: to look at a picture and mask it, or to draw a figure from what was received. */
export type PictureTask =
  | { kind: "inspect"; text: TextRef; artifactId: string }
  | {
      kind: "draw";
      text: TextRef;
      figure: DrawnFigure["figure"];
      insert(figure: DrawnFigure): void;
      /** Nothing was drawn: back to where it would have stood. */
      leave(): void;
    };

type PictureDesk = {
  opened: PictureTask | null;
  open(task: PictureTask): void;
  close(): void;
};

/** The dialogs for pictures and drawn figures stand in the frame; any place opens them for its text. */
export const usePictureDesk = create<PictureDesk>()((set) => ({
  opened: null,
  open: (opened) => set({ opened }),
  close: () => set({ opened: null }),
}));
