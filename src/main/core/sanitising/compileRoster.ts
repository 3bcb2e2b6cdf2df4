import { contactIdentifiers } from "./patterns/contactPatterns.ts";
import { organizationIdentifiers } from "./patterns/organizationPatterns.ts";
import { LEGAL_FORMS } from "./patterns/legalForms.ts";
import { GENERIC_LABELS } from "./patterns/tellingWords.ts";
import { foldString } from "./folding/foldText.ts";
import { PatternCollector, type PatternSet } from "./patternSet.ts";
import { personIdentifiers } from "./patterns/personPatterns.ts";
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
  const skeletons = new PatternCollector();
  const sounds = new PatternCollector();
  for (const [index, entry] of all.entries()) {
    for (const identifier of identifiersOf(entry)) {
      if (identifier.text.length < SHORTEST || NOBODY.has(identifier.text)) continue;
      (identifier.matcher === "sound" ? sounds : skeletons).add(identifier, index);
    }
  }
  const indexOf = new Map(all.map(({ id }, index) => [id, index]));
  return {
    organizations: all,
    skeletons: skeletons.finish(),
    sounds: sounds.finish(),
    indexOf,
    groups: groupOrganizations(all, indexOf),
  };
}

function identifiersOf(entry: RosterOrganization): Identifier[] {
  return [...organizationIdentifiers(entry), ...entry.persons.flatMap(personIdentifiers), ...contactIdentifiers(entry)];
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
