import type { CompiledRoster } from "./compileRoster.ts";
import { foldText, type FoldedText } from "./folding/foldText.ts";
import { soundText } from "./folding/soundText.ts";
import { strengthOf } from "./occurrence.ts";
import { isCompanyMeant } from "./companyContext.ts";
import { isPersonMeant } from "./personContext.ts";
import type { PatternSet, Target } from "./patternSet.ts";
import type { View } from "./view.ts";
import type { FindingKind, Severity } from "./finding.ts";

/** Something seen in a view; offsets into the view's text. */
export type Sighting = {
  start: number;
  end: number;
  kind: FindingKind;
  severity: Severity;
  /** Index of the organisation in the compiled roster. */
  organization?: number;
  /** How it was recognised, where no view tells: "hash". */
  how?: string;
};

/** Which targets of a pattern count in this scan, found out once a pattern. */
export type ActiveTargets = {
  /** Indexes of the organisations that the text is about. */
  parties: ReadonlySet<number>;
  of(set: PatternSet, pattern: number): readonly Target[];
};

const MOST_TARGETS = 4;

/** @param parties indexes of the organisations that the text is about, their groups included */
export function activateTargets(parties: ReadonlySet<number>): ActiveTargets {
  const known = new Map<PatternSet, Map<number, readonly Target[]>>();
  const resolve = (set: PatternSet, pattern: number): readonly Target[] => {
    const targets = set
      .targetsOf(pattern)
      .filter(({ scope, organization }) => scope === "all" || parties.has(organization));
    const own = targets.filter(({ organization }) => parties.has(organization));
    return distinctNeeds(own.length > 0 ? [...own, ...targets] : targets);
  };
  return {
    parties,
    of(set, pattern) {
      let resolved = known.get(set);
      if (!resolved) known.set(set, (resolved = new Map<number, readonly Target[]>()));
      let targets = resolved.get(pattern);
      if (!targets) resolved.set(pattern, (targets = resolve(set, pattern)));
      return targets;
    },
  };
}

/** Thousands may bear one name: the first of each need is enough to say that it is a name. */
function distinctNeeds(targets: readonly Target[]): Target[] {
  const chosen = new Map<string, Target>();
  for (const target of targets) {
    const key = `${target.kind} ${target.need} ${target.severity}`;
    if (!chosen.has(key)) chosen.set(key, target);
    if (chosen.size >= MOST_TARGETS * 2) break;
  }
  return [...chosen.values()];
}

export type MatchOptions = {
  /** Where letters were only guessed at (reversed, shifted), short patterns are chance. */
  shortestLatin?: number;
  shortest?: number;
  readsSounds?: boolean;
};

/** Looks for the whole roster in one view. */
export function matchView(
  { text }: Pick<View, "text">,
  roster: CompiledRoster,
  active: ActiveTargets,
  see: (sighting: Sighting) => void,
  { shortestLatin = 0, shortest = 0, readsSounds = true }: MatchOptions = {},
): void {
  const folded = foldText(text);
  const { skeletons, sounds } = roster;
  skeletons.matcher.run(folded.units, folded.length, (pattern, end) => {
    const known = active.of(skeletons, pattern);
    if (known.length === 0) return;
    const written = skeletons.patterns[pattern] ?? "";
    const isShort = written.length < (/^[a-z0-9]+$/.test(written) ? shortestLatin : shortest);
    // An honorific beside it says that a short one is no chance.
    const targets = isShort ? known.filter(({ need }) => need === "person") : known;
    if (targets.length === 0) return;
    seeSkeleton(text, folded, end - written.length, end - 1, written, targets, see);
  });
  if (!readsSounds || sounds.patterns.length === 0) return;
  const sound = soundText(text);
  sounds.matcher.run(sound.units, sound.length, (pattern, end) => {
    const length = sounds.patterns[pattern]?.length ?? 0;
    if (length < shortestLatin || sound.opens[end - length] !== 1 || sound.closes[end - 1] !== 1) return;
    const targets = active.of(sounds, pattern);
    if (targets.length === 0) return;
    const start = sound.from[end - length] ?? 0;
    seeSound(text, start, sound.to[end - 1] ?? 0, targets, see);
  });
}

function seeSkeleton(
  text: string,
  folded: FoldedText,
  first: number,
  last: number,
  pattern: string,
  targets: readonly Target[],
  see: (sighting: Sighting) => void,
): void {
  const strength = strengthOf({ text, folded, first, last, pattern });
  if (strength === "none") return;
  const start = folded.from[first] ?? 0;
  const end = folded.to[last] ?? 0;
  for (const { kind, need, severity, organization } of targets) {
    if (!isMet(need, text, folded, first, last)) continue;
    see({ start, end, kind, severity: strength === "weak" && need !== "company" ? "review" : severity, organization });
  }
}

function seeSound(
  text: string,
  start: number,
  end: number,
  targets: readonly Target[],
  see: (sighting: Sighting) => void,
): void {
  const isInWord = /[ァ-ヺー]/.test(text.charAt(start)) && /[ァ-ヺー]/.test(text.charAt(start - 1));
  for (const { kind, need, severity, organization, scope } of targets) {
    if (isInWord && scope === "party") continue;
    const isHiragana = /^[ぁ-ゖー]/.test(text.charAt(start));
    if (need === "person" && !isPersonMeant(text, start, end)) continue;
    see({
      start,
      end,
      kind,
      severity: scope === "party" && need === "none" && isHiragana ? "review" : severity,
      organization,
    });
  }
}

function isMet(need: Target["need"], text: string, folded: FoldedText, first: number, last: number): boolean {
  const start = folded.from[first] ?? 0;
  const end = folded.to[last] ?? 0;
  if (need === "none") return true;
  if (need === "person") return isPersonMeant(text, start, end);
  if (need === "company") return isCompanyMeant(text, start, end);
  if (need === "legal-mark") return /[㈱]|[(（]株[)）]/u.test(text.slice(Math.max(0, start - 1), end + 1));
  if (need === "dots") return last - first >= 9 || /[^\p{L}\p{N}]/u.test(text.slice(start, end));
  return isWholeNumber(text, start, end);
}

/** 0081 and 010-81: what is dialled before the country. */
function isDialledAbroad(text: string, start: number): boolean {
  const number = text.slice(start, start + 4).normalize("NFKC");
  const before = text.slice(Math.max(0, start - 5), start).normalize("NFKC");
  return number.startsWith("81") && /(?<!\d)(?:00|010)[-\s]?$/.test(before);
}

/** No further digit belongs to the number: of a phone number not even behind a hyphen, of a place's first one it may. */
function isWholeNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start).normalize("NFKC");
  const after = text.slice(end, end + 2).normalize("NFKC");
  if (!/\d/.test(text.charAt(start).normalize("NFKC"))) return !/^\d/.test(after);
  if (/^[-.]?\d/.test(after)) return false;
  return !/\d[-.()]?$/.test(before) || isDialledAbroad(text, start);
}
