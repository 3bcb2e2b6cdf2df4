import { buildMatcher, type PatternMatcher } from "./patternMatcher.ts";
import type { Identifier } from "./roster.ts";

/** Who is meant by a pattern, and when. */
export type Target = Omit<Identifier, "text" | "matcher"> & { organization: number };

/** Patterns of one kind of folding, ready to be looked for. */
export type PatternSet = {
  matcher: PatternMatcher;
  patterns: readonly string[];
  /** Made when asked for: most patterns never occur. */
  targetsOf(pattern: number): readonly Target[];
};

const NONE = -1;

/** What a target means, whoever it is: few of these are different. */
type Sense = Omit<Identifier, "text" | "matcher">;

/** Gathers hundreds of thousands of targets as numbers: an object for each would be most of a compilation's time. */
export class PatternCollector {
  readonly #indexes = new Map<string, number>();
  /** By pattern, the target added last; by target, the one added before it. */
  readonly #last: number[] = [];
  readonly #before: number[] = [];
  readonly #organizations: number[] = [];
  readonly #senses: number[] = [];
  readonly #known: Sense[] = [];

  add({ text, kind, scope, need, severity }: Identifier, organization: number): void {
    const sense = this.#senseOf(kind, scope, need, severity);
    let pattern = this.#indexes.get(text);
    if (pattern === undefined) {
      pattern = this.#last.length;
      this.#indexes.set(text, pattern);
      this.#last.push(NONE);
    }
    const last = this.#last[pattern] ?? NONE;
    // One organisation's identifiers come one after another, so its equal ones are the last.
    for (let at = last; this.#organizations[at] === organization; at = this.#before[at] ?? NONE) {
      if (this.#meansTheSame(this.#senses[at] ?? 0, sense)) return;
    }
    this.#last[pattern] = this.#organizations.length;
    this.#before.push(last);
    this.#organizations.push(organization);
    this.#senses.push(sense);
  }

  finish(): PatternSet {
    const patterns = [...this.#indexes.keys()];
    return { matcher: buildMatcher(patterns), patterns, targetsOf: (pattern) => this.#targetsOf(pattern) };
  }

  #senseOf(kind: Sense["kind"], scope: Sense["scope"], need: Sense["need"], severity: Sense["severity"]): number {
    for (let at = 0; at < this.#known.length; at += 1) {
      const known = this.#known[at];
      if (known?.kind === kind && known.need === need && known.scope === scope && known.severity === severity)
        return at;
    }
    return this.#known.push({ kind, scope, need, severity }) - 1;
  }

  /** Whatever kind of thing it is. */
  #meansTheSame(one: number, other: number): boolean {
    if (one === other) return true;
    const [a, b] = [this.#known[one], this.#known[other]];
    return a?.scope === b?.scope && a?.need === b?.need && a?.severity === b?.severity;
  }

  #targetsOf(pattern: number): Target[] {
    const targets: Target[] = [];
    for (let at = this.#last[pattern] ?? NONE; at !== NONE; at = this.#before[at] ?? NONE) {
      const sense = this.#known[this.#senses[at] ?? 0];
      if (sense) targets.push({ ...sense, organization: this.#organizations[at] ?? 0 });
    }
    return targets.reverse();
  }
}

/** Both are looked for, one after the other. @param shift what is added to the organisations of the second */
export function joinSets(first: PatternSet, second: PatternSet, shift = 0): PatternSet {
  const moved = first.patterns.length;
  return {
    matcher: {
      run(units, length, found) {
        first.matcher.run(units, length, found);
        second.matcher.run(units, length, (pattern, end) => found(pattern + moved, end));
      },
    },
    patterns: [...first.patterns, ...second.patterns],
    targetsOf: (pattern) =>
      pattern < moved
        ? first.targetsOf(pattern)
        : second.targetsOf(pattern - moved).map((target) => ({ ...target, organization: target.organization + shift })),
  };
}
