import { z } from "zod";
import { MomentMs } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { command, query } from "./define.ts";
import { Id, LongText, Nothing, pageOf, RecordName, Title, Window } from "./common.ts";

/** A write-up (事例解説) in the list of the place 匿名化. */
export const WriteupRow = z.object({
  id: Id,
  case: RecordName,
  title: z.string(),
  author: z.string(),
  updatedAt: MomentMs,
  /** Released by a second person for publication, and not changed since. */
  released: z.boolean(),
});
export type WriteupRow = z.infer<typeof WriteupRow>;

/** A case that could have a write-up and has none yet. */
export const UnwrittenCase = RecordName.extend({ openedAt: z.string(), kind: z.string() });
export type UnwrittenCase = z.infer<typeof UnwrittenCase>;

const changesTexts = { changes: ["texts", "audit"] } as const;

export const writeups = {
  list: query({
    input: z.strictObject({
      filter: z.strictObject({
        /** Cases with a report or a sharing in the quarter. */
        quarter: Quarter.nullable().default(null),
        text: z.string().max(200).default(""),
      }),
      ...Window,
    }),
    output: pageOf(WriteupRow),
    reads: ["texts", "cases", "reports", "sharings"],
  }),
  /** Cases with a narrative and without a write-up, newest first. */
  unwritten: query({
    input: z.strictObject({ quarter: Quarter.nullable().default(null) }),
    output: z.array(UnwrittenCase),
    reads: ["texts", "cases", "reports", "sharings"],
  }),
  /** The write-up of a case, or null. */
  ofCase: query({
    input: z.strictObject({ caseId: Id }),
    output: z.object({ id: Id }).nullable(),
    reads: ["texts", "cases"],
  }),
  /**
   * Born from the narrative of the case: every must finding masked, participants as letters in the order of their first
   * appearance, outsiders as X 社…, attackers' addresses defanged. A case that has one already answers with that.
   */
  create: command({
    input: z.strictObject({ caseId: Id }),
    output: z.object({ id: Id }),
    ...changesTexts,
    errors: ["record.not-found", "writeups.no-narrative"],
  }),
  update: command({
    input: z.strictObject({ id: Id, fields: z.strictObject({ title: Title, body: LongText }).partial() }),
    output: Nothing,
    ...changesTexts,
    errors: ["record.not-found"],
  }),
  /** Writes it anew from the narrative as it stands now; the letters of the ledger stay whose they are. */
  rewrite: command({
    input: z.strictObject({ id: Id }),
    output: Nothing,
    ...changesTexts,
    errors: ["record.not-found", "writeups.no-narrative"],
  }),
};
