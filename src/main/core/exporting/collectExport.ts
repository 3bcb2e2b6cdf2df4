import { refang } from "#shared/domain/defang.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { columnsEndingIn, type Quarter } from "#shared/domain/quarter.ts";
import { readTlp, TLP_LABELS, type TlpLabel } from "#shared/domain/tlp.ts";
import { AppError } from "#shared/errors.ts";
import { exportWords } from "#shared/messages/printed/exportWords.ts";
import { printQuarter } from "#shared/messages/printed/quarterWords.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { scanTexts } from "../gate/scanTexts.ts";
import { quarterFigures } from "../quarters/quarterFigures.ts";
import type { Stake } from "../sanitising/maskText.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findParties } from "../sanitising/textRepository.ts";
import {
  countWithoutRole,
  findCaseId,
  findCaseSources,
  findObservablesOf,
  findSharedSources,
  type ExportSource,
  type FoundObservable,
} from "./exportRepository.ts";
import type { ExportedFigure, ExportedIndicator, ExportSet } from "./exportSet.ts";

/** One case by its interchange id, what was shared in a quarter, or every case of the book. */
export type ExportScope =
  { kind: "case"; externalId: string } | { kind: "quarter"; quarter: Quarter } | { kind: "book" };

export type CollectedExport = {
  set: ExportSet;
  /** Whose names are at stake in it, for the last look at the written file. */
  stake: Required<Pick<Stake, "parties" | "outsiders">>;
  /** Observables that would tell who provided them. */
  leftOut: number;
  /** Observables of which nobody said whose they are. */
  withoutRole: number;
};

/** Without a label of its own, as the hub shares by default. */
const DEFAULT_TLP: TlpLabel = "TLP:AMBER";

/**
 * Gathers what may leave of attackers' observables (role attacker or abused, never a victim's), each once per case or
 * sharing. A value that would tell who provided it is left out: an address cannot be masked and still be of use.
 * @throws AppError record.not-found; call.cancelled
 */
export async function collectExport(
  session: BookSession,
  sanitiser: Sanitiser,
  scope: ExportScope,
  signal?: AbortSignal,
): Promise<CollectedExport> {
  const read = session.read((db) => readScope(db, scope));
  const { parties, outsiders } = read.stake;
  const scan = { parties, outsiders, ...(signal && { signal }) };
  const values = [...new Set(read.rows.map(({ value }) => value))];
  const titles = [...new Set(read.rows.flatMap(({ title }) => title ?? []))];
  const findings = await scanTexts(sanitiser, [...values, ...titles], scan);
  const tells = (position: number, severities: readonly string[]): boolean =>
    findings[position]?.some(({ severity }) => severities.includes(severity)) ?? true;
  const telling = new Set(values.filter((_, index) => tells(index, ["must"])));
  const unfit = new Set(titles.filter((_, index) => tells(values.length + index, ["must", "review"])));
  const indicators = read.rows
    .filter(({ value }) => !telling.has(value))
    .map(({ title, neutral, ...indicator }) => ({
      ...indicator,
      title: title === null || unfit.has(title) ? neutral : title,
    }));
  return {
    set: {
      title: scope.kind === "quarter" ? exportWords.quarterTitle(printQuarter(scope.quarter)) : exportWords.listTitle,
      tlp: strictest(indicators.map(({ tlp }) => tlp)),
      day: dayOf(session.now()),
      indicators,
      figures: read.figures,
    },
    stake: read.stake,
    leftOut: telling.size,
    withoutRole: read.withoutRole,
  };
}

type Row = Omit<ExportedIndicator, "title"> & { title: string | null; neutral: string };

function readScope(db: ReadableDb, scope: ExportScope) {
  const sources = findSources(db, scope);
  const reportIds = [...new Set(sources.flatMap((source) => source.reportIds))];
  const byReport = Map.groupBy(findObservablesOf(db, reportIds), ({ reportId }) => reportId);
  return {
    rows: sources.flatMap((source, index) => rowsOf(source, neutralTitle(scope, index + 1), byReport)),
    figures: scope.kind === "quarter" ? figuresOf(db, scope.quarter) : [],
    stake: stakeOf(db, sources, reportIds),
    withoutRole: countWithoutRole(db, reportIds),
  };
}

