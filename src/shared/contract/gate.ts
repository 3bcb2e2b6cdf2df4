import { z } from "zod";
import { ConsentPurpose, Destination } from "../domain/consent.ts";
import { MomentMs } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { command, query } from "./define.ts";
import { Id, LongText, Nothing, pageOf, Window } from "./common.ts";
import { TextRef } from "./sanitising.ts";

/** One thing that has to hold before anything leaves, and whether it does. Words: `messages/LANGUAGE/gate.ts`. */
export const GateCondition = z.object({
  code: z.enum([
    "text-there",
    "no-must-finding",
    "no-review-finding",
    "no-cap-reached",
    "pictures-checked",
    "list-clear",
    "note-clear",
    "second-person",
    "consent",
    "terms",
    "marked",
    "quarter-ready",
    "chapters-ready",
  ]),
  met: z.boolean(),
  /** What is missing, to be put into the sentence: `count`, `party`, `title`, `day`… */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type GateCondition = z.infer<typeof GateCondition>;

/** 公開できる／できない、理由はこれ. */
export const GateVerdict = z.object({ open: z.boolean(), conditions: z.array(GateCondition) });
export type GateVerdict = z.infer<typeof GateVerdict>;

/** Files; ways out of the window for a passage; `unsanitised`: somebody copied what no gate looked at. */
export const EXIT_FORMATS = [
  "pdf",
  "docx",
  "markdown",
  "csv",
  "xlsx",
  "stix",
  "misp",
  "eml",
  "clipboard",
  "drag",
  "print",
  "unsanitised",
] as const;
export const ExitFormat = z.enum(EXIT_FORMATS);
export type ExitFormat = z.infer<typeof ExitFormat>;

/** Something that left: a line of the ledger. */
export const ExitRecord = z.object({
  id: Id,
  at: MomentMs,
  by: z.string(),
  title: z.string(),
  destination: Destination,
  format: ExitFormat,
  fileName: z.string(),
  sha256: z.string(),
  artifactId: z.string().nullable(),
});
export type ExitRecord = z.infer<typeof ExitRecord>;

export const gateErrors = ["record.not-found", "gate.closed", "gate.leak", "gate.unreadable"] as const;

export const gate = {
  verdict: query({
    input: z.strictObject({ text: TextRef, destination: Destination }),
    output: GateVerdict,
    reads: ["texts", "cases", "reports", "sharings", "roster", "casebook"],
  }),
  /** Whether the quarter's report may be published as it stands. */
  reportVerdict: query({
    input: z.strictObject({ quarter: Quarter }),
    output: GateVerdict,
    reads: ["texts", "drafts", "figures", "cases", "reports", "sharings", "roster", "campaigns", "casebook"],
  }),
  /** The second person's word for exactly this text; refused for the one who wrote it. */
  release: command({
    input: z.strictObject({ text: TextRef, purpose: ConsentPurpose, sha256: z.string() }),
    output: Nothing,
    changes: ["texts", "sharings", "audit"],
    errors: ["record.not-found", "record.changed-meanwhile", "gate.same-person", "gate.closed"],
  }),
  releaseReport: command({
    input: z.strictObject({ quarter: Quarter }),
    output: Nothing,
    changes: ["texts", "drafts", "audit"],
    errors: ["gate.same-person", "gate.closed", "publishing.nothing-to-report"],
  }),
  /** Writes a text out, reads the written bytes back and looks at them again, before the file gets its name. */
  takeOut: command({
    input: z.strictObject({
      text: TextRef,
      format: z.enum(["pdf", "docx", "markdown"]),
      destination: Destination,
    }),
    output: z.object({ artifactId: z.string(), fileName: z.string(), sha256: z.string() }),
    changes: ["texts", "audit"],
    errors: [...gateErrors, "record.changed-meanwhile", "publishing.typesetting-failed"],
  }),
  /** A passage for the clipboard, a drag or the printer: what comes back may go there, and nothing else. */
  clear: command({
    input: z.strictObject({ text: TextRef, passage: LongText, way: z.enum(["clipboard", "drag", "print"]) }),
    output: z.object({ passage: z.string() }),
    changes: ["audit"],
    errors: [...gateErrors],
  }),
  /**
   * Writes down that something not sanitised is about to be copied out of the application: who, when and from which record,
   * not what.
   */
  copyUnsanitised: command({
    input: z.strictObject({ source: z.string().max(100).nullable() }),
    output: Nothing,
    changes: ["audit"],
  }),
  /** What left, newest first. */
  exits: query({
    input: z.strictObject({ text: TextRef.nullable().default(null), ...Window }),
    output: pageOf(ExitRecord),
    reads: ["texts", "sharings", "audit"],
  }),
};
