import { z } from "zod";
import { DecisionAction } from "../domain/consent.ts";
import { MomentMs } from "../domain/moment.ts";
import { command, query } from "./define.ts";
import { Id, LongText, Nothing, RecordName } from "./common.ts";

/** A text that is to leave: a write-up, or the body of a sharing. */
export const TextRef = z.strictObject({ kind: z.enum(["writeup", "sharing"]), id: Id });
export type TextRef = z.infer<typeof TextRef>;

export const FindingDecision = z.object({
  action: DecisionAction,
  reason: z.string().nullable(),
  by: z.string(),
  at: MomentMs,
});

/** Something in a text that could tell who provided it. Offsets are UTF-16 units of the Markdown of that text. */
export const DeskFinding = z.object({
  /** The same while the words found and the sentence around them are the same. */
  key: z.string(),
  /** `title` or `body`; among a report's own words the key of one of its parts. */
  where: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  kind: z.string(),
  severity: z.enum(["must", "review"]),
  /** Whom it points to, for the analysts' eyes only. */
  entity: RecordName.nullable(),
  /** 見つけた経路, outermost first: names of decoders (`messages/LANGUAGE/sanitising.ts` has their words). */
  via: z.array(z.string()),
  /** What was read there, decoded. */
  reads: z.string(),
  /**
   * Never published, and yet every word of it is in the list of ordinary words, and they do not stand together as in a name
   * (排水処理設備). Only such may be acknowledged many at once (sanitising.md 7).
   */
  plain: z.boolean(),
  /** The sentence it stands in. */
  sentence: z.string(),
  /** Where it is grouped for one decision over all of its places. */
  group: z.string(),
  decision: FindingDecision.nullable(),
  /** What `mask` would put there, and what `generalise` could. */
  proposals: z.object({ mask: z.string(), generalise: z.array(z.string()) }),
});
export type DeskFinding = z.infer<typeof DeskFinding>;

/** A number that could be coarsened (約 7 割, 1,000 万件弱, 1 か月強). */
export const ExactNumber = z.object({
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  choices: z.array(z.string()),
});
export type ExactNumber = z.infer<typeof ExactNumber>;

/** House style and certainty words: a hint, never a bar. `suggestion` null: for a person to word. */
export const StyleHint = z.object({
  code: z.enum([
    "wide-letter",
    "pseudonym-spacing",
    "ip-address-spacing",
    "unit-spacing",
    "wave-dash",
    "defang-style",
    "tlp-wording",
    "kana-style",
    "figure-missing",
    "bare-assertion",
    "letter-of-two",
  ]),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  suggestion: z.string().nullable(),
});
export type StyleHint = z.infer<typeof StyleHint>;

/** A row of the secret ledger. */
export const Pseudonym = z.object({
  label: z.string(),
  organization: RecordName.nullable(),
  outside: z.string().nullable(),
  /** How many places of the text say this label. */
  places: z.number().int(),
});
export type Pseudonym = z.infer<typeof Pseudonym>;

/** All that the desk 匿名化 shows of one text. */
export const Desk = z.object({
  text: TextRef,
  title: z.string(),
  body: z.string(),
  sha256: z.string(),
  author: z.string().nullable(),
  updatedAt: MomentMs.nullable(),
  /** What it tells of, as received: a case's narrative, or for a sharing its cases' narratives and its reports' bodies. */
  originals: z.array(
    z.object({
      type: z.enum(["case", "report"]),
      id: Id,
      title: z.string(),
      body: z.string(),
      /** Must and review findings of the original; offsets in `body`. */
      findings: z.array(DeskFinding),
    }),
  ),
  /** The organisations whose names are at stake. */
  parties: z.array(RecordName),
  /** In order of their place; must and review; those decided to be allowed carry their decision. */
  findings: z.array(DeskFinding),
  /** Findings that wait: every must, and reviews without a decision. */
  open: z.object({ must: z.number().int(), review: z.number().int() }),
  /** More was found than is listed here: the text as a whole has to change first. */
  capped: z.boolean(),
  numbers: z.array(ExactNumber),
  hints: z.array(StyleHint),
  pseudonyms: z.array(Pseudonym),
  exactValues: z.array(z.object({ id: Id, written: z.string(), exact: z.string(), at: MomentMs })),
});
export type Desk = z.infer<typeof Desk>;

export const Decision = z.strictObject({
  key: z.string(),
  action: DecisionAction,
  /** What is put there; for `mask` the proposal when left out, needed for `generalise` and `describe`. */
  words: z.string().min(1).max(2000).optional(),
  /** Needed for `allow`. */
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type Decision = z.infer<typeof Decision>;

const deskErrors = [
  "record.not-found",
  "record.changed-meanwhile",
  "sanitising.must-stays",
  "sanitising.reason-missing",
  "sanitising.words-missing",
  "sanitising.label-taken",
] as const;
const changesTexts = { changes: ["texts", "sharings", "audit"], errors: deskErrors } as const;

export const sanitising = {
  desk: query({
    input: z.strictObject({ text: TextRef }),
    output: Desk,
    reads: ["texts", "cases", "reports", "sharings", "roster"],
  }),
  /** Findings of a passage as it is typed; offsets in the passage. */
  checkPassage: query({
    input: z.strictObject({ text: TextRef, passage: LongText }),
    output: z.object({ findings: z.array(DeskFinding), numbers: z.array(ExactNumber), hints: z.array(StyleHint) }),
    reads: [],
  }),
  /** Applies decisions, one or the batch of a group, to the text as the desk showed it (`sha256`). */
  decide: command({
    input: z.strictObject({ text: TextRef, sha256: z.string(), decisions: z.array(Decision).min(1).max(10_000) }),
    output: z.object({ changed: z.number().int() }),
    ...changesTexts,
  }),
  /** Takes back that something was allowed. */
  reconsider: command({
    input: z.strictObject({ text: TextRef, keys: z.array(z.string()).min(1) }),
    output: Nothing,
    ...changesTexts,
  }),
  /** Puts a coarser number in the place of an exact one, which is kept privately. */
  coarsen: command({
    input: z.strictObject({
      text: TextRef,
      sha256: z.string(),
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      words: z.string().min(1).max(200),
    }),
    output: Nothing,
    ...changesTexts,
  }),
  /** Applies the suggestion of hints, all of one code or one. */
  applyHints: command({
    input: z.strictObject({
      text: TextRef,
      sha256: z.string(),
      hints: z.array(z.strictObject({ start: z.number().int(), end: z.number().int(), suggestion: z.string() })).min(1),
    }),
    output: Nothing,
    ...changesTexts,
  }),
  /** Gives a party another label (A 社 → 当該組織); every place of the text follows. */
  relabel: command({
    input: z.strictObject({ text: TextRef, from: z.string().min(1), to: z.string().trim().min(1).max(60) }),
    output: Nothing,
    ...changesTexts,
  }),
};
