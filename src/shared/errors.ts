/**
 * Every failure a person can meet has a code here, a sentence per language in `messages/`, and parameters that
 * name the thing concerned. Anything else that is thrown becomes `internal` with a trace id.
 */
export const ERROR_CODES = [
  "internal",
  "core.restarted",
  "thread.stopped",
  "call.invalid",
  "call.cancelled",
  "casebook.not-open",
  "casebook.not-found",
  "casebook.exists",
  "casebook.wrong-passphrase",
  "casebook.passphrase-missing",
  "casebook.passphrase-too-short",
  "casebook.in-use",
  "casebook.damaged",
  "casebook.not-a-casebook",
  "database.from-newer-app",
  "database.migration-mismatch",
  "storage.no-permission",
  "storage.full",
  "storage.not-found",
  "storage.is-folder",
  "storage.unreadable",
  "record.not-found",
  "record.changed-meanwhile",
  "intake.no-permission",
  "intake.too-large",
  "intake.empty",
  "intake.not-a-mail",
  "intake.damaged",
  "intake.too-many-parts",
  "intake.nested-too-deep",
  "intake.archive-bomb",
  "intake.archive-damaged",
  "intake.archive-encrypted",
  "exchange.invalid-line",
  "exchange.unknown-format",
  "quarter.invalid",
  "quarter.already-frozen",
  "quarter.undetermined-open",
  "quarter.not-over",
  "publishing.nothing-to-report",
  "publishing.typesetting-failed",
  "cases.not-a-picture",
  "links.exists",
  "links.to-itself",
  "writeups.no-narrative",
  "sanitising.must-stays",
  "sanitising.reason-missing",
  "sanitising.words-missing",
  "sanitising.words-fixed",
  "sanitising.label-taken",
  "sanitising.findings-open",
  "gate.closed",
  "gate.leak",
  "gate.unreadable",
  "gate.same-person",
  "approvals.terms-missing",
  "approvals.nobody-to-ask",
  "sharings.withdrawn",
  "sharings.nobody-to-tell",
  "sharings.already-out",
  "sharings.note-tells",
  "pictures.too-large",
  "pictures.damaged",
  "shell.browser-missing",
  "shell.browser-failed",
  "shell.driving-forbidden",
  "undo.nothing",
  "undo.conflict",
  "usage",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values put into the message; numbers are formatted by the message. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What crosses the wire in place of an exception. `traceId` is set for `internal` only. */
export type ErrorValue = { code: ErrorCode; params: ErrorParams; traceId?: string };

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = "AppError";
    this.code = code;
    this.params = params;
  }
}
