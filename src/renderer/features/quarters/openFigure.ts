import { create } from "zustand";
import type { FigureKey } from "#shared/contract/quarters.ts";
import type { Quarter } from "#shared/domain/quarter.ts";

/** A number whose records are open at the side. */
export type OpenFigure = {
  quarter: Quarter;
  figure: FigureKey;
  /** The category's or campaign's id where the figure has one. */
  part: string | null;
  /** What the number is called, and the number as shown. */
  name: string;
  value: string;
};

type OpenFigureState = { opened: OpenFigure | null; open(figure: OpenFigure): void; close(): void };

export const useOpenFigure = create<OpenFigureState>()((set) => ({
  opened: null,
  open: (opened) => set({ opened }),
  close: () => set({ opened: null }),
}));
