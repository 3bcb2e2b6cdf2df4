import { mkdir, open, unlink } from "node:fs/promises";
import { join, parse } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { CopyToSave } from "./shell.ts";

/** Names that Windows gives to devices, whatever their ending. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** A file name may have 255 bytes; the rest is for " (99)" and the ending. */
const MAX_NAME_BYTES = 200;
const MAX_TRIES = 1000;

/** A name that every file system takes, and that means the same to a reader. */
export function makeSafeFileName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const { name: stem, ext } = parse(cleaned);
  const ending = Buffer.byteLength(ext) <= 20 ? ext : "";
  const safeStem = cutToBytes(WINDOWS_DEVICE.test(stem) ? `${stem}_` : stem, MAX_NAME_BYTES) || "document";
  return `${safeStem}${ending}`;
}

/** The longest beginning of whole characters within `maxBytes` of UTF-8. */
function cutToBytes(text: string, maxBytes: number): string {
  let cut = "";
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    cut += character;
  }
  return cut;
}

function errorCodeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The failure in a person's words, or the error itself when nobody foresaw it. */
export function describeWriteFailure(error: unknown, fileName: string): unknown {
  switch (errorCodeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new AppError("storage.full", { file: fileName }, { cause: error });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new AppError("storage.no-permission", { file: fileName }, { cause: error });
    default:
      return error;
  }
}

/** Writes a whole new file, never over another and never half: a failed write is taken away again. */
async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.close();
    await unlink(path);
    throw error;
  }
  await file.close();
}

/** Saves into `folder` under the proposed name, or "name (2)" … when that is taken. Answers the path. */
export async function saveCopyInFolder(folder: string, { fileName, bytes }: CopyToSave): Promise<string> {
  const { name, ext } = parse(makeSafeFileName(fileName));
  try {
    await mkdir(folder, { recursive: true });
    for (let number = 1; number <= MAX_TRIES; number += 1) {
      const path = join(folder, number === 1 ? `${name}${ext}` : `${name} (${number})${ext}`);
      try {
        await writeNewFile(path, bytes);
        return path;
      } catch (error) {
        if (errorCodeOf(error) !== "EEXIST") throw error;
      }
    }
    throw new Error(`${MAX_TRIES} files of this name`);
  } catch (error) {
    throw describeWriteFailure(error, fileName);
  }
}
