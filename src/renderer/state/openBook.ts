import { createContext, use } from "react";
import type { Quarter } from "#shared/domain/quarter.ts";
import type { OpenBook } from "#shared/contract/casebook.ts";
import { useWorkplace } from "./workplace.ts";

export const OpenBookContext = createContext<OpenBook | null>(null);

/** The casebook that is open; only for what is shown inside the frame. */
export function useOpenBook(): OpenBook {
  const book = use(OpenBookContext);
  if (book === null) throw new Error("no casebook is open");
  return book;
}

/** The quarter shown in every place: the one chosen in the top bar, else the book's own first. */
export function useShownQuarter(): Quarter {
  const book = useOpenBook();
  return useWorkplace((state) => state.quarter) ?? book.quarter;
}
