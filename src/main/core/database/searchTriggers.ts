import type Database from "better-sqlite3";
import { termsOf } from "../search/terms.ts";

/**
 * The search index is kept by triggers too, so that a record is found as it stands, whatever command changed it.
 * `seq` rises with the record's time: seconds, two bits of type, a serial number; FTS5 then gives newest first.
 */
type Indexed = { table: string; type: number; name: string; title: string; summary: string; body: string; at: string };

const INDEXED: readonly Indexed[] = [
  { table: "observables", type: 0, name: "observable", title: "value", summary: "''", body: "''", at: "0" },
  {
    table: "sharings",
    type: 1,
    name: "sharing",
    title: "title",
    summary: "''",
    body: "body",
    at: "coalesce(#.shared_at / 1000, 0)",
  },
  {
    table: "cases",
    type: 2,
    name: "case",
    title: "title",
    summary: "summary",
    body: "narrative",
    at: "unixepoch(#.opened_at)",
  },
  {
    table: "reports",
    type: 3,
    name: "report",
    title: "title",
    summary: "''",
    body: "body",
    at: "#.received_at / 1000",
  },
];

const SERIAL_BITS = 27;
/** `seq >> SECOND_BITS` is the record's time in seconds. */
export const SECOND_BITS = SERIAL_BITS + 2;

function textOf(column: string): string {
  return column.startsWith("'") ? column : `search_text(new.${column})`;
}

function insertInto({ type, name, title, summary, body, at }: Indexed): string {
  return `
    insert into search_entries (seq, type, record_id)
    values ((max(${at.replace("#", "new")}, 0) << ${SECOND_BITS}) | (${type} << ${SERIAL_BITS}) | search_serial(), '${name}', new.id);
    insert into search_terms (rowid, title, summary, body)
    select seq, ${textOf(title)}, ${textOf(summary)}, ${textOf(body)} from search_entries where record_id = new.id;`;
}

const REMOVE = `
    delete from search_terms where rowid = (select seq from search_entries where record_id = old.id);
    delete from search_entries where record_id = old.id;`;

function changedOf({ title, summary, body, at }: Indexed): string {
  const columns = [title, summary, body].filter((column) => !column.startsWith("'"));
  const time = at.includes("#") ? [`${at.replace("#", "old")} is not ${at.replace("#", "new")}`] : [];
  return [...columns.map((column) => `old.${column} is not new.${column}`), ...time].join(" or ");
}

export function installSearchIndex(sqlite: Database.Database): void {
  let serial = Math.floor(Math.random() * 2 ** SERIAL_BITS);
  sqlite.function("search_text", { deterministic: true }, (text: unknown) =>
    termsOf(typeof text === "string" ? text : ""),
  );
  sqlite.function("search_serial", () => {
    serial = (serial + 1) % 2 ** SERIAL_BITS;
    return serial;
  });
  for (const indexed of INDEXED) {
    const { table } = indexed;
    sqlite.exec(`
      create temp trigger search_${table}_insert after insert on main.${table} begin ${insertInto(indexed)} end;
      create temp trigger search_${table}_delete after delete on main.${table} begin ${REMOVE} end;
      create temp trigger search_${table}_update after update on main.${table} when ${changedOf(indexed)}
      begin ${REMOVE} ${insertInto(indexed)} end;`);
  }
}
