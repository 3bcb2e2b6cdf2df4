import { z } from "zod";
import { Pap } from "../domain/consent.ts";
import { Day, MomentMs } from "../domain/moment.ts";
import { Quarter } from "../domain/quarter.ts";
import { Tlp } from "../domain/tlp.ts";
import { ApprovalDecision, NotSharedReason, Origin, SharingState } from "../domain/vocabulary.ts";
import { LeavingPart } from "./approvals.ts";
import { command, query } from "./define.ts";
import { Id, Ids, LongText, Nothing, pageOf, RecordName, Title, Window } from "./common.ts";
import { gateErrors } from "./gate.ts";
import { ReportRow } from "./reports.ts";

/** Columns of the board: the states, and what came after sharing. */
export const BOARD_COLUMNS = [
  "draft",
  "sanitised",
  "awaiting-approval",
  "approved",
  "shared",
  "corrected",
  "withdrawn",
] as const;
export const BoardColumn = z.enum(BOARD_COLUMNS);
export type BoardColumn = z.infer<typeof BoardColumn>;

export const SharingRow = z.object({
  id: Id,
  externalId: z.string(),
  title: z.string(),
  origin: Origin,
  tlp: z.string(),
  pap: z.string().nullable(),
  state: SharingState,
  /** As the board has it: a shared one that was issued again is `corrected`. */
  column: BoardColumn,
  sharedAt: MomentMs.nullable(),
  /** Issues so far; 0 before it is shared. */
  version: z.number().int(),
  reportCount: z.number().int(),
  sightingCount: z.number().int(),
  /** Requests for approval without an answer. */
  waitingCount: z.number().int(),
  /** What it is called outside, `2022-012`; null until it goes out. */
  number: z.string().nullable(),
  /** It was approved, and what would go out has changed since without an edit of its words. */
  isLapsed: z.boolean(),
  /** It was withdrawn after it went out, and those who have it are still to be told. */
  isNoticeDue: z.boolean(),
});
export type SharingRow = z.infer<typeof SharingRow>;

/** To whom: SIGs, frameworks and single organisations, without the exceptions. Recipients never see one another. */
export const Audience = z.strictObject({
  sigs: z.array(Id).max(200),
  frameworks: z.array(Id).max(200),
  organizations: z.array(Id).max(5000),
  except: z.array(Id).max(5000),
});
export type Audience = z.infer<typeof Audience>;

export const SharingIndicator = z.object({
  kind: z.string(),
  value: z.string(),
  /** Kept out of the list that goes with it. */
  withheld: z.boolean(),
  /** Why it cannot go: it would tell who provided it. */
  tells: z.boolean(),
});
export type SharingIndicator = z.infer<typeof SharingIndicator>;

export const SightingDetail = z.object({
  id: Id,
  organization: RecordName,
  at: MomentMs,
  note: z.string().nullable(),
  report: RecordName.nullable(),
  /** Whether the others may be told of it: null until the answer is here. */
  consent: ApprovalDecision.nullable(),
  consentAskedAt: MomentMs.nullable(),
});
export type SightingDetail = z.infer<typeof SightingDetail>;

/** A file that went through the gate, with the name that did so too. */
const KeptFile = z.object({ artifactId: z.string(), fileName: z.string() });

export const SharingIssue = z.object({
  version: z.number().int(),
  kind: z.enum(["first", "correction", "withdrawal"]),
  at: MomentMs,
  by: z.string(),
  note: z.string().nullable(),
  bulletin: KeptFile.nullable(),
  indicators: KeptFile.nullable(),
  /** A withdrawal's is null until a second person made it; a correction's goes to those who are no longer addressed. */
  notice: KeptFile.nullable(),
  deliveries: z.array(
    z.object({
      id: Id,
      recipient: RecordName,
      answeredAt: MomentMs.nullable(),
      answer: z.string().nullable(),
      /** The bulletin, or only the notice that what they hold was corrected or withdrawn. */
      part: z.enum(["bulletin", "notice"]),
    }),
  ),
});
export type SharingIssue = z.infer<typeof SharingIssue>;

