import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { AppError } from "#shared/errors.ts";
import { mapFileError } from "#core/storage/atomicWrite.ts";
import { createBook, openBook } from "#core/casebook/openBook.ts";
import { removeDatabaseFiles } from "#core/database/openDatabase.ts";
import type { BookSession } from "#core/database/bookSession.ts";

/** Options that every command takes. */
export type CommonOptions = { json?: boolean; passphraseFile?: string; by?: string };

/** Where a command's words go. */
export type CliIo = {
  /** One JSON value or plain lines on standard output. */
  print(text: string): void;
  /** Progress and messages on standard error. */
  say(text: string): void;
};

/** @throws AppError casebook.passphrase-missing, storage.* */
export function readPassphrase({ passphraseFile }: CommonOptions): string {
  if (passphraseFile !== undefined) {
    try {
      return readFileSync(passphraseFile, "utf8").replace(/\r?\n$/, "");
    } catch (error) {
      throw mapFileError(error, passphraseFile);
    }
  }
  const passphrase = process.env.CASEBOOK_PASSPHRASE;
  if (!passphrase) throw new AppError("casebook.passphrase-missing");
  return passphrase;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return "casebook";
  }
}

export function bookOptions(options: CommonOptions): { passphrase: string; actor: string } {
  return { passphrase: readPassphrase(options), actor: options.by ?? accountName() };
}

/** Opens a book for the time of one command. */
export async function withBook<T>(
  path: string,
  options: CommonOptions,
  work: (session: BookSession) => T | Promise<T>,
): Promise<T> {
  const session = openBook(path, bookOptions(options));
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

/** Makes a new book and fills it; nothing is left of it when the filling fails. */
export async function makeBook<T>(
  path: string,
  options: CommonOptions,
  fill: (session: BookSession) => T | Promise<T>,
): Promise<T> {
  const session = createBook(path, bookOptions(options));
  try {
    const filled = await fill(session);
    session.close();
    return filled;
  } catch (error) {
    session.close();
    removeDatabaseFiles(path);
    throw error;
  }
}
