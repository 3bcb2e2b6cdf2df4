import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { ReadableDb } from "../database/handles.ts";
import {
  campaigns,
  cases,
  frameworks,
  organizations,
  referenceDocuments,
  reports,
  sharings,
  sightings,
  sigs,
} from "../database/schema.ts";
import { readIds } from "./exchangeRepository.ts";
import type { LineType } from "./lineSchemas.ts";
import { refuseLine, type Line } from "./readLines.ts";

/** Types whose records have an id of their own in the interchange format. */
const TABLES = {
  sig: sigs,
  organization: organizations,
  framework: frameworks,
  campaign: campaigns,
  case: cases,
  report: reports,
  sharing: sharings,
  sighting: sightings,
  reference: referenceDocuments,
} satisfies Partial<Record<LineType, SQLiteTable>>;

export type IdentifiedType = keyof typeof TABLES;

export type RecordIds = {
  /** Id of a record that a line writes; `isNew` when the book does not hold it yet. */
  own(type: IdentifiedType, externalId: string): { id: string; isNew: boolean };
  /**
   * Id of a record that a line names; it may stand further down in the file.
   * @throws AppError exchange.invalid-line when there is none
   */
  resolve(line: Line, field: string, type: IdentifiedType, externalId: string): string;
  /** As `resolve`, for a field that may name one of two types. */
  find(type: IdentifiedType, externalId: string): string | undefined;
};

function isIdentified(type: LineType): type is IdentifiedType {
  return type in TABLES;
}

/** Gives every record of the lines an id before any is written, so that references may point forwards. */
export function assignIds(db: ReadableDb, lines: readonly Line[], newId: () => string): RecordIds {
  const known = new Map<IdentifiedType, Map<string, string>>();
  const added = new Set<string>();
  const idsOf = (type: IdentifiedType) => {
    const ids = known.get(type) ?? readIds(db, TABLES[type]);
    known.set(type, ids);
    return ids;
  };
  for (const { type, record } of lines) {
    if (!isIdentified(type) || !("id" in record)) continue;
    const ids = idsOf(type);
    if (ids.has(record.id)) continue;
    const id = newId();
    ids.set(record.id, id);
    added.add(id);
  }
  return {
    own(type, externalId) {
      const id = idsOf(type).get(externalId);
      if (id === undefined) throw new Error(`${type} ${externalId} was not assigned`);
      return { id, isNew: added.has(id) };
    },
    find: (type, externalId) => idsOf(type).get(externalId),
    resolve(line, field, type, externalId) {
      return (
        idsOf(type).get(externalId) ??
        refuseLine(line.file, line.number, field, `no ${type} has the id ${JSON.stringify(externalId)}`)
      );
    },
  };
}
