import type { Receipt } from "#shared/contract/intake.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import { isArchive, openArchive } from "../mail/openArchive.ts";
import { importMail } from "./importMail.ts";
import type { RosterIndex } from "./rosterIndex.ts";

/** A mail, or an archive of mails; `path` is what receipts call it by, the file's name when there is no path. */
export type IntakeFile = { fileName: string; bytes: Uint8Array; path?: string };

/**
 * Imports a mail, or every mail of an archive one by one, each in its own transaction. What goes wrong with one is told
 * in its receipt, and the others go on.
 */
export function* importFile(session: BookSession, roster: RosterIndex, file: IntakeFile): Generator<Receipt> {
  const path = file.path ?? file.fileName;
  if (!isArchive(file.bytes)) {
    yield attempt(path, () => importMail(session, roster, file));
    return;
  }
  let found = false;
  for (const entry of openArchive(file.bytes, path)) {
    found = true;
    if ("error" in entry) yield failed(entry.path, entry.error);
    else
      yield attempt(entry.path, () =>
        importMail(session, roster, { fileName: nameOf(entry.path), bytes: entry.bytes }),
      );
  }
  if (!found) yield failed(path, new AppError("intake.empty", { file: file.fileName }));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function attempt(path: string, work: () => ReturnType<typeof importMail>): Receipt {
  try {
    const { status, report } = work();
    return { path, status, report: report.id, title: report.title, error: null };
  } catch (error) {
    if (error instanceof AppError) return failed(path, error);
    throw error;
  }
}

export function failed(path: string, { code, params }: AppError): Receipt {
  return { path, status: "failed", report: null, title: null, error: { code, params } };
}
