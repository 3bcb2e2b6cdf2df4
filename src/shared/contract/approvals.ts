import { z } from "zod";
import { ConsentPurpose, ConsentTerm, Party } from "../domain/consent.ts";
import { Day, MomentMs } from "../domain/moment.ts";
import { ApprovalDecision } from "../domain/vocabulary.ts";
import { command, query } from "./define.ts";
import { Bytes, Id, Nothing } from "./common.ts";
import { TextRef } from "./sanitising.ts";

/** Where one party's consent for one purpose stands. */
export const ConsentState = z.enum(["not-asked", "waiting", "approved", "conditional", "declined", "void"]);
export type ConsentState = z.infer<typeof ConsentState>;

/** Parts of what goes out: the words, the labels, the list of indicators, what a correction says that it corrects. */
export const LeavingPart = z.enum(["words", "labels", "list", "note"]);
export type LeavingPart = z.infer<typeof LeavingPart>;

export const Consent = z.object({
  purpose: ConsentPurpose,
  state: ConsentState,
  askedAt: MomentMs.nullable(),
  dueOn: Day.nullable(),
  answeredAt: MomentMs.nullable(),
  how: z.string().nullable(),
  recordedBy: z.string().nullable(),
  conditions: z.string().nullable(),
  terms: z.array(ConsentTerm),
  /** Terms that do not hold for what is about to happen, as the gate sees it. */
  unmetTerms: z.array(ConsentTerm),
  /** What is not as it was when they were asked or answered last; empty when all is. */
  changed: z.array(LeavingPart),
  evidenceId: z.string().nullable(),
  /** What its file was called when it came. */
  evidenceName: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;

export const PartyConsents = z.object({
  party: Party,
  /** For the analysts' eyes only. */
  name: z.string(),
  /** What of the text they provided; when they decline, these can be explained with `sharings.explain`. */
  reportIds: z.array(Id),
  consents: z.array(Consent),
  /** When a packet was last made for them, and whether anything that would go out changed since. */
  lastSeenAt: MomentMs.nullable(),
  changedSinceSeen: z.boolean(),
});
export type PartyConsents = z.infer<typeof PartyConsents>;

/** A request that waits for an answer, oldest first. */
export const WaitingApproval = z.object({
  requestId: Id,
  text: TextRef,
  title: z.string(),
  party: Party,
  name: z.string(),
  purposes: z.array(ConsentPurpose),
  askedAt: MomentMs,
  dueOn: Day.nullable(),
  /** Days past the due day; negative while there is time; null without a due day. */
  overdueDays: z.number().int().nullable(),
  /** What would go out was changed since it was asked: it has to be asked anew. */
  stale: z.boolean(),
});
export type WaitingApproval = z.infer<typeof WaitingApproval>;

/** A line of what changed since a party last saw the text. */
export const ChangedLine = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });
export type ChangedLine = z.infer<typeof ChangedLine>;

export const approvals = {
  /** Every party whose consent a text needs, with where it stands; empty when nobody provided it. */
  ofText: query({
    input: z.strictObject({ text: TextRef }),
    output: z.array(PartyConsents),
    reads: ["texts", "sharings", "cases", "reports", "roster"],
  }),
  /** A text as one consents to it; `sha256` is of everything that would go out, which consents and releases are bound to. */
  leaving: query({
    input: z.strictObject({ text: TextRef }),
    output: z.object({ title: z.string(), sha256: z.string() }),
    reads: ["texts", "sharings", "cases", "reports"],
  }),
  waiting: query({
    input: Nothing,
    output: z.array(WaitingApproval),
    reads: ["texts", "sharings", "cases", "reports", "roster"],
  }),
  changesSince: query({
    input: z.strictObject({ text: TextRef, party: Party }),
    output: z.array(ChangedLine),
    reads: ["texts", "sharings", "reports"],
  }),
  /** Makes the packet: a PDF with exactly the text that will go out, what changed, a reply form; and a mail draft. */
  request: command({
    input: z.strictObject({
      text: TextRef,
      party: Party,
      purposes: z.array(ConsentPurpose).min(1),
      dueOn: Day.nullable(),
    }),
    output: z.object({
      requestId: Id,
      packet: z.object({ artifactId: z.string(), fileName: z.string() }),
      mail: z.object({ artifactId: z.string(), fileName: z.string() }),
    }),
    changes: ["texts", "sharings", "audit"],
    errors: [
      "record.not-found",
      "record.changed-meanwhile",
      "gate.closed",
      "gate.leak",
      "gate.unreadable",
      "publishing.typesetting-failed",
    ],
  }),
  /** The draft of a mail that reminds of a request, with its packet again; what was changed since is asked anew instead. */
  remind: command({
    input: z.strictObject({ requestId: Id }),
    output: z.object({ artifactId: z.string(), fileName: z.string() }),
    changes: ["texts", "sharings", "audit"],
    errors: ["record.not-found", "record.changed-meanwhile", "gate.closed", "gate.leak", "gate.unreadable"],
  }),
  /** Writes down an answer for the text as it stands (`sha256`, see `leaving`). */
  record: command({
    input: z.strictObject({
      text: TextRef,
      sha256: z.string(),
      party: Party,
      answers: z
        .array(
          z.strictObject({
            purpose: ConsentPurpose,
            decision: ApprovalDecision,
            terms: z.array(ConsentTerm).default([]),
          }),
        )
        .min(1),
      at: MomentMs,
      how: z.string().trim().min(1).max(500),
      conditions: z.string().trim().max(5000).nullable(),
      evidence: z.strictObject({ fileName: z.string().min(1).max(300), bytes: Bytes }).nullable(),
    }),
    output: Nothing,
    changes: ["texts", "sharings", "audit"],
    errors: ["record.not-found", "record.changed-meanwhile", "approvals.terms-missing", "intake.too-large"],
  }),
  /**
   * Says that a term which only people can judge (`other`, known by its words) holds for this text, or no longer does.
   */
  confirmTerm: command({
    input: z.strictObject({
      text: TextRef,
      sha256: z.string(),
      party: Party,
      purpose: ConsentPurpose,
      term: z.string().min(1),
      confirmed: z.boolean(),
    }),
    output: Nothing,
    changes: ["texts", "sharings", "audit"],
    errors: ["record.not-found", "record.changed-meanwhile"],
  }),
};
