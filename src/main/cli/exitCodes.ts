import { AppError, type ErrorCode } from "#shared/errors.ts";

/** interchange.md: 0 done; 1 the input was refused; 2 wrong usage; 3 the book cannot be opened. */
export const EXIT = { done: 0, refused: 1, usage: 2, cannotOpen: 3 } as const;

const CANNOT_OPEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "casebook.not-found",
  "casebook.wrong-passphrase",
  "casebook.passphrase-missing",
  "casebook.in-use",
  "casebook.damaged",
  "casebook.not-a-casebook",
  "database.from-newer-app",
  "database.migration-mismatch",
]);

/** `verify` found something; what it found is printed already. */
export class VerifyFailed extends Error {}

/** Nothing of what was to be imported could be; why is said already, for each file. */
export class ImportRefused extends Error {}

export function exitCodeOf(error: unknown): number {
  if (error instanceof VerifyFailed || error instanceof ImportRefused) return EXIT.refused;
  if (!(error instanceof AppError)) return EXIT.refused;
  if (error.code === "usage" || error.code === "quarter.invalid") return EXIT.usage;
  return CANNOT_OPEN.has(error.code) ? EXIT.cannotOpen : EXIT.refused;
}
