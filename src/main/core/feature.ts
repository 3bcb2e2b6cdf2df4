import type { BookSession } from "./database/bookSession.ts";

/** What a feature's handlers are built from. */
export type FeatureContext = {
  /** @throws AppError casebook.not-open */
  book(): BookSession;
};
