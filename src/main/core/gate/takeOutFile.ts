import type { Destination } from "#shared/domain/consent.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { WritableDb } from "../database/handles.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { artifactIdOf, putArtifact } from "../storage/artifactStore.ts";
import { checkWritten } from "./checkWritten.ts";
import type { LeakOptions } from "./findLeaks.ts";
import { insertExit } from "./gateRepository.ts";
import type { FileFormat } from "./reading/readBack.ts";

/** A file that is about to leave. Whether it may (consents, second person) is asked before it is made: see verdict. */
export type OutgoingFile = LeakOptions & {
  /** The bytes; or how to make them, which is then done here so that a failure leaves nothing behind. */
  bytes: Uint8Array | ((signal?: AbortSignal) => Promise<Uint8Array>);
  format: FileFormat;
  /** Neutral: a date, a kind, a number; it is scanned like all else. */
  fileName: string;
  destination: Destination;
  /** The write-up, sharing or quarter it tells of, with the hash of its words; null where it is none of these. */
  text: { id: string; sha256: string | null } | null;
};

export type TakenFile = { artifactId: string; fileName: string; sha256: string };

/** Bytes that were read back and hold nothing that tells; made by `checkFile` alone. */
export type CheckedFile = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly destination: Destination;
  readonly text: OutgoingFile["text"];
};

const checked = new WeakSet<CheckedFile>();

const MEDIA_TYPES: Record<FileFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  markdown: "text/markdown",
  csv: "text/csv",
  stix: "application/stix+json",
  misp: "application/json",
  eml: "message/rfc822",
};

/**
 * Reads a file back and scans it, before anything is stored: for those who store it together with rows of their own.
 * @throws AppError gate.leak, gate.unreadable, call.cancelled, and whatever making it throws
 */
export async function checkFile(sanitiser: Sanitiser, file: OutgoingFile): Promise<CheckedFile> {
  const { format, fileName, destination, text, signal } = file;
  const made = typeof file.bytes === "function" ? await file.bytes(signal) : file.bytes;
  // A copy of its own: what was looked at is what is kept, whatever the maker does with its bytes.
  const bytes = new Uint8Array(made);
  await checkWritten({ bytes, format, fileName }, sanitiser, file);
  const result: CheckedFile = { bytes, sha256: artifactIdOf(bytes), fileName, format, destination, text };
  checked.add(result);
  return result;
}

/** Stores a checked file and writes it into the ledger of what left; inside the caller's transaction. */
export function keepFile(db: WritableDb, session: BookSession, file: CheckedFile): TakenFile {
  const { bytes, sha256, fileName, format, destination, text } = file;
  if (!checked.has(file) || artifactIdOf(bytes) !== sha256) throw new AppError("gate.unreadable", { file: fileName });
  const at = session.now();
  const artifactId = putArtifact(db, { bytes, fileName, mediaType: MEDIA_TYPES[format], addedAt: at });
  insertExit(db, {
    id: session.newId(),
    at,
    by: session.actor,
    textId: text?.id ?? null,
    textSha256: text?.sha256 ?? null,
    destination,
    format,
    fileName,
    sha256,
    artifactId,
  });
  return { artifactId, fileName, sha256 };
}

/**
 * The one way out for a file of whatever kind: made, read back by independent readers, scanned, stored, and written into the
 * ledger in one transaction. Bulletins, packets, mail drafts, lists of indicators, STIX, MISP, XLSX and the quarterly report
 * take this way. Several files of one act: `checkFile` each, then `keepFile` each in one `session.write`.
 *
 * @param store further rows of the caller, in the same transaction
 * @throws AppError gate.leak {where, detail, kind, count}; gate.unreadable {file, reason}; call.cancelled
 */
export async function takeOutFile(
  session: BookSession,
  sanitiser: Sanitiser,
  file: OutgoingFile,
  store: (db: WritableDb, taken: TakenFile) => void = () => undefined,
): Promise<TakenFile> {
  const found = await checkFile(sanitiser, file);
  return session.write("gate.takeOut", (db) => {
    const taken = keepFile(db, session, found);
    store(db, taken);
    return taken;
  });
}
