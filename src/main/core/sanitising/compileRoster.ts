import { contactIdentifiers } from "./patterns/contactPatterns.ts";
import { organizationIdentifiers, organizationPartIdentifiers } from "./patterns/organizationPatterns.ts";
import { LEGAL_FORMS } from "./patterns/legalForms.ts";
import { GENERIC_LABELS } from "./patterns/tellingWords.ts";
import { foldString } from "./folding/foldText.ts";
import { joinSets, PatternCollector, type PatternSet } from "./patternSet.ts";
import { personIdentifiers, personPartIdentifiers } from "./patterns/personPatterns.ts";
import type { Identifier, RosterOrganization } from "./roster.ts";

/** A roster ready to be scanned for. Compiling 6,000 organisations takes about a second; do it once. */
export type CompiledRoster = {
  organizations: readonly RosterOrganization[];
  skeletons: PatternSet;
  sounds: PatternSet;
  /** Index of an organisation by its id. */
  indexOf: ReadonlyMap<string, number>;
  /** Indexes of the group that an organisation belongs to, itself among them. */
  groups: ReadonlyMap<number, readonly number[]>;
};

const SHORTEST = 2;
/** What is left of a name that is nothing but these names nobody. */
const NOBODY: ReadonlySet<string> = new Set([...LEGAL_FORMS.map(foldString), ...GENERIC_LABELS]);

/** @param organizations the roster, or several parts of it */
export function compileRoster(
  ...organizations: readonly (RosterOrganization | readonly RosterOrganization[])[]
): CompiledRoster {
  const all = organizations.flat();
  const indexOf = new Map(all.map(({ id }, index) => [id, index]));
  return {
    organizations: all,
    ...collect(all, all.keys(), "all"),
    indexOf,
    groups: groupOrganizations(all, indexOf),
  };
}

/** Patterns of one scope: what points to somebody in any text, or only in a text that is about it. */
function collect(
  all: readonly RosterOrganization[],
  indexes: Iterable<number>,
  scope: Identifier["scope"],
): Pick<CompiledRoster, "skeletons" | "sounds"> {
  const skeletons = new PatternCollector();
  const sounds = new PatternCollector();
  for (const index of indexes) {
    const entry = all[index];
    for (const identifier of entry ? identifiersOf(entry, scope) : []) {
      if (identifier.scope !== scope || identifier.text.length < SHORTEST || NOBODY.has(identifier.text)) continue;
      (identifier.matcher === "sound" ? sounds : skeletons).add(identifier, index);
    }
  }
  return { skeletons: skeletons.finish(), sounds: sounds.finish() };
}

function identifiersOf(entry: RosterOrganization, scope: Identifier["scope"]): Identifier[] {
  return [
    ...organizationIdentifiers(entry),
    ...(scope === "party" ? organizationPartIdentifiers(entry) : []),
    ...entry.persons.flatMap(personIdentifiers),
    ...(scope === "party" ? entry.persons.flatMap(personPartIdentifiers) : []),
    ...contactIdentifiers(entry),
  ];
}

/** Matters that are being worked on. */
const KEPT_PARTIES = 8;
const withParties = new WeakMap<CompiledRoster, Map<string, CompiledRoster>>();

/**
 * The roster with what points to these organisations only where they are meant: surnames, acronyms, short names. Half of all
 * patterns are such, and a text is about a few organisations.
 *
 * @param parties indexes, groups included
 */
export function addParties(roster: CompiledRoster, parties: ReadonlySet<number>): CompiledRoster {
  if (parties.size === 0) return roster;
  const kept = withParties.get(roster) ?? new Map<string, CompiledRoster>();
  withParties.set(roster, kept);
  const key = [...parties].join(" ");
  const known = kept.get(key) ?? joinParties(roster, parties);
  kept.delete(key);
  kept.set(key, known);
  for (const oldest of kept.keys()) if (kept.size > KEPT_PARTIES) kept.delete(oldest);
  return known;
}

function joinParties(roster: CompiledRoster, parties: ReadonlySet<number>): CompiledRoster {
  const { skeletons, sounds } = collect(roster.organizations, parties, "party");
  return {
    ...roster,
    skeletons: joinSets(roster.skeletons, skeletons),
    sounds: joinSets(roster.sounds, sounds),
  };
}

/** Head, members and siblings: naming one of a group names the provider. */
function groupOrganizations(
  all: readonly RosterOrganization[],
  indexOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly number[]> {
  const headOf = (index: number): number => {
    const seen = new Set<number>();
    let head = index;
    for (;;) {
      seen.add(head);
      const parent = indexOf.get(all[head]?.parent ?? "");
      if (parent === undefined || seen.has(parent)) return head;
      head = parent;
    }
  };
  const members = new Map<number, number[]>();
  for (const index of all.keys()) {
    const head = headOf(index);
    const group = members.get(head);
    if (group) group.push(index);
    else members.set(head, [index]);
  }
  return new Map([...members.values()].flatMap((group) => group.map((index) => [index, group])));
}
