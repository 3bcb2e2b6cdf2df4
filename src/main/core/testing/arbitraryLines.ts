import fc from "fast-check";
import { KNOWN_CATEGORIES } from "#shared/domain/category.ts";
import { TLP_LABELS } from "#shared/domain/tlp.ts";
import {
  APPROVAL_DECISIONS,
  ASSESSMENTS,
  CHANNELS,
  CONFIDENCES,
  FIGURES,
  LINK_RELATIONS,
  NOT_SHARED_REASONS,
  OBSERVABLE_ROLES,
  ORIGINS,
  SHARING_STATES,
} from "#shared/domain/vocabulary.ts";

/**
 * Random interchange books: every type of line, every optional field there and not there, references in any
 * direction, moments at the edges of quarters in many time zones, and characters that break careless programs.
 */
export type BookLine = { type: string; id?: string } & Record<string, unknown>;

const ODD_TEXTS = [
  "ﾌｨｯｼﾝｸﾞ",
  "ビジネスメール詐欺",
  "びじねすめーる",
  "が\u3099 カ\u3099",
  "hxxps://login[.]example/ﾊﾟｽ",
  'He said "No", then\tleft',
  "行\u2028段落\u2029終",
  "😀👨‍👩‍👧𠮷野家",
  "a\u0000b",
  "ＡＢＣ１２３㍿①",
  "' or 1=1 --",
  "\\u0041 \\n",
  "\ufeffbom",
  "İıſK",
  '{"type":"sig"}',
];

export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.constantFrom(...ODD_TEXTS), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n")),
);
const name = arbitraryText.filter((text) => text.trim() !== "");

const QUARTER_STARTS = ["2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01", "2023-01-01", "2023-04-01"];
const DAY_MS = 86_400_000;
const OFFSETS = [0, 9, -5, 10, 5.75, -11, 14, -3.5];

