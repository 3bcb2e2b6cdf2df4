import type { BookSession } from "./database/bookSession.ts";
import type { Sanitiser } from "./sanitising/sanitiser.ts";

/** What a feature's handlers are built from. */
export type FeatureContext = {
  /** @throws AppError casebook.not-open */
  book(): BookSession;
  /** The sanitising engine over the open book's roster. @throws AppError casebook.not-open */
  sanitiser(): Sanitiser;
};
