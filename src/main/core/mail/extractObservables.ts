import { isIP } from "node:net";
import type { AttackMail, MailMessage, ReceivedMail } from "#shared/domain/mail.ts";
import type { ObservableRole } from "#shared/domain/vocabulary.ts";
import { domainOfAddress } from "./mailAddresses.ts";
import { isFreeMail, isSameOrganization, registeredDomain } from "./mailDomains.ts";
import { type IsParticipant, recipientsOf } from "./tellApart.ts";
import { refang } from "#shared/domain/defang.ts";
import { isAbusedService, unwrapUrl } from "./wrappedUrls.ts";

/**
 * `kind` uses STIX 2.1 object names; values are live, not defanged. A file is listed twice: by SHA-256 and by name.
 * A role of null means that it cannot be told who stands behind it, such as the site a logo is loaded from.
 */
export type MailObservable = { kind: string; value: string; role: ObservableRole | null };

const MAX_OBSERVABLES = 5000;
const MAX_TEXT = 500_000;
const IPV4_IN_TEXT = /(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g;
const IPV6_IN_TEXT = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi;
const EMAIL_IN_TEXT = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;

/** `203.0.113[.]5`, `evil[.]example`, `who[@]evil[.]example` */
const DEFANGED = /(?<![\w./:[\]-])[\w.+-]{1,64}(?:\[(?:\.|@|dot|at)\][\w.+-]{1,64}){1,12}(?![\w/])/gi;

/** Addresses that never leave their own network and so cannot be an attacker's (RFC 1918, 4193, 6598 …). */
const PRIVATE_IP =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|2[3-5]\d\.|::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

/**
 * What the attack mails of a received mail show of the attacker, of the victims and of services abused.
 * @param isParticipant whether an address belongs to the roster: a participant is never taken for the attacker
 */
export function extractObservables(mail: ReceivedMail, isParticipant?: IsParticipant): MailObservable[] {
  const list = new ObservableList(victimDomains(mail), isParticipant);
  for (const attack of mail.attacks) addAttack(list, attack);
  if (mail.covering) addDefanged(list, mail.covering);
  return list.all();
}

/** What a provider made harmless before writing it down is an indicator; whatever else it writes is its own. */
function addDefanged(list: ObservableList, covering: MailMessage): void {
  for (const { url } of covering.links) if (!covering.text.includes(url)) list.addUrl(url);
  for (const match of covering.text.slice(0, MAX_TEXT).matchAll(DEFANGED)) {
    const live = refang(match[0]);
    if (live.includes("@")) list.addEmail(live);
    else if (isIP(live) > 0) list.addIp(live);
    else if (live.includes(".")) list.addDomain(live);
  }
}

/** Domains of those who were written to, and of the provider; never those where anyone can have an address. */
function victimDomains(mail: ReceivedMail): Set<string> {
  const provider = domainOfAddress(mail.covering?.from?.address ?? "");
  const domains = new Set<string>(provider === "" || isFreeMail(provider) ? [] : [registeredDomain(provider)]);
  for (const { message } of mail.attacks) {
    for (const domain of victimsOf(message, provider).map(domainOfAddress)) {
      if (domain !== "" && !isFreeMail(domain)) domains.add(registeredDomain(domain));
    }
  }
  return domains;
}

/** Mass mailers address their mail to themselves; that makes nobody a victim. */
function victimsOf(message: MailMessage, provider: string): string[] {
  const sender = message.from?.address.toLowerCase() ?? "";
  const senderDomain = domainOfAddress(sender);
  return recipientsOf(message)
    .map((address) => address.toLowerCase())
    .filter((address) => address.includes("@") && address !== sender)
    .filter((address) => {
      const domain = domainOfAddress(address);
      if (provider === "" || isSameOrganization(domain, provider)) return true;
      return !isSameOrganization(domain, senderDomain);
    });
}

function addAttack(list: ObservableList, { message }: AttackMail): void {
  const { subject, from, sender, replyTo, links, attachments, nested } = message;
  for (const address of [from, sender, ...replyTo]) if (address) list.addEmail(address.address);
  if (subject.trim() !== "") list.add("email-message", subject.trim(), "attacker");
  const ip = firstOutsideIp(message, list);
  if (ip !== null) list.addIp(ip);
  for (const { url } of links) list.addUrl(url);
  addFromText(list, message.text);
  for (const image of message.remoteImages) list.addRemoteImage(image);
  for (const file of attachments.filter((attachment) => !attachment.inline)) {
    list.add("file", file.sha256, "attacker");
    list.add("file", file.fileName, "attacker");
  }
  for (const recipient of victimsOf(message, "")) list.add("email-addr", recipient, "victim");
  for (const inner of nested) addAttack(list, { how: "attached", message: inner });
}

/** The first server, counted from the reader, that handed the mail in from outside: what is below can be forged. */
function firstOutsideIp(message: MailMessage, list: ObservableList): string | null {
  for (const hop of message.hops) {
    const host = /^[\w.-]+/.exec(hop.from)?.[0] ?? "";
    if (hop.fromIp !== null && !PRIVATE_IP.test(hop.fromIp) && !list.isVictim(host)) return hop.fromIp;
  }
  return null;
}

function addFromText(list: ObservableList, text: string): void {
  const live = refang(text.slice(0, MAX_TEXT));
  for (const match of live.matchAll(EMAIL_IN_TEXT)) list.addEmail(match[0]);
  for (const match of live.matchAll(IPV4_IN_TEXT)) list.addIp(match[0]);
  for (const match of live.matchAll(IPV6_IN_TEXT)) if (match[0].includes("::")) list.addIp(match[0]);
}

class ObservableList {
  readonly #found = new Map<string, MailObservable>();
  readonly #victims: ReadonlySet<string>;
  readonly #isParticipant: IsParticipant | undefined;

  constructor(victims: ReadonlySet<string>, isParticipant: IsParticipant | undefined) {
    this.#victims = victims;
    this.#isParticipant = isParticipant;
  }

  all(): MailObservable[] {
    return [...this.#found.values()];
  }

  isVictim(domain: string): boolean {
    return domain !== "" && this.#victims.has(registeredDomain(domain));
  }

  add(kind: string, value: string, role: ObservableRole | null): void {
    const key = `${kind}\n${value}`;
    const known = this.#found.get(key);
    if (known || value === "" || value.length > 10_000 || this.#found.size >= MAX_OBSERVABLES) return;
    this.#found.set(key, { kind, value, role });
  }

  addEmail(address: string): void {
    const value = address.trim().toLowerCase();
    const domain = domainOfAddress(value);
    if (domain === "" || !/^[^\s@]+@[^\s@]+$/.test(value)) return;
    const role = this.#roleOf(domain, false);
    this.add("email-addr", value, role);
    if (!isFreeMail(domain) && isIP(domain) === 0) this.add("domain-name", domain, role);
  }

  addIp(ip: string): void {
    const version = isIP(ip);
    if (version === 0 || PRIVATE_IP.test(ip)) return;
    this.add(version === 4 ? "ipv4-addr" : "ipv6-addr", ip.toLowerCase(), "attacker");
  }

  addUrl(url: string): void {
    if (/^mailto:/i.test(url)) {
      this.addEmail(url.slice("mailto:".length).replace(/\?.*$/s, ""));
      return;
    }
    if (!/^(?:https?|ftp):/i.test(url) || !URL.canParse(url)) return;
    const inner = unwrapUrl(url);
    const host = new URL(url).hostname;
    const role = this.#roleOf(host, inner !== null);
    this.add("url", url, role);
    this.#addHost(host, role);
    if (inner !== null) this.addUrl(inner);
  }

  /** A logo may be the attacker's own, or loaded from the site of whoever is imitated. */
  addRemoteImage(url: string): void {
    const full = url.startsWith("//") ? `https:${url}` : url;
    if (!URL.canParse(full)) return;
    const host = new URL(full).hostname;
    const attackers = this.#found.get(`domain-name\n${host}`)?.role === "attacker";
    this.add("url", full, this.isVictim(host) ? "victim" : attackers ? "attacker" : null);
  }

  #roleOf(host: string, wraps: boolean): ObservableRole {
    if (this.isVictim(host)) return "victim";
    const isAbused = wraps || isAbusedService(host) || this.#isParticipant?.(`@${host}`) === true;
    return isAbused ? "abused" : "attacker";
  }

  addDomain(domain: string): void {
    const host = domain.toLowerCase().replace(/\.$/, "");
    if (registeredDomain(host) !== "") this.#addHost(host, this.#roleOf(host, false));
  }

  #addHost(host: string, role: ObservableRole): void {
    const bare = host.replaceAll(/^\[|\]$/g, "");
    if (isIP(bare) > 0) this.addIp(bare);
    else this.add("domain-name", host.toLowerCase(), role);
  }
}
