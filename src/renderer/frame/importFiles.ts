import { AppError, type ErrorCode } from "#shared/errors.ts";
import type { Receipt } from "#shared/contract/intake.ts";
import { MAX_MAIL_BYTES } from "#shared/domain/mail.ts";
import { api, callMethod, type Client } from "#renderer/data/api.ts";

function failureOf(path: string, code: ErrorCode, params: Readonly<Record<string, string | number>>): Receipt {
  return { path, status: "failed", report: null, title: null, error: { code, params: { ...params } } };
}

/** Hands one file to the core. A file over the limit is refused before any of it is read. */
export async function importFile(client: Client, file: File, signal: AbortSignal): Promise<readonly Receipt[]> {
  if (file.size > MAX_MAIL_BYTES) {
    const params = { file: file.name, sizeBytes: file.size, limitBytes: MAX_MAIL_BYTES };
    return [failureOf(file.name, "intake.too-large", params)];
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await callMethod(client, api.intake.importFile, { fileName: file.name, bytes }, { signal });
  } catch (error) {
    if (error instanceof AppError) return [failureOf(file.name, error.code, error.params)];
    return [failureOf(file.name, "storage.unreadable", { file: file.name })];
  }
}

type Entry = FileSystemEntry;

function readBatch(reader: FileSystemDirectoryReader): Promise<Entry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

async function filesOfEntry(entry: Entry): Promise<File[]> {
  if (entry.isFile) {
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const inner of batch) files.push(...(await filesOfEntry(inner)));
  }
  return files;
}

/** Every file dropped, those inside dropped folders too. Must be called while the drop is handled. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  return (await Promise.all(entries.map(filesOfEntry))).flat();
}
