import { AppError } from "#shared/errors.ts";

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/**
 * Turns what SQLite or the file system says into what a person can act on. A passphrase that does not fit and a
 * damaged first page look the same from outside, since both make the page unreadable.
 * @param file the casebook's file name, for the message
 */
export function mapSqliteError(error: unknown, file: string): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === "SQLITE_NOTADB") return new AppError("casebook.wrong-passphrase", { file }, { cause: error });
  if (code.startsWith("SQLITE_CORRUPT") || code.startsWith("SQLITE_IOERR")) {
    return new AppError("casebook.damaged", { file }, { cause: error });
  }
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new AppError("casebook.in-use", { file }, { cause: error });
  }
  if (code === "SQLITE_FULL" || code === "ENOSPC") return new AppError("storage.full", { file }, { cause: error });
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code) || code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new AppError("storage.no-permission", { file }, { cause: error });
  }
  return error;
}
