import { createContext, use } from "react";

/** Something a text can cite; `id` is what its call names. */
export type Reference = { id: string; title: string; note: string };

export const ReferenceContext = createContext<readonly Reference[]>([]);

export function useReferences(): readonly Reference[] {
  return use(ReferenceContext);
}
