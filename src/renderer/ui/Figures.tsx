import type { ReactNode } from "react";

/** Figures in a column: the fixed-width face, so that they stand under one another. */
export function Figures({ children }: { children: ReactNode }) {
  return <span className="figures">{children}</span>;
}
