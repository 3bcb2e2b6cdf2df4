import type { GateCondition, GateVerdict } from "#shared/contract/gate.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { spanOf } from "#shared/domain/quarter.ts";
import { AppError } from "#shared/errors.ts";
import { AUDITED_COLUMNS } from "../database/auditedColumns.ts";
import type { BookSession } from "../database/bookSession.ts";
import { findDraft } from "../publishing/publishingRepository.ts";
import { listEntries } from "../publishing/reportEntries.ts";
import { prepareReport, type PreparedReport } from "../publishing/typesetReport.ts";
import { quarterFigures } from "../quarters/quarterFigures.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { condition, requireOpen, verdictOf } from "./condition.ts";
import { insertRelease } from "./gateRepository.ts";
import { reportAuthor } from "./reportAuthor.ts";
import { isSamePerson, judgeText, secondPerson } from "./textVerdict.ts";

/**
 * Whether a quarter's report may be published as it stands: figures settled, no word of it tells who provided, every chapter
 * a write-up that may be published, and a second person's word for exactly this report.
 * @param options.prepared the report as it stands, where it was made already
 * @throws AppError call.cancelled
 */
export async function reportVerdict(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  { signal, prepared: known }: { signal?: AbortSignal | undefined; prepared?: PreparedReport } = {},
): Promise<GateVerdict> {
  const prepared = known ?? (await prepare(session, sanitiser, quarter, signal));
  if (!prepared) return verdictOf([condition("text-there", false)]);
  const conditions = await contentConditions(session, sanitiser, quarter, prepared, signal);
  const author = reportAuthor(session, quarter);
  const release = session.read((db) =>
    secondPerson(db, { id: quarter, sha256: prepared.key, purpose: "publish" }, author),
  );
  return verdictOf([...conditions, release]);
}

/**
 * The second person's word for the report as it stands.
 * @throws AppError gate.same-person; gate.closed while anything else is missing; publishing.nothing-to-report
 */
export async function releaseReport(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal?: AbortSignal,
): Promise<void> {
  const author = reportAuthor(session, quarter);
  if (author !== null && isSamePerson(author, session.actor)) throw new AppError("gate.same-person", { author });
  const prepared = await prepareReport(session, sanitiser, quarter, signal);
  requireOpen(verdictOf(await contentConditions(session, sanitiser, quarter, prepared, signal)), quarter);
  session.write("gate.releaseReport", (db) => {
    insertRelease(db, {
      id: session.newId(),
      textId: quarter,
      purpose: "publish",
      textSha256: prepared.key,
      author: author ?? "",
      releaser: session.actor,
      at: session.now(),
    });
  });
}

async function prepare(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal: AbortSignal | undefined,
): Promise<PreparedReport | undefined> {
  try {
    return await prepareReport(session, sanitiser, quarter, signal);
  } catch (error) {
    if (error instanceof AppError && error.code === "publishing.nothing-to-report") return undefined;
    throw error;
  }
}

async function contentConditions(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  { words }: PreparedReport,
  signal: AbortSignal | undefined,
): Promise<GateCondition[]> {
  const { must, review } = words.own.open;
  const count = words.telling.length + must;
  return [
    condition("text-there", true),
    quarterCondition(session, quarter),
    condition("no-must-finding", count === 0, { count }),
    condition("no-review-finding", review === 0, { count: review }),
    await chaptersCondition(session, sanitiser, { quarter, entries: words.entries }, signal),
  ];
}

function quarterCondition(session: BookSession, quarter: Quarter): GateCondition {
  const isOver = session.now() >= spanOf(quarter).untilMs;
  const { undetermined, frozen } = session.read((db) => quarterFigures(db, quarter));
  const open = frozen === null ? undetermined : 0;
  return condition("quarter-ready", isOver && open === 0, { count: isOver ? open : 0 });
}

async function chaptersCondition(
  session: BookSession,
  sanitiser: Sanitiser,
  { quarter, entries }: { quarter: Quarter; entries: PreparedReport["words"]["entries"] },
  signal: AbortSignal | undefined,
): Promise<GateCondition> {
  const chapters = entries.filter(({ place, chapterFrom }) => place === "chapter" && chapterFrom !== null);
  const writeups = session.read((db) => listEntries(db, quarter, findDraft(db, quarter)));
  const writeupOf = new Map(writeups.map(({ caseId, writeupId }) => [caseId, writeupId]));
  const closed: string[] = [];
  for (const { caseId, title } of chapters) {
    const writeupId = writeupOf.get(caseId) ?? null;
    if (writeupId === null || !(await mayBePublished(session, sanitiser, writeupId, signal))) closed.push(title);
  }
  const [first] = closed;
  const params = { total: chapters.length, count: closed.length, ...(first !== undefined && { chapter: first }) };
  return condition("chapters-ready", closed.length === 0, params);
}

/** What the report itself is made of beside its chapters: a change there asks no chapter again. */
const BESIDE_CHAPTERS = new Set(["report_drafts", "exits"]);
const CHAPTER_TABLES = [...AUDITED_COLUMNS.keys()].filter((table) => !BESIDE_CHAPTERS.has(table));

/** Answers of the book as it was asked last; while one writes the lead, chapters are not looked through again and again. */
const answers = new WeakMap<BookSession, { state: string; open: Map<string, boolean> }>();

async function mayBePublished(
  session: BookSession,
  sanitiser: Sanitiser,
  writeupId: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const state = `${dayOf(session.now())} ${session.stateOf(CHAPTER_TABLES)}`;
  const kept = answers.get(session);
  const known = kept?.state === state ? kept.open.get(writeupId) : undefined;
  if (known !== undefined) return known;
  const { verdict } = await judgeText(session, sanitiser, { kind: "writeup", id: writeupId }, "publish", signal);
  // The book may have gone on while it was looked through; then this is an answer about what was.
  if (state === `${dayOf(session.now())} ${session.stateOf(CHAPTER_TABLES)}`) {
    const open = kept?.state === state ? kept.open : new Map<string, boolean>();
    answers.set(session, { state, open: open.set(writeupId, verdict.open) });
  }
  return verdict.open;
}
