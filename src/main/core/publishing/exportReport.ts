import type { Quarter } from "#shared/domain/quarter.ts";
import { quarterWords } from "#shared/messages/printed/quarterWords.ts";
import { AppError } from "#shared/errors.ts";
import { AUDITED_COLUMNS } from "../database/auditedColumns.ts";
import type { BookSession } from "../database/bookSession.ts";
import { reportVerdict } from "../gate/reportVerdict.ts";
import { takeOutFile, type TakenFile } from "../gate/takeOutFile.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { insertPublication } from "./publishingRepository.ts";
import { prepareReport, printReport } from "./typesetReport.ts";

/** `draft`: the gate was not open for publication, so every page is stamped. */
export type ExportedReport = TakenFile & { pages: number; draft: boolean };

/** All that a report is made from or agreed to by; what only writes down that something left is none of it. */
const LEDGERS = new Set(["publications", "exits", "artifacts"]);
const PRINTED_TABLES = [...AUDITED_COLUMNS.keys()].filter((table) => !LEDGERS.has(table));

/**
 * Takes the quarterly report out through the gate: for publication when everything holds that has to, else as a draft with a
 * stamp on every page. Nothing that tells who provided is in either: what the texts say of it is masked.
 * @throws AppError publishing.nothing-to-report, publishing.typesetting-failed, gate.leak, gate.unreadable;
 *   record.changed-meanwhile when what was to be published changed while it was made
 */
export async function exportReport(
  session: BookSession,
  sanitiser: Sanitiser,
  quarter: Quarter,
  signal?: AbortSignal,
): Promise<ExportedReport> {
  const state = session.stateOf(PRINTED_TABLES);
  const prepared = await prepareReport(session, sanitiser, quarter, signal);
  const { open } = await reportVerdict(session, sanitiser, quarter, { signal, prepared });
  const { bytes, pages } = await printReport(prepared, open ? null : quarterWords.draftStamp, signal);
  const { parties = [], outsiders = [] } = prepared.words.parties;
  const { entries, lead, campaignNames, recordTexts } = prepared.words;
  const taken = await takeOutFile(
    session,
    sanitiser,
    {
      bytes,
      format: "pdf",
      fileName: open ? quarterWords.fileName(quarter) : quarterWords.draftFileName(quarter),
      destination: open ? "publish" : "copy",
      text: { id: quarter, sha256: prepared.key },
      parties,
      outsiders,
      allowed: [
        lead,
        ...campaignNames.values(),
        ...recordTexts.values(),
        ...entries.flatMap((entry) => [entry.title, entry.summary, entry.chapter]),
      ],
      signal,
    },
    (db, { artifactId }) => {
      if (!open) return;
      // Typesetting takes seconds; what was changed or taken back meanwhile is not what everybody agreed to.
      if (session.stateOf(PRINTED_TABLES) !== state) throw new AppError("record.changed-meanwhile");
      insertPublication(db, { id: session.newId(), quarter, artifactId, pages, at: session.now(), by: session.actor });
    },
  );
  return { ...taken, pages, draft: !open };
}
