import Database from "better-sqlite3";
import { openBook } from "#core/casebook/openBook.ts";
import { quarterFigures } from "#core/quarters/quarterFigures.ts";
import { findReports, type ReportListing } from "#core/reports/reportRepository.ts";
import { search } from "#core/search/searchService.ts";
import { matchExpression } from "#core/search/matchRecords.ts";
import { EVERY_REPORT } from "#shared/contract/reports.ts";
import { columnsEndingIn, Quarter, spanOf } from "#shared/domain/quarter.ts";
import { BENCH_PASSPHRASE } from "./makeBigBook.ts";
import { measurePair, type Measured } from "./measure.ts";

export type Comparison = { what: string; ours: Measured; theirs: Measured; ratio: number };

const Q4 = Quarter.parse("2022Q4");
const OPTIONS = { passphrase: BENCH_PASSPHRASE, actor: "bench" };

function listing(change: Partial<ReportListing["filter"]>, offset = 0): ReportListing {
  return {
    filter: { ...EVERY_REPORT, ...change },
    sort: { by: "receivedAt", descending: true },
    offset,
    limit: 100,
  };
}

/** The same encrypted file as plain better-sqlite3 opens it. */
function openRaw(path: string): Database.Database {
  const sqlite = new Database(path);
  sqlite.pragma("cipher = 'sqlcipher'");
  sqlite.pragma("legacy = 4");
  sqlite.pragma(`key = '${BENCH_PASSPHRASE}'`);
  sqlite.pragma("locking_mode = EXCLUSIVE");
  return sqlite;
}

type Task = { what: string; ours: () => unknown; theirs: (raw: Database.Database) => () => unknown };

/** The columns of the list as it is shown, with the provider's name, the number of cases and whether there is a mail. */
const LIST = `select reports.id, external_id, received_at, title, category, assessment, channel, items, void_at, not_shared,
    provider_outside, (select name from organizations where id = provider_organization_id) as provider,
    (select count(*) from report_cases where report_id = reports.id) as cases,
    exists (select 1 from report_evidence where report_id = reports.id and role = 'source') as mail
  from reports`;
const PLACES = columnsEndingIn(Q4).map((quarter) => spanOf(quarter));

/** Every task in raw SQL gives the same rows or numbers, prepared once: no checks, no objects of the contract, no snippets. */
function tasksOf(session: ReturnType<typeof openBook>, reports: number): Task[] {
  const middle = Math.floor(reports / 2);
  return [
    {
      what: "list: the newest 100 of all, and how many there are",
      ours: () => session.read((db) => findReports(db, listing({}))),
      theirs: (raw) => {
        const page = raw.prepare(`${LIST} order by received_at desc, reports.id desc limit 100`);
        const count = raw.prepare("select count(*) from reports");
        return () => [page.all(), count.get()];
      },
    },
    {
      what: "list: 100 from the middle",
      ours: () => session.read((db) => findReports(db, listing({}, middle))),
      theirs: (raw) => {
        const page = raw.prepare(
          `${LIST} where reports.id in (select id from reports order by received_at desc, id desc limit 100 offset ${middle}) order by received_at desc, reports.id desc`,
        );
        const count = raw.prepare("select count(*) from reports");
        return () => [page.all(), count.get()];
      },
    },
    {
      what: "list: one quarter's",
      ours: () => session.read((db) => findReports(db, listing({ quarter: Q4, standing: "counted" }))),
      theirs: (raw) => {
        const { fromMs, untilMs } = spanOf(Q4);
        const page = raw.prepare(
          `${LIST} where received_at >= ? and received_at < ? order by received_at desc, reports.id desc limit 100`,
        );
        const count = raw.prepare("select count(*) from reports where received_at >= ? and received_at < ?");
        return () => [page.all(fromMs, untilMs), count.get(fromMs, untilMs)];
      },
    },
    ...[
      ["a word in one text of a hundred", "ビジネスメール詐欺"],
      ["a word of two characters in most texts", "送信"],
    ].map(([what = "", word = ""]): Task => ({
      what: `search: ${what}, newest 50 with snippets, all counted`,
      ours: () => session.read((db) => search(db, { text: word, types: [], limit: 50 })),
      theirs: (raw) => {
        const found = raw.prepare(
          "select rowid from search_terms where search_terms match ? order by rowid desc limit 50",
        );
        const count = raw.prepare("select count(*) from search_terms where search_terms match ?");
        return () => [found.all(matchExpression(word)), count.get(matchExpression(word))];
      },
    })),
    {
      what: "counts: the whole quarter with its four columns",
      ours: () => session.read((db) => quarterFigures(db, Q4)),
      theirs: (raw) => {
        const reportsIn = raw.prepare(
          `select sum(items), sum(case when assessment = 'targeted' then items end) from reports
           where received_at >= ? and received_at < ? and void_at is null and provider_outside is null`,
        );
        const sharingsIn = raw.prepare(
          "select count(*), sum(origin = 'hub') from sharings where shared_at >= ? and shared_at < ?",
        );
        return () =>
          PLACES.map(({ fromMs, untilMs }) => [reportsIn.get(fromMs, untilMs), sharingsIn.get(fromMs, untilMs)]);
      },
    },
  ];
}

function compare(what: string, { ours, theirs }: { ours: Measured; theirs: Measured }): Comparison {
  return { what, ours, theirs, ratio: ours.medianMs / theirs.medianMs };
}

/** A second connection would lock the first out, so a plain one reads a copy of the file. */
export async function benchBook(path: string, copyPath: string, reports: number): Promise<Comparison[]> {
  const opening = await measurePair(
    () => openBook(path, OPTIONS).close(),
    () => {
      const raw = openRaw(copyPath);
      raw.prepare("select count(*) from sqlite_master").get();
      raw.close();
    },
    7,
  );
  const session = openBook(path, OPTIONS);
  const raw = openRaw(copyPath);
  const results = [compare("open", opening)];
  for (const { what, ours, theirs } of tasksOf(session, reports)) {
    results.push(compare(what, await measurePair(ours, theirs(raw), 15)));
  }
  raw.close();
  session.close();
  return results;
}
