import { fold } from "#shared/domain/fold.ts";
import { domainOfAddress } from "../mail/mailAddresses.ts";
import { isFreeMail, registeredDomain } from "../mail/mailDomains.ts";
import type { RosterEntry } from "./intakeRepository.ts";

/** Finds organisations of the roster by how they appear in mail. */
export type RosterIndex = {
  /** By a person's address, else by the longest domain of the roster that the address's domain is or lies under. */
  findByAddress(address: string): RosterEntry | null;
  /** By a name or alias that stands in a text, the longest first. */
  findByName(text: string): RosterEntry | null;
  parentOf(entry: RosterEntry): RosterEntry | null;
};

/** A shorter alias stands in too many words. */
const MIN_NAME_LENGTH = 3;

export function indexRoster(roster: readonly RosterEntry[]): RosterIndex {
  const byId = new Map(roster.map((entry) => [entry.id, entry]));
  const byEmail = new Map<string, RosterEntry>();
  const byDomain = new Map<string, RosterEntry>();
  for (const entry of roster) {
    for (const email of entry.emails) byEmail.set(email.toLowerCase(), entry);
    for (const domain of entry.domains) {
      const name = domain.toLowerCase().replace(/^@|\.$/g, "");
      if (registeredDomain(name) === "" || isFreeMail(name)) continue;
      byDomain.set(name, preferred(byDomain.get(name), entry));
    }
  }
  const names = roster
    .flatMap((entry) => [entry.name, ...entry.aliases].map((name) => ({ name: fold(name), entry })))
    .filter(({ name }) => [...name].length >= MIN_NAME_LENGTH)
    .sort((a, b) => b.name.length - a.name.length);
  return {
    findByAddress(address) {
      const known = byEmail.get(address.toLowerCase());
      if (known) return known;
      for (
        let domain = domainOfAddress(address);
        domain.includes(".");
        domain = domain.slice(domain.indexOf(".") + 1)
      ) {
        const entry = byDomain.get(domain);
        if (entry) return entry;
      }
      return null;
    },
    findByName(text) {
      const folded = fold(text);
      return names.find(({ name }) => folded.includes(name))?.entry ?? null;
    },
    parentOf: (entry) => (entry.parentId === null ? null : (byId.get(entry.parentId) ?? null)),
  };
}

/** A domain that a whole group uses is its head's. */
function preferred(known: RosterEntry | undefined, entry: RosterEntry): RosterEntry {
  if (!known) return entry;
  return known.parentId !== null && entry.parentId === null ? entry : known;
}
