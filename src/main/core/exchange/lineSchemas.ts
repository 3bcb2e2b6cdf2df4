import { z } from "zod";
import { Month } from "#shared/contract/campaigns.ts";
import { dayOf, isDay, readMoment } from "#shared/domain/moment.ts";
import { isQuarter, type Quarter } from "#shared/domain/quarter.ts";
import { readTlp } from "#shared/domain/tlp.ts";
import {
  ApprovalDecision,
  Assessment,
  Channel,
  Confidence,
  FigureName,
  LinkRelation,
  NotSharedReason,
  ObservableRole,
  Origin,
  SharingState,
} from "#shared/domain/vocabulary.ts";

/**
 * The lines of casebook interchange, version 1. Strict: an unknown field is refused by name. Moments come out as
 * epoch milliseconds, TLP labels as TLP 2.0.
 */
export const INTERCHANGE_VERSION = 1;

/** Half of a surrogate pair is no character; a database of UTF-8 text could not give it back. */
const Text = z.string().refine((text) => text.isWellFormed(), { error: "holds half a character" });
/** Kept as written, spaces and all. */
const Name = Text.refine((text) => text.trim() !== "", { error: "is empty" });
const RecordId = Text.min(1);
const Texts = z.array(Text).default([]);

const Day = z.string().refine(isDay, { error: "is no day, like 2022-12-08" });
const MonthText = z.string().refine((text) => Month.safeParse(text).success, { error: "is no month, like 2017-10" });
const QuarterText = z
  .string()
  .refine((text): text is Quarter => isQuarter(text), { error: "is no quarter, like 2022Q4" });

const Moment = z.string().transform((text, context) => {
  const moment = readMoment(text);
  if (moment === undefined) {
    context.addIssue({
      code: "custom",
      message: "is no RFC 3339 moment with an offset, like 2022-12-08T14:05:00+09:00",
    });
    return z.NEVER;
  }
  return moment;
});

const TlpText = z.string().transform((text, context) => {
  const label = readTlp(text);
  if (label === undefined) {
    context.addIssue({ code: "custom", message: "is no TLP label" });
    return z.NEVER;
  }
  return label;
});

/** Dates are days in Tokyo; a moment is taken for the day that holds it there. */
const OpenedAt = z.string().transform((text, context) => {
  const moment = readMoment(text);
  if (moment === undefined && !isDay(text)) {
    context.addIssue({ code: "custom", message: "is no day, like 2022-12-08" });
    return z.NEVER;
  }
  return moment === undefined ? text : dayOf(moment);
});

type Span = { from: string; to?: string | undefined };
function endsAfterItBegins({ from, to }: Span): boolean {
  return to === undefined || to >= from;
}
const SPAN_ISSUE = { path: ["to"], message: "lies before from" };

const Sig = z
  .strictObject({
    type: z.literal("sig"),
    id: RecordId,
    name: Name,
    nameEn: Text.optional(),
    from: Day,
    to: Day.optional(),
  })
  .refine(endsAfterItBegins, SPAN_ISSUE);

const Organization = z.strictObject({
  type: z.literal("organization"),
  id: RecordId,
  name: Name,
  reading: Text.optional(),
  nameEn: Text.optional(),
  aliases: Texts,
  domains: Texts,
  persons: z.array(z.strictObject({ name: Name, reading: Text.optional(), email: Text.optional() })).default([]),
  products: Texts,
  addresses: Texts,
  phones: Texts,
  parent: RecordId.optional(),
});

const Membership = z
  .strictObject({ type: z.literal("membership"), organization: RecordId, sig: RecordId, from: Day, to: Day.optional() })
  .refine(endsAfterItBegins, SPAN_ISSUE);

const Framework = z.strictObject({
  type: z.literal("framework"),
  id: RecordId,
  name: Name,
  sizes: z
    .array(
      z.strictObject({
        from: Day,
        label: Text,
        bodies: z.number().int().min(0).optional(),
        members: z.number().int().min(0).optional(),
      }),
    )
    .default([]),
});

