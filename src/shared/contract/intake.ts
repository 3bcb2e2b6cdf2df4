import { z } from "zod";
import { ReceivedMail } from "../domain/mail.ts";
import { ERROR_CODES } from "../errors.ts";
import { command, query } from "./define.ts";
import { Bytes, Id } from "./common.ts";

/** What became of one mail; an archive gives one receipt for each mail in it. */
export const Receipt = z.object({
  path: z.string(),
  status: z.enum(["imported", "duplicate", "failed"]),
  report: Id.nullable(),
  title: z.string().nullable(),
  error: z
    .object({ code: z.enum(ERROR_CODES), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type Receipt = z.infer<typeof Receipt>;

export const intake = {
  /** A dropped file: a mail (.eml, .msg) or an archive of mails. A file that fails is a receipt, not an error. */
  importFile: command({
    input: z.strictObject({ fileName: z.string().min(1).max(1000), bytes: Bytes }),
    output: z.array(Receipt),
    changes: ["reports", "figures", "audit"],
  }),
  /** The received mail of a report, read anew from the file that was kept; null for a report without one. */
  readMail: query({
    input: z.strictObject({ reportId: Id }),
    output: ReceivedMail.nullable(),
    reads: ["reports"],
  }),
};
