import { hash } from "node:crypto";
import type { CompiledRoster } from "./compileRoster.ts";
import type { Sighting } from "./matchView.ts";
import type { RosterOrganization } from "./roster.ts";

const TOKEN = /(?<![0-9a-z])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-z])/gi;
const ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [32, "md5"],
  [40, "sha1"],
  [64, "sha256"],
]);

type Word = [Sighting["kind"], string];
type Owner = { organization: number; kind: Sighting["kind"] };

/**
 * By parties and algorithm: those of the parties are few, and hashing what 6,000 organisations are known by takes some tenths of a
 * second, which is spent only where nobody said whom the text is about.
 */
const known = new WeakMap<ReadonlySet<number>, Map<string, ReadonlyMap<string, Owner>>>();

/**
 * A hash hides nothing from who has the list: trackers put one of an address into their links, Gravatar into its pictures.
 *
 * @param parties indexes of the organisations that the text is about; when there are none, everybody is looked for
 */
export function fingerprintSightings(
  text: string,
  { organizations }: CompiledRoster,
  parties: ReadonlySet<number>,
): Sighting[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }): Sighting[] => {
    const algorithm = ALGORITHMS.get(token.length) ?? "md5";
    const owner = fingerprintsOf(organizations, parties, algorithm).get(token.toLowerCase());
    return owner ? [{ ...owner, start: index, end: index + token.length, severity: "must", how: "hash" }] : [];
  });
}

function fingerprintsOf(
  organizations: readonly RosterOrganization[],
  parties: ReadonlySet<number>,
  algorithm: string,
): ReadonlyMap<string, Owner> {
  const kept = known.get(parties) ?? new Map<string, ReadonlyMap<string, Owner>>();
  known.set(parties, kept);
  const before = kept.get(algorithm);
  if (before) return before;
  const made = new Map<string, Owner>();
  for (const organization of parties.size > 0 ? parties : organizations.keys()) {
    const entry = organizations[organization];
    for (const [kind, word] of entry ? wordsOf(entry) : []) {
      const digest = hash(algorithm, word);
      if (!made.has(digest)) made.set(digest, { organization, kind });
    }
  }
  kept.set(algorithm, made);
  return made;
}

/** What is hashed in practice: addresses and domains in small letters, names as they are written. */
function wordsOf({ name, domains, persons, phones }: RosterOrganization): Word[] {
  return [
    ["organization", name],
    ...domains.map((domain): Word => ["domain", domain.toLowerCase()]),
    ...phones.map((phone): Word => ["phone", phone]),
    ...persons.map((person): Word => ["person", person.name]),
    ...persons.flatMap(({ email }): Word[] => (email ? [["mail", email.toLowerCase()]] : [])),
  ];
}