export const SharingDetail = SharingRow.extend({
  body: z.string(),
  /** Of all that would go out as it is here (words, labels, list): what a release is given to. */
  sha256: z.string(),
  author: z.string().nullable(),
  /** Given out, and edited since: what is here is a correction that has not been issued. */
  changedSinceIssue: z.boolean(),
  /** What of it is not as it went out. */
  partsChanged: z.array(LeavingPart),
  /** What the correction says that it corrects. */
  correctionNote: z.string().nullable(),
  /** As many hold an earlier version and are not addressed any more: a correction sends them a notice. */
  holdEarlier: z.number().int(),
  /** As many came to a SIG or were added after it went out: only the next version goes to them. */
  notYetReached: z.number().int(),
  follows: RecordName.nullable(),
  followedBy: z.array(RecordName),
  withdrawnReason: z.string().nullable(),
  reports: z.array(ReportRow),
  cases: z.array(RecordName),
  recipients: z.array(RecordName),
  audience: z.object({
    sigs: z.array(RecordName),
    frameworks: z.array(RecordName),
    organizations: z.array(RecordName),
    except: z.array(RecordName),
    /** Organisations that the audience comes to today, or came to on the day it was shared. */
    reached: z.number().int(),
  }),
  indicators: z.array(SharingIndicator),
  issues: z.array(SharingIssue),
  approvals: z.array(
    z.object({
      organization: RecordName,
      at: MomentMs,
      how: z.string(),
      decision: ApprovalDecision,
      conditions: z.string().nullable(),
    }),
  ),
  sightings: z.array(SightingDetail),
});
export type SharingDetail = z.infer<typeof SharingDetail>;

/** A recipient's copy of a sharing: a row of the ledger, or, where the sharing came from before it, who was to get it. */
export const DeliveryRef = z.union([
  z.strictObject({ deliveryId: Id }),
  z.strictObject({ sharingId: Id, recipientId: Id }),
]);
export type DeliveryRef = z.infer<typeof DeliveryRef>;

/** Who was sent what and has not answered. */
export const SilentRecipient = z.object({
  recipient: RecordName,
  /** The latest first; 50 at the most. */
  sent: z.array(z.object({ sharing: RecordName, at: MomentMs, delivery: DeliveryRef })),
  /** How many there are in all. */
  total: z.number().int(),
  lastAnsweredAt: MomentMs.nullable(),
});
export type SilentRecipient = z.infer<typeof SilentRecipient>;

export const SharingFields = z.strictObject({
  title: Title,
  body: LongText,
  origin: Origin,
  tlp: Tlp,
  pap: Pap.nullable(),
  audience: Audience,
  reportIds: z.array(Id).max(1000),
  caseIds: z.array(Id).max(1000),
  /** `kind value` of indicators that stay out of the list. */
  withheld: z.array(z.string().max(5000)).max(10_000),
  /** What the next correction says that it corrects; printed on it. */
  correctionNote: z.string().trim().max(2000).nullable(),
});
export type SharingFields = z.infer<typeof SharingFields>;

const changesSharings = { changes: ["sharings", "texts", "reports", "cases", "figures", "audit"] } as const;