function writeIn(offsetHours: number, momentMs: number): string {
  const minutes = Math.abs(offsetHours) * 60;
  const two = (value: number) => String(value).padStart(2, "0");
  const zone = `${offsetHours < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return new Date(momentMs + offsetHours * 3_600_000).toISOString().replace("Z", offsetHours === 0 ? "Z" : zone);
}

/** Half of them within two seconds of the beginning of a quarter in Tokyo. */
export const arbitraryMoment: fc.Arbitrary<string> = fc
  .record({
    start: fc.constantFrom(...QUARTER_STARTS),
    delta: fc.oneof(fc.constantFrom(-1, 0, 1, -1000, 1000, -2000), fc.integer({ min: 0, max: 89 * DAY_MS })),
    offset: fc.constantFrom(...OFFSETS),
  })
  .map(({ start, delta, offset }) => writeIn(offset, Date.parse(`${start}T00:00:00+09:00`) + delta));

export const arbitraryDay: fc.Arbitrary<string> = fc
  .record({
    start: fc.constantFrom(...QUARTER_STARTS),
    delta: fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -20, max: 89 })),
  })
  .map(({ start, delta }) => new Date(Date.parse(`${start}T00:00:00Z`) + delta * DAY_MS).toISOString().slice(0, 10));

type Fields = Record<string, fc.Arbitrary<unknown>>;

function line(type: string, required: Fields, optional: Fields = {}): fc.Arbitrary<BookLine> {
  return fc
    .record({ ...required, ...optional }, { requiredKeys: Object.keys(required) })
    .map((fields) => ({ type, ...fields }));
}

/** A span whose end, if it has one, is not before its beginning. */
function withSpan(span: fc.Arbitrary<BookLine>): fc.Arbitrary<BookLine> {
  return fc.tuple(span, arbitraryDay, fc.option(arbitraryDay)).map(([fields, a, b]) => {
    if (b === null) return { ...fields, from: a };
    return { ...fields, from: a < b ? a : b, to: a < b ? b : a };
  });
}

/** Ids of the records that a book is made of; all are there, so that a reference always meets its record. */
type Ids = Record<
  "sig" | "organization" | "framework" | "campaign" | "case" | "report" | "sharing" | "sighting" | "reference",
  string[]
>;

const ID_DECORATIONS = ["", " ", "é", "日本", "/", '"', "😀"];

function idsOf(type: string, min: number, max: number): fc.Arbitrary<string[]> {
  return fc
    .array(fc.constantFrom(...ID_DECORATIONS), { minLength: min, maxLength: max })
    .map((decorations) => decorations.map((decoration, position) => `${type}${decoration}${position}`));
}

const arbitraryIds: fc.Arbitrary<Ids> = fc.record({
  sig: idsOf("S", 1, 4),
  organization: idsOf("O", 1, 6),
  framework: idsOf("F", 1, 2),
  campaign: idsOf("P", 0, 2),
  case: idsOf("C", 1, 4),
  report: idsOf("R", 0, 14),
  sharing: idsOf("H", 0, 8),
  sighting: idsOf("G", 0, 2),
  reference: idsOf("D", 0, 2),
});

function some(ids: readonly string[]): fc.Arbitrary<string[]> {
  return ids.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
}

function organizationLine(id: string, { organization }: Ids): fc.Arbitrary<BookLine> {
  const texts = fc.array(arbitraryText, { maxLength: 2 });
  const person = fc.record({ name, reading: arbitraryText, email: arbitraryText }, { requiredKeys: ["name"] });
  const others = organization.filter((other) => other !== id);
  return line(
    "organization",
    { id: fc.constant(id), name },
    {
      reading: arbitraryText,
      nameEn: arbitraryText,
      aliases: texts,
      domains: texts,
      persons: fc.array(person, { maxLength: 2 }),
      products: texts,
      addresses: texts,
      phones: texts,
      ...(others.length > 0 ? { parent: fc.constantFrom(...others) } : {}),
    },
  );
}

function frameworkLine(id: string): fc.Arbitrary<BookLine> {
  const size = fc.record(
    { from: arbitraryDay, label: arbitraryText, bodies: fc.nat(9), members: fc.nat(9999) },
    { requiredKeys: ["from", "label"] },
  );
  const sizes = fc.uniqueArray(size, { maxLength: 3, selector: ({ from }) => from });
  return line("framework", { id: fc.constant(id), name }, { sizes });
}

function reportLine(id: string, ids: Ids): fc.Arbitrary<BookLine> {
  const organization = fc.constantFrom(...ids.organization).map((value) => ({ organization: value }));
  const framework = fc.constantFrom(...ids.framework).map((value) => ({ framework: value }));
  const outside = name.map((value) => ({ outside: value }));
  const observable = fc.record(
    {
      kind: fc.constantFrom("ipv4-addr", "domain-name", "url", "file"),
      value: name,
      role: fc.constantFrom(...OBSERVABLE_ROLES),
    },
    { requiredKeys: ["kind", "value"] },
  );
  return line(
    "report",
    {
      id: fc.constant(id),
      receivedAt: arbitraryMoment,
      provider: fc.oneof({ weight: 3, arbitrary: organization }, framework, outside),
      channel: fc.constantFrom(...CHANNELS),
      category: fc.oneof(fc.constantFrom(...KNOWN_CATEGORIES), fc.constant("独自の種別")),
      assessment: fc.constantFrom(...ASSESSMENTS),
      title: name,
    },
    {
      occurredAt: arbitraryMoment,
      victim: fc.oneof(organization, outside),
      items: fc.integer({ min: 1, max: 300 }),
      body: arbitraryText,
      observables: fc.array(observable, { maxLength: 3 }),
      cases: some(ids.case),
      tlp: fc.constantFrom(...TLP_LABELS),
      handling: arbitraryText,
      notShared: fc.constantFrom(...NOT_SHARED_REASONS),
      void: fc.record({ at: arbitraryMoment, reason: arbitraryText }),
    },
  );
}

function caseLine(id: string, { campaign }: Ids): fc.Arbitrary<BookLine> {
  return line(
    "case",
    { id: fc.constant(id), title: name, kind: name, openedAt: arbitraryDay, origin: fc.constantFrom(...ORIGINS) },
    {
      ...(campaign.length > 0 ? { campaign: fc.constantFrom(...campaign) } : {}),
      summary: arbitraryText,
      narrative: arbitraryText,
      techniques: fc.array(arbitraryText, { maxLength: 2 }),
    },
  );
}

function sharingLine(id: string, ids: Ids): fc.Arbitrary<BookLine> {
  const approval = fc.record(
    {
      organization: fc.constantFrom(...ids.organization),
      at: arbitraryMoment,
      how: arbitraryText,
      decision: fc.constantFrom(...APPROVAL_DECISIONS),
      conditions: arbitraryText,
    },
    { requiredKeys: ["organization", "at", "how", "decision"] },
  );
  return line(
    "sharing",
    {
      id: fc.constant(id),
      origin: fc.constantFrom(...ORIGINS),
      title: name,
      tlp: fc.constantFrom(...TLP_LABELS),
      state: fc.constantFrom(...SHARING_STATES),
    },
    {
      reports: some(ids.report),
      cases: some(ids.case),
      body: arbitraryText,
      recipients: some([...ids.sig, ...ids.framework]),
      sharedAt: arbitraryMoment,
      approvals: fc.array(approval, { maxLength: 2 }),
    },
  );
}

function unique(lines: fc.Arbitrary<BookLine>, keys: readonly string[], maxLength: number): fc.Arbitrary<BookLine[]> {
  return fc.uniqueArray(lines, { maxLength, selector: (fields) => keys.map((key) => String(fields[key])).join("\n") });
}

function linesOf(ids: Ids): fc.Arbitrary<BookLine[]> {
  const each = (type: keyof Ids, make: (id: string) => fc.Arbitrary<BookLine>) => ids[type].map(make);
  const dated = (id: string) => fc.constant(id);
  const membership = line("membership", {
    organization: fc.constantFrom(...ids.organization),
    sig: fc.constantFrom(...ids.sig),
  });
  const link = line(
    "link",
    {
      from: fc.constantFrom(...ids.case),
      to: fc.constantFrom(...ids.case),
      relation: fc.constantFrom(...LINK_RELATIONS),
      rationale: arbitraryText,
    },
    { confidence: fc.constantFrom(...CONFIDENCES) },
  ).filter(({ from, to }) => from !== to);
  const figure = line("published-figure", {
    quarter: fc.constantFrom("2021Q4", "2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1"),
    figure: fc.constantFrom(...FIGURES),
    value: fc.nat(300),
    source: arbitraryText,
  });
  const single = [
    ...each("sig", (id) => withSpan(line("sig", { id: dated(id), name }, { nameEn: arbitraryText }))),
    ...each("organization", (id) => organizationLine(id, ids)),
    ...each("framework", frameworkLine),
    ...each("campaign", (id) =>
      line(
        "campaign",
        { id: fc.constant(id), name, since: fc.constantFrom("2017-10", "2022-03", "2022-12", "2023-02") },
        { description: arbitraryText },
      ),
    ),
    ...each("case", (id) => caseLine(id, ids)),
    ...each("report", (id) => reportLine(id, ids)),
    ...each("sharing", (id) => sharingLine(id, ids)),
    ...(ids.sharing.length === 0
      ? []
      : each("sighting", (id) =>
          line(
            "sighting",
            {
              id: fc.constant(id),
              sharing: fc.constantFrom(...ids.sharing),
              organization: fc.constantFrom(...ids.organization),
              at: arbitraryMoment,
            },
            { note: arbitraryText },
          ),
        )),
    ...each("reference", (id) =>
      line("reference", { id: fc.constant(id), title: name }, { url: arbitraryText, publishedOn: arbitraryDay }),
    ),
  ];
  return fc
    .tuple(
      fc.tuple(...single),
      unique(withSpan(membership), ["organization", "sig", "from"], 14),
      ids.case.length > 1 ? unique(link, ["from", "to", "relation"], 4) : fc.constant([]),
      unique(figure, ["quarter", "figure"], 8),
    )
    .map((groups) => groups.flat());
}

/** Lines of a whole book in any order. */
export const arbitraryLines: fc.Arbitrary<BookLine[]> = arbitraryIds
  .chain(linesOf)
  .chain((lines) => fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }));