const OrganizationParty = z.strictObject({ organization: RecordId });
const FrameworkParty = z.strictObject({ framework: RecordId });
const OutsideParty = z.strictObject({ outside: Name });
const PROVIDER_FORMS = 'must be {"organization":ID}, {"framework":ID} or {"outside":NAME}';
const VICTIM_FORMS = 'must be {"organization":ID} or {"outside":NAME}';

const Report = z.strictObject({
  type: z.literal("report"),
  id: RecordId,
  receivedAt: Moment,
  occurredAt: Moment.optional(),
  provider: z.union([OrganizationParty, FrameworkParty, OutsideParty], { error: PROVIDER_FORMS }),
  victim: z.union([OrganizationParty, OutsideParty], { error: VICTIM_FORMS }).optional(),
  channel: Channel,
  items: z.number().int().min(1).max(1_000_000_000).default(1),
  category: Name.max(60),
  assessment: Assessment,
  title: Name,
  body: Text.optional(),
  observables: z.array(z.strictObject({ kind: Name, value: Text.min(1), role: ObservableRole.optional() })).default([]),
  cases: z.array(RecordId).optional(),
  tlp: TlpText.optional(),
  handling: Text.optional(),
  notShared: NotSharedReason.optional(),
  void: z.strictObject({ at: Moment, reason: Text }).optional(),
});

const Campaign = z.strictObject({
  type: z.literal("campaign"),
  id: RecordId,
  name: Name,
  since: MonthText,
  description: Text.optional(),
});

const Case = z.strictObject({
  type: z.literal("case"),
  id: RecordId,
  title: Name,
  kind: Name,
  openedAt: OpenedAt,
  origin: Origin,
  campaign: RecordId.optional(),
  summary: Text.optional(),
  narrative: Text.optional(),
  techniques: z.array(Text).optional(),
});

const Link = z.strictObject({
  type: z.literal("link"),
  from: RecordId,
  to: RecordId,
  relation: LinkRelation,
  rationale: Text,
  confidence: Confidence.optional(),
});

const Sharing = z.strictObject({
  type: z.literal("sharing"),
  id: RecordId,
  origin: Origin,
  reports: z.array(RecordId).default([]),
  cases: z.array(RecordId).optional(),
  title: Name,
  body: Text.optional(),
  tlp: TlpText,
  recipients: z.array(RecordId).default([]),
  state: SharingState,
  sharedAt: Moment.optional(),
  approvals: z
    .array(
      z.strictObject({
        organization: RecordId,
        at: Moment,
        how: Text,
        decision: ApprovalDecision,
        conditions: Text.optional(),
      }),
    )
    .default([]),
});

const Sighting = z.strictObject({
  type: z.literal("sighting"),
  id: RecordId,
  sharing: RecordId,
  organization: RecordId,
  at: Moment,
  note: Text.optional(),
});

const PublishedFigure = z.strictObject({
  type: z.literal("published-figure"),
  quarter: QuarterText,
  figure: FigureName,
  value: z.number().int().min(0),
  source: Text,
});

const Reference = z.strictObject({
  type: z.literal("reference"),
  id: RecordId,
  title: Name,
  url: Text.optional(),
  publishedOn: Day.optional(),
});

export const LINE_SCHEMAS = {
  sig: Sig,
  organization: Organization,
  membership: Membership,
  framework: Framework,
  campaign: Campaign,
  case: Case,
  report: Report,
  link: Link,
  sharing: Sharing,
  sighting: Sighting,
  "published-figure": PublishedFigure,
  reference: Reference,
} as const;

export type LineType = keyof typeof LINE_SCHEMAS;
export const LINE_TYPES = Object.keys(LINE_SCHEMAS) as LineType[];

export type LineOf<T extends LineType> = z.output<(typeof LINE_SCHEMAS)[T]>;

export const Header = z.strictObject({ type: z.literal("casebook"), version: z.number() });
