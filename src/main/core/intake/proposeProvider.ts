import type { ProviderRef } from "#shared/contract/reports.ts";
import type { MailAddress, ReceivedMail } from "#shared/domain/mail.ts";
import { domainOfAddress } from "../mail/mailAddresses.ts";
import { isFreeMail, registeredDomain } from "../mail/mailDomains.ts";
import { recipientsOf } from "../mail/tellApart.ts";
import type { RosterEntry } from "./intakeRepository.ts";
import type { RosterIndex } from "./rosterIndex.ts";

export type ProposedParties = { provider: ProviderRef; victim: { kind: "organization"; id: string } | null };

const MAX_PARENTS = 10;
/** Stands for a provider of whom the mail tells nothing at all; an analyst fills it in. */
const UNKNOWN = "?";

/**
 * Who handed a mail in, by the roster: the sender of the covering mail; of an attack mail alone, whoever received it.
 * A group company without a membership of its own reports through its parent, and is then the victim.
 */
export function proposeProvider(mail: ReceivedMail, roster: RosterIndex): ProposedParties {
  const candidates = mail.covering ? sendersOf(mail.covering) : receiversOf(mail);
  const found = candidates.map(({ address }) => roster.findByAddress(address)).find((entry) => entry !== null);
  const named = found ?? (mail.covering?.from ? roster.findByName(mail.covering.from.name) : null);
  if (named) return partiesOf(named, roster);
  const name = outsideName(candidates[0]);
  return { provider: { kind: "outside", name: name === "" ? UNKNOWN : name.slice(0, 300) }, victim: null };
}

function sendersOf({ from, sender, replyTo }: NonNullable<ReceivedMail["covering"]>): MailAddress[] {
  return [from, sender, ...replyTo].filter((address) => address !== null);
}

function receiversOf(mail: ReceivedMail): MailAddress[] {
  return mail.attacks.flatMap(({ message }) => recipientsOf(message)).map((address) => ({ name: "", address }));
}

function partiesOf(entry: RosterEntry, roster: RosterIndex): ProposedParties {
  let reporter = entry;
  for (let step = 0; step < MAX_PARENTS && !reporter.isMember; step += 1) {
    const parent = roster.parentOf(reporter);
    if (!parent) break;
    reporter = parent;
  }
  if (!reporter.isMember) reporter = entry;
  const provider: ProviderRef = { kind: "organization", id: reporter.id };
  return { provider, victim: reporter === entry ? null : { kind: "organization", id: entry.id } };
}

/** Outside the scheme the domain says who it is; where anyone can have an address, the name has to. */
function outsideName(candidate: MailAddress | undefined): string {
  if (!candidate) return "";
  const domain = domainOfAddress(candidate.address);
  const personal = [candidate.name, candidate.address].find((text) => text.trim() !== "") ?? "";
  return domain === "" || isFreeMail(domain) ? personal : registeredDomain(domain) || domain;
}
