import type { BookSession } from "../database/bookSession.ts";
import { takeOutFile, type TakenFile } from "../gate/takeOutFile.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { collectExport, type ExportScope } from "./collectExport.ts";
import { writeExport, type ExportFormat } from "./writeExport.ts";

export type ExportRequest = { scope: ExportScope; format: ExportFormat; fileName: string; signal?: AbortSignal };

export type Exported = TakenFile & {
  bytes: Uint8Array;
  indicators: number;
  /** Left out, since they would tell who provided them. */
  leftOut: number;
  /** Left out, since nobody said whose they are. */
  withoutRole: number;
  /** Left out, since the format has no word for them. */
  inexpressible: number;
};

/**
 * Attackers' indicators (and a quarter's figures) as a file, through the gate: read back and scanned before it is stored.
 * @throws AppError record.not-found; gate.leak; gate.unreadable; call.cancelled
 */
export async function exportBook(
  session: BookSession,
  sanitiser: Sanitiser,
  { scope, format, fileName, signal }: ExportRequest,
): Promise<Exported> {
  const { set, stake, leftOut, withoutRole } = await collectExport(session, sanitiser, scope, signal);
  const { bytes, inexpressible } = writeExport(set, format);
  const taken = await takeOutFile(session, sanitiser, {
    bytes,
    format,
    fileName,
    destination: "copy",
    text: null,
    ...stake,
    // What an analyst recorded as the attacker's was looked at; titles were scanned one by one.
    allowed: [...set.indicators.map(({ value }) => value), ...set.indicators.map(({ title }) => title)],
    signal,
  });
  return { ...taken, bytes, indicators: set.indicators.length - inexpressible, leftOut, withoutRole, inexpressible };
}
