import type { BookSession } from "../database/bookSession.ts";
import type { Finding } from "../sanitising/finding.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findScannedRoster } from "../sanitising/sanitisingRepository.ts";
import { findMisreadNames } from "./misreadNames.ts";

/** Whose names are at stake in the text that shows the picture. */
export type PictureStake = { parties?: readonly string[]; outsiders?: readonly string[] };

/**
 * Looks in what OCR read for whatever could tell who provided it: the engine's findings, and names of those at stake that
 * were misread by a letter. The novelty gate is not asked: misread letters make words that nobody ever published.
 * @throws AppError call.cancelled, thread.stopped
 */
export async function scanWords(
  session: BookSession,
  sanitiser: Sanitiser,
  text: string,
  { parties = [], outsiders = [] }: PictureStake,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const findings = await sanitiser.scan(text, { parties, outsiders, novelty: false, ...(signal && { signal }) });
  const atStake = new Set(parties);
  const roster = session.read(findScannedRoster).filter(({ id }) => atStake.has(id));
  const names = roster.flatMap(({ name, aliases, persons }) => [
    name,
    ...aliases,
    ...persons.map((person) => person.name),
  ]);
  return [...findings, ...findMisreadNames(text, [...names, ...outsiders])];
}
