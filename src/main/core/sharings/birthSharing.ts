import { Origin } from "#shared/domain/vocabulary.ts";
import { AppError } from "#shared/errors.ts";
import { findCase } from "../cases/caseRepository.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findReportRecords } from "../reports/reportRepository.ts";
import { maskText, type MaskedText, type Stake } from "../sanitising/maskText.ts";
import { outsideEntity, type Sanitiser } from "../sanitising/sanitiser.ts";
import { findPseudonyms } from "../sanitising/pseudonymRepository.ts";
import { storeAllotted } from "../sanitising/pseudonymStore.ts";
import { stakeOf } from "../sanitising/readMatter.ts";
import { findParties, findReportIdsOfCases, readText } from "../sanitising/textRepository.ts";
import { findWriteupOfCase } from "../writeups/writeupRepository.ts";
import { findIndicatorsOf, indicatorKey } from "./indicatorRepository.ts";
import { judgeIndicators } from "./judgeIndicators.ts";
import { createSharing, type NewSharing } from "./sharingService.ts";

/** A mail's first pages say what happened; the rest of a long one is not what a bulletin begins with. */
const LONGEST_BODY = 10_000;

/** Words and letters of a text as it is born: nothing in it tells who provided it. */
type Born = MaskedText & { parts: Omit<NewSharing, "title" | "body"> };

/**
 * Begins a sharing of a case: its write-up's words with the letters they have there, or where there is none its narrative
 * sanitised; its reports; TLP:AMBER.
 *
 * @returns the sharing's id
 * @throws AppError record.not-found
 */
export async function createFromCase(session: BookSession, sanitiser: Sanitiser, caseId: string): Promise<string> {
  const { found, writeup, stake, reportIds } = session.read((db) => ({
    found: requireCase(db, caseId),
    writeup: readWriteup(db, caseId),
    stake: stakeOfReports(db, [caseId], findReportIdsOfCases(db, [caseId])),
    reportIds: findReportIdsOfCases(db, [caseId]),
  }));
  const { title, narrative, origin } = found.record;
  const words = writeup ?? (await maskText(sanitiser, { title, body: narrative }, stake));
  const withheld = await findTelling(session, sanitiser, reportIds, stake);
  return bear(session, "sharings.createFromCase", {
    ...words,
    parts: { origin: Origin.parse(origin), caseIds: [caseId], reportIds, withheld },
  });
}

/**
 * Begins a sharing of reports, joined into one: what they say, sanitised, one after the other.
 *
 * @param title its title; the first report's when left out
 * @throws AppError record.not-found
 */
export async function createFromReports(
  session: BookSession,
  sanitiser: Sanitiser,
  reportIds: readonly string[],
  title?: string,
): Promise<string> {
  const { records, stake } = session.read((db) => ({
    records: findReportRecords(db, reportIds),
    stake: stakeOfReports(db, [], reportIds),
  }));
  const known = new Set(records.map(({ id }) => id));
  const missing = reportIds.find((id) => !known.has(id));
  if (missing !== undefined) throw new AppError("record.not-found", { record: missing });
  const body = records.map((record) => shorten(record.body.trim())).filter((text) => text !== "");
  const words = await maskText(sanitiser, { title: title ?? records[0]?.title ?? "", body: body.join("\n\n") }, stake);
  const withheld = await findTelling(session, sanitiser, reportIds, stake);
  return bear(session, "sharings.createFromReports", {
    ...words,
    parts: { origin: "provided", reportIds: [...new Set(reportIds)], withheld },
  });
}

/** Indicators that would tell who provided them stay out of the list from the beginning. */
async function findTelling(
  session: BookSession,
  sanitiser: Sanitiser,
  reportIds: readonly string[],
  stake: Stake,
): Promise<string[]> {
  const indicators = session.read((db) => findIndicatorsOf(db, reportIds));
  const judged = await judgeIndicators(sanitiser, indicators, stake);
  return judged.filter(({ tells }) => tells).map(indicatorKey);
}

function bear(session: BookSession, action: string, { title, body, allotted, parts }: Born): string {
  return session.write(action, (db) => {
    const id = createSharing(db, session, { ...parts, title, body });
    storeAllotted(db, session, id, allotted);
    return id;
  });
}

function requireCase(db: ReadableDb, id: string) {
  const found = findCase(db, id);
  if (!found) throw new AppError("record.not-found", { record: id });
  return found;
}

function readWriteup(db: ReadableDb, caseId: string): MaskedText | undefined {
  const writeup = findWriteupOfCase(db, caseId);
  if (!writeup) return undefined;
  const { title, body } = readText(db, { kind: "writeup", id: writeup.id });
  const allotted = findPseudonyms(db, writeup.id).flatMap(({ label, externalId, outside }) => {
    const entity = externalId ?? (outside === null ? null : outsideEntity(outside));
    return entity === null ? [] : [{ entity, label }];
  });
  return { title, body, allotted };
}

function stakeOfReports(db: ReadableDb, caseIds: readonly string[], reportIds: readonly string[]): Stake {
  return stakeOf(findParties(db, { caseIds: [...caseIds], reportIds: [...reportIds] }), []);
}

const shorten = (text: string) => (text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text);
