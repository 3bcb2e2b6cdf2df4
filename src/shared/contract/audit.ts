import { z } from "zod";
import { MomentMs } from "../domain/moment.ts";
import { command, query } from "./define.ts";
import { Id, Nothing } from "./common.ts";

/** One command that changed something: its wire name is the verb. */
export const AuditEntry = z.object({
  id: Id,
  at: MomentMs,
  actor: z.string(),
  action: z.string(),
  /** The fields that changed on the record asked about, before and after. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The command that undo would take back, and the record it touched first. */
export const UndoTarget = z.object({ action: z.string(), title: z.string() });

export const audit = {
  history: query({ input: z.strictObject({ recordId: Id }), output: z.array(AuditEntry), reads: ["audit"] }),
  undoState: query({
    input: Nothing,
    output: z.object({ undo: UndoTarget.nullable(), redo: UndoTarget.nullable() }),
    reads: ["audit", "casebook"],
  }),
  undo: command({
    input: Nothing,
    output: UndoTarget,
    changes: ["reports", "cases", "campaigns", "sharings", "figures", "drafts", "audit"],
    errors: ["undo.nothing", "undo.conflict"],
  }),
  redo: command({
    input: Nothing,
    output: UndoTarget,
    changes: ["reports", "cases", "campaigns", "sharings", "figures", "drafts", "audit"],
    errors: ["undo.nothing", "undo.conflict"],
  }),
};
