import { AppError } from "#shared/errors.ts";
import type { CompiledRoster } from "./compileRoster.ts";
import type { Branch, Decoder, Guess } from "./decoders/decoder.ts";
import type { FindingKind, Severity } from "./finding.ts";
import { matchView, type ActiveTargets, type Sighting } from "./matchView.ts";
import { fingerprintSightings } from "./fingerprints.ts";
import { hostSightings } from "./rules/hostRules.ts";
import { numberSightings } from "./rules/numberRules.ts";
import { textSightings } from "./rules/textRules.ts";
import { changedBlocks } from "./splitBlocks.ts";
import { namesBehind, replaceSegments, sourceOf, Trails, type View } from "./view.ts";

/** A sighting led back to the original text. */
export type RawFinding = {
  start: number;
  end: number;
  kind: FindingKind;
  severity: Severity;
  organization: number | undefined;
  via: string[];
  reads: string;
};

/** Encodings inside encodings, at most. */
const MOST_DEPTH = 5;
/** Characters of all views together. A report of 60,000 characters full of encoded tokens takes about a quarter. */
const MOST_WORK = 2_500_000;
/** A view costs something however short it is. */
const LEAST_WORK = 24;
/** A guess is matched and no more. */
const GUESS_SHARE = 8;
/** What is certainly still encoded. */
const ENCODED = /%25|%[0-9A-F]{2}%[0-9A-F]{2}|&#\d{2,};|=\?[\w-]+\?[BQ]\?/i;
const MOST_FINDINGS = 200_000;
/** A decoded piece reads as itself but for what the reader guessed. */
const MOST_READ = 4_000;
/** Between two refusals that are one. */
const NEAR = 200;

/**
 * Looks at a text through all decoders: match, rewrite, match again, as a chain; what is a closed token, or only a guess,
 * is followed by itself. A tree of all decoders in all orders would take exponential time and finds no more.
 */
export class Exploration {
  readonly findings: RawFinding[] = [];
  readonly #roster: CompiledRoster;
  readonly #active: ActiveTargets;
  readonly #decoders: readonly Decoder[];
  readonly #trails = new Trails();
  readonly #seen = new Set<string>();
  /** Texts that held nothing, however they were read. */
  readonly #barren = new Set<string>();
  #work = 0;
  #isGuessing = false;

  readonly #isStopped: () => boolean;

  constructor(
    roster: CompiledRoster,
    active: ActiveTargets,
    decoders: readonly Decoder[],
    isStopped: () => boolean = () => false,
  ) {
    this.#isStopped = isStopped;
    this.#roster = roster;
    this.#active = active;
    this.#decoders = decoders;
  }

  /**
   * @param depth how many decodings lie between this view and the original
   * @param seenBefore the text that this one was rewritten from: its paragraphs that are the same were decoded there
   */
  explore(view: View, depth: number, goesOn = true, seenBefore?: string): void {
    if (view.text === "" || !this.#isNew(view)) return;
    if (this.#isStopped()) throw new AppError("call.cancelled");
    this.#work += Math.max(LEAST_WORK, view.text.length);
    if (this.#work > MOST_WORK) {
      this.#refuseView(view);
      return;
    }
    const before = this.findings.length;
    matchView(view, this.#roster, this.#active, (sighting) => this.see(view, sighting));
    if (goesOn) {
      this.#applyRules(view);
      const parts = seenBefore === undefined ? [view] : changedBlocks(view, seenBefore);
      for (const part of parts) this.#decode(part, depth);
    }
    if (depth > 0 && this.findings.length === before) this.#barren.add(view.text);
  }

  #follow({ view, goesOn, isGuess = false }: Exclude<Branch, Guess>, depth: number): void {
    const before = this.#isGuessing;
    this.#isGuessing ||= isGuess;
    this.explore(view, depth, goesOn);
    this.#isGuessing = before;
  }

  /** @param text turned by a rule; a view of it is built only for what was seen in it */
  #tryGuess({ text, match, toView }: Guess): void {
    this.#work += text.length / GUESS_SHARE;
    const sightings: Sighting[] = [];
    matchView({ text }, this.#roster, this.#active, (sighting) => sightings.push(sighting), match);
    if (sightings.length === 0) return;
    const view = toView();
    for (const sighting of sightings) this.see(view, sighting);
  }

  see(view: View, { start, end, kind, severity, organization, how }: Sighting): void {
    if (end <= start) return;
    if (this.findings.length >= MOST_FINDINGS) {
      this.refuse(0, view.ends.at(-1) ?? 0);
      return;
    }
    const source = sourceOf(view, start, end);
    const via = namesBehind(view, this.#trails, start, end);
    if (this.#isGuessing && via.length === 0) return;
    if (how !== undefined) via.push(how);
    const reads = view.text.slice(start, Math.min(end, start + MOST_READ));
    this.findings.push({ ...source, kind, severity, organization, via, reads });
  }

  /** What cannot be looked into blocks, like a name. */
  refuse(start: number, end: number): void {
    const last = this.findings.at(-1);
    // One after the other they are one stretch that was not looked into.
    if (last?.kind === "limit" && start >= last.start && start <= last.end + NEAR) {
      last.end = Math.max(last.end, end);
      return;
    }
    this.findings.push({ start, end, kind: "limit", severity: "must", organization: undefined, via: [], reads: "" });
  }

  #refuseView(view: View): void {
    const { start, end } = sourceOf(view, 0, view.text.length);
    this.refuse(start, end);
  }

  #isNew(view: View): boolean {
    if (this.#barren.has(view.text)) return false;
    const key = `${view.starts[0]} ${view.ends.at(-1)} ${view.text}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  #applyRules(view: View): void {
    for (const sightings of [
      hostSightings(view.text),
      numberSightings(view.text),
      textSightings(view.text),
      fingerprintSightings(view.text, this.#roster, this.#active.parties),
    ]) {
      for (const sighting of sightings) this.see(view, sighting);
    }
  }

  #decode(view: View, depth: number): void {
    const branches = this.#branch(view, depth);
    const rewritten = this.#rewrite(view);
    if (depth < MOST_DEPTH) {
      for (const branch of branches) {
        if ("view" in branch) this.#follow(branch, depth + 1);
        else this.#tryGuess(branch);
      }
      if (rewritten !== view) this.explore(rewritten, depth + 1, true, view.text);
      return;
    }
    const deeper = branches.filter((branch) => "view" in branch).find(({ isExact }) => isExact);
    if (deeper && !this.#barren.has(deeper.view.text)) this.#refuseView(deeper.view);
    else if (rewritten !== view && ENCODED.test(view.text)) this.#refuseView(view);
  }

  #branch(view: View, depth: number): Branch[] {
    return this.#decoders.flatMap(
      ({ branch, deepest = MOST_DEPTH }) =>
        (depth > deepest ? undefined : branch)?.(view, this.#trails, ({ start, end }) => {
          const source = sourceOf(view, start, end);
          this.refuse(source.start, source.end);
        }) ?? [],
    );
  }

  #rewrite(view: View): View {
    let next = view;
    for (const { name, rewrite } of this.#decoders) {
      const replacements = rewrite?.(next.text) ?? [];
      if (replacements.length > 0) next = replaceSegments(next, this.#trails, name, replacements);
    }
    return next.text === view.text ? view : next;
  }
}