function findSources(db: ReadableDb, scope: ExportScope): ExportSource[] {
  if (scope.kind === "quarter") return findSharedSources(db, scope.quarter);
  if (scope.kind === "book") return findCaseSources(db, null);
  const caseId = findCaseId(db, scope.externalId);
  if (caseId === undefined) throw new AppError("record.not-found", { id: scope.externalId });
  return findCaseSources(db, caseId);
}

function neutralTitle(scope: ExportScope, number: number): string {
  return scope.kind === "quarter" ? exportWords.neutralSharing(number) : exportWords.neutralCase(number);
}

function rowsOf(source: ExportSource, neutral: string, byReport: ReadonlyMap<string, FoundObservable[]>): Row[] {
  const withheld = new Set(source.withheld);
  const tlp = strictest(source.tlps.map((label) => readTlp(label) ?? "TLP:RED"));
  const rows = new Map<string, Row>();
  const victims = new Set<string>();
  const found = source.reportIds.flatMap((id) => byReport.get(id) ?? []).sort((a, b) => a.seenAt - b.seenAt);
  for (const { kind, value: written, role, seenAt } of found) {
    const value = liveValue(kind, written);
    const key = `${kind} ${value}`;
    if (role === "victim") victims.add(key);
    if ((role !== "attacker" && role !== "abused") || withheld.has(`${kind} ${written}`) || rows.has(key)) continue;
    rows.set(key, { kind, value, role, firstSeen: dayOf(seenAt), tlp, title: source.text?.title ?? null, neutral });
  }
  // What anyone named a victim's is a victim's, whatever another report says of it.
  return [...rows].filter(([key]) => !victims.has(key)).map(([, row]) => row);
}

/** Subjects and file names are words: there `[.]` may be what the attacker wrote. */
function liveValue(kind: string, value: string): string {
  return kind.startsWith("email-message") || kind.startsWith("file") ? value : refang(value);
}

/** The strictest of labels; the hub's default when there is none. */
function strictest(labels: readonly TlpLabel[]): TlpLabel {
  return TLP_LABELS.find((label) => labels.includes(label)) ?? DEFAULT_TLP;
}

/** Well below what a statement can have of parameters. */
const IDS_AT_A_TIME = 5000;

function stakeOf(db: ReadableDb, sources: readonly ExportSource[], reportIds: string[]): CollectedExport["stake"] {
  const parties = [
    ...partsOf(reportIds).map((part) => findParties(db, { caseIds: [], reportIds: part })),
    ...partsOf(sources.flatMap(({ caseIds }) => caseIds)).map((part) =>
      findParties(db, { caseIds: part, reportIds: [] }),
    ),
  ];
  // Whoever has a letter in a text that speaks for a row is at stake as well.
  const stakes = sources.flatMap(({ text }) => (text === null ? [] : [readMatter(db, text).stake]));
  return {
    parties: [
      ...new Set([
        ...parties.flatMap(({ externalIds }) => externalIds),
        ...stakes.flatMap(({ parties: named = [] }) => named),
      ]),
    ],
    outsiders: [
      ...new Set([
        ...parties.flatMap(({ outsiders }) => outsiders),
        ...stakes.flatMap(({ outsiders: named = [] }) => named),
      ]),
    ],
  };
}

function partsOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_A_TIME) }, (_, index) =>
    ids.slice(index * IDS_AT_A_TIME, (index + 1) * IDS_AT_A_TIME),
  );
}

function figuresOf(db: ReadableDb, quarter: Quarter): ExportedFigure[] {
  const figures = quarterFigures(db, quarter);
  const { structure, hubOrigin, targeted } = figures;
  const columns = columnsEndingIn(quarter).flatMap((column, index): ExportedFigure[] => {
    if (figures.known[index] !== true) return [];
    return [
      { quarter: column, figure: "provided", value: figures.provided[index] ?? 0 },
      { quarter: column, figure: "shared", value: figures.shared[index] ?? 0 },
    ];
  });
  return [
    ...columns,
    { quarter, figure: "hub-origin", value: hubOrigin },
    { quarter, figure: "targeted", value: targeted },
    { quarter, figure: "sigs", value: structure.sigs },
    { quarter, figure: "organizations", value: structure.organizations },
  ];
}
