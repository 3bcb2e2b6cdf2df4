import type { WritableDb } from "../database/handles.ts";
import type { RowWriter } from "./exchangeRepository.ts";
import type { RecordIds } from "./recordIds.ts";

/** What the writers of all line types share while one load runs. */
export type LineContext = { db: WritableDb; writer: RowWriter; ids: RecordIds; newId: () => string };
