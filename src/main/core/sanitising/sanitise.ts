import type { CompiledRoster } from "./compileRoster.ts";
import { defangText } from "./defangText.ts";
import type { Finding } from "./finding.ts";
import { findTokens, maskFinding, unwrapFinding, type Labels, type Mask } from "./maskSpans.ts";
import { MASKED_TOKEN } from "./maskWords.ts";
import { scan, type ScanOptions } from "./scan.ts";

export type Sanitised = {
  text: string;
  /** Must findings that are still there: none, unless the rounds were used up. */
  left: Finding[];
};

/** One round is enough for nearly all texts; what masks brought together shows in the second. */
const MOST_ROUNDS = 5;

/**
 * The text with every must finding masked and attackers' addresses defanged, scanned again until nothing is found.
 *
 * @param findings of this text, from `scan` with the same roster and options
 */
export function sanitise(
  text: string,
  findings: readonly Finding[],
  roster: CompiledRoster,
  options: ScanOptions & { labels?: Labels } = {},
): Sanitised {
  // What is only to be reviewed is not masked, so it is not asked for again.
  const { tokenizer: _, labels = {}, ...scanOptions } = options;
  let { text: masked, left } = unwrapLinks(text, findings.filter(isMust), roster, scanOptions);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    masked =
      round === 0
        ? defangText(applyMasks(masked, masksOf(masked, left, labels)))
        : applyMasks(masked, widen(masked, left));
    left = scan(masked, roster, scanOptions).filter(isMust);
    if (left.length === 0) return { text: masked, left };
  }
  return { text: masked, left };
}

const isMust = ({ severity }: Finding) => severity === "must";
/** Wrappers inside wrappers. */
export const MOST_WRAPPERS = 3;

/** Puts the links inside in the place of their wrappers first: what an attacker's link says is kept, and has to be looked at anew. */
function unwrapLinks(
  text: string,
  findings: readonly Finding[],
  roster: CompiledRoster,
  options: ScanOptions,
): Sanitised {
  let unwrapped = text;
  let left = [...findings];
  for (let round = 0; round < MOST_WRAPPERS; round += 1) {
    const links = linksInside(unwrapped, left);
    if (links.length === 0) break;
    unwrapped = applyMasks(unwrapped, links);
    left = scan(unwrapped, roster, options).filter(isMust);
  }
  return { text: unwrapped, left };
}

/** For each wrapper that stands there plainly, the link it was put around. */
export function linksInside(text: string, findings: readonly Finding[]): Mask[] {
  return findings
    .filter(({ via }) => via.every((name) => name === "defanged"))
    .flatMap((finding) => unwrapFinding(text, finding) ?? []);
}

function masksOf(text: string, findings: readonly Finding[], labels: Labels = {}): Mask[] {
  const tokens = findTokens(text);
  return findings.map((finding) => maskFinding(text, finding, tokens, labels));
}

/** What stayed after the first round is masked with all of its token. */
function widen(text: string, findings: readonly Finding[]): Mask[] {
  return masksOf(text, findings).map(({ start, end, text: word }) => {
    let from = start;
    let to = end;
    while (from > 0 && /[\w%+/=.@:\\-]/.test(text.charAt(from - 1))) from -= 1;
    while (to < text.length && /[\w%+/=.@:\\-]/.test(text.charAt(to))) to += 1;
    return { start: from, end: to, text: from === start && to === end ? word : MASKED_TOKEN };
  });
}

/** Masks that touch the same text become one; the wider gives the word. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
  const ordered = masks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const merged: Mask[] = [];
  for (const mask of ordered) {
    const last = merged.at(-1);
    if (last && mask.start < last.end) {
      if (mask.end - mask.start > last.end - last.start) last.text = mask.text;
      last.end = Math.max(last.end, mask.end);
    } else merged.push({ ...mask });
  }
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text: word } of merged) {
    pieces.push(text.slice(position, start), word);
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}