export const sharings = {
  list: query({
    input: z.strictObject({
      filter: z.strictObject({
        quarter: Quarter.nullable().default(null),
        origin: Origin.nullable().default(null),
        states: z.array(SharingState).default([]),
      }),
      ...Window,
    }),
    output: pageOf(SharingRow),
    reads: ["sharings", "texts", "reports"],
  }),
  /** All that is under way, and what left in the quarter, by column. */
  board: query({
    input: z.strictObject({ quarter: Quarter.nullable() }),
    output: z.array(z.object({ column: BoardColumn, total: z.number().int(), rows: z.array(SharingRow) })),
    reads: ["sharings", "texts", "reports"],
  }),
  get: query({
    input: z.strictObject({ id: Id }),
    output: SharingDetail,
    reads: ["sharings", "texts", "reports", "cases", "roster"],
  }),
  create: command({
    input: SharingFields.partial().required({ title: true, origin: true }),
    output: z.object({ id: Id }),
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  /** Begun from a case: its write-up as text (or its narrative, sanitised), its reports, TLP:AMBER. */
  createFromCase: command({
    input: z.strictObject({ caseId: Id }),
    output: z.object({ id: Id }),
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  /** Begun from reports, joined into one. */
  createFromReports: command({
    input: z.strictObject({ reportIds: Ids, title: Title.optional() }),
    output: z.object({ id: Id }),
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  /**
   * A change of title or body takes it back to draft, and whatever its readers would see otherwise (labels, list, note of a
   * correction) makes approvals and releases void.
   */
  update: command({
    input: z.strictObject({ id: Id, fields: SharingFields.partial() }),
    output: Nothing,
    ...changesSharings,
    errors: ["record.not-found", "sharings.withdrawn"],
  }),
  /** Moves it on the board to where its facts allow: sanitised, awaiting approval, approved, or back to draft. */
  advance: command({
    input: z.strictObject({ id: Id, to: z.enum(["draft", "sanitised", "awaiting-approval", "approved"]) }),
    output: Nothing,
    ...changesSharings,
    errors: [
      "record.not-found",
      "record.changed-meanwhile",
      "gate.closed",
      "sharings.withdrawn",
      "sharings.already-out",
      "approvals.nobody-to-ask",
    ],
  }),
  /** Gives it out: bulletin and list of indicators go through the gate, and the ledger says to whom. */
  issue: command({
    input: z.strictObject({
      id: Id,
      at: MomentMs.optional(),
    }),
    output: z.object({
      version: z.number().int(),
      bulletin: KeptFile,
      indicators: KeptFile.nullable(),
      notice: KeptFile.nullable(),
    }),
    ...changesSharings,
    errors: [
      ...gateErrors,
      "record.changed-meanwhile",
      "sharings.nobody-to-tell",
      "sharings.withdrawn",
      "publishing.typesetting-failed",
    ],
  }),
  withdraw: command({
    input: z.strictObject({ id: Id, reason: z.string().trim().min(1).max(2000) }),
    output: Nothing,
    ...changesSharings,
    errors: ["record.not-found", "record.changed-meanwhile", "sharings.withdrawn", "sharings.note-tells"],
  }),
  /** Other words for why it was withdrawn, until those who have it are told. */
  rewordWithdrawal: command({
    input: z.strictObject({ id: Id, reason: z.string().trim().min(1).max(2000) }),
    output: Nothing,
    ...changesSharings,
    errors: ["record.not-found", "sharings.note-tells"],
  }),
  /** The notice of a withdrawal, made by another person than who worded it, for everybody who got any version. */
  giveNotice: command({
    input: z.strictObject({ id: Id }),
    output: KeptFile,
    ...changesSharings,
    errors: [
      ...gateErrors,
      "record.changed-meanwhile",
      "gate.same-person",
      "sharings.note-tells",
      "publishing.typesetting-failed",
    ],
  }),
  /** 続報: a new draft that follows this one up, to the same audience. */
  followUp: command({
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  addSighting: command({
    input: z.strictObject({
      id: Id,
      organizationId: Id,
      at: MomentMs,
      note: z.string().trim().max(5000).nullable(),
      /** The report that the participant made of it, if there is one. */
      reportId: Id.nullable(),
    }),
    output: z.object({ id: Id }),
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  updateSighting: command({
    input: z.strictObject({
      id: Id,
      fields: z
        .strictObject({
          note: z.string().trim().max(5000).nullable(),
          reportId: Id.nullable(),
          consent: ApprovalDecision.nullable(),
          consentAskedAt: MomentMs.nullable(),
        })
        .partial(),
    }),
    output: Nothing,
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  removeSighting: command({
    input: z.strictObject({ id: Id }),
    output: Nothing,
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  /** A recipient's answer to what they were sent, also that they found nothing. */
  recordAnswer: command({
    input: z.strictObject({
      delivery: DeliveryRef,
      at: MomentMs,
      answer: z.string().trim().min(1).max(2000),
    }),
    output: Nothing,
    ...changesSharings,
    errors: ["record.not-found"],
  }),
  /**
   * Who was sent something since a day and has neither answered nor seen it, longest silence first; without a day, in the
   * last twelve months.
   */
  silence: query({
    input: z.strictObject({ sinceDay: Day.nullable().default(null) }),
    output: z.array(SilentRecipient),
    reads: ["sharings", "roster"],
  }),
  /** The words of a reminder to one recipient, ready to be copied; it names no provider and no other recipient. */
  reminderText: query({
    input: z.strictObject({ recipientId: Id, sinceDay: Day.nullable().default(null) }),
    output: z.object({ subject: z.string(), body: z.string() }),
    reads: ["sharings", "roster"],
  }),
  /** The same as the draft of a mail, which goes through the gate. */
  remind: command({
    input: z.strictObject({ recipientId: Id, sinceDay: Day.nullable().default(null) }),
    output: KeptFile,
    changes: ["sharings", "texts", "audit"],
    errors: ["record.not-found", "gate.leak", "gate.unreadable"],
  }),
  /** Counted reports of a quarter that are in no sharing and have no reason for it: what note ※1 cannot tell yet. */
  unshared: query({
    input: z.strictObject({ quarter: Quarter, ...Window }),
    output: pageOf(ReportRow),
    reads: ["sharings", "reports"],
  }),
  /** Says why reports are on purpose not given out; null takes the reason back. */
  explain: command({
    input: z.strictObject({ reportIds: Ids, reason: NotSharedReason.nullable() }),
    output: Nothing,
    changes: ["reports", "sharings", "figures", "audit"],
    errors: ["record.not-found"],
  }),
};
