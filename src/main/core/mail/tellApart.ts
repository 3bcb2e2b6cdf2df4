import type { AttackMail, MailMessage, ReceivedMail } from "#shared/domain/mail.ts";
import { findInlineForward, type InlineForward } from "./inlineForward.ts";
import { domainOfAddress } from "./mailAddresses.ts";
import { isSameOrganization } from "./mailDomains.ts";

/** Whether a mail address belongs to an organisation of the roster. */
export type IsParticipant = (address: string) => boolean;

type Told = Pick<ReceivedMail, "covering" | "attacks">;

const MAX_PASSES = 20;

/**
 * Tells the provider's own mail from the attack mail it reports.
 * - With a mail attached, the outer one covers it; a mail that the same organisation only passed on is no attack.
 * - With a mail forwarded as text, the text above it is the covering mail's, the rest is the attack's.
 * - A mail from a stranger to a participant is the attack itself, whatever it holds: stolen conversations quote
 *   "original messages", and attackers attach mails too.
 * - A participant's mail to nobody in the roster reports something that is no mail; so does a mail to nobody in the
 *   roster that speaks of reporting, which is how those outside the scheme write to the hub.
 */
export function tellApart(outer: MailMessage, isParticipant?: IsParticipant): Told {
  if (isParticipant && isAttackOnParticipant(outer, isParticipant)) return direct(outer);
  if (outer.nested.length > 0) return uncoverAttached(outer);
  const forward = findForward(outer, isParticipant);
  if (forward) return uncoverInline(outer, forward);
  return isReportWithoutMail(outer, isParticipant) ? { covering: outer, attacks: [] } : direct(outer);
}

const REPORTING =
  /J-?CSIP|情報提供|不審な?メール|検体|標的型攻撃メール|(?:インシデント|不正アクセス|不審な?(?:通信|サイト|アクセス)|偽の?警告).{0,30}(?:報告|連絡|共有|提供|について)/i;

function isReportWithoutMail(message: MailMessage, isParticipant: IsParticipant | undefined): boolean {
  const recipients = recipientsOf(message);
  if (isParticipant && recipients.some(isParticipant)) return false;
  if (isParticipant?.(message.from?.address ?? "")) return true;
  if (recipients.length === 0) return false;
  const names = message.to.map(({ name }) => name).join(" ");
  return REPORTING.test(`${message.subject}\n${names}\n${message.text.slice(0, 1000)}`);
}

function direct(message: MailMessage): Told {
  return { covering: null, attacks: [{ how: "direct", message }] };
}

/** Addresses a mail was sent to, also those that only its delivery tells. */
export function recipientsOf(message: MailMessage): string[] {
  const delivered = message.headers
    .filter(({ name }) => /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to)$/i.test(name))
    .map(({ value }) => value.replaceAll(/[<>]/g, "").trim());
  return [...message.to, ...message.cc].map(({ address }) => address).concat(delivered);
}

function isAttackOnParticipant(message: MailMessage, isParticipant: IsParticipant): boolean {
  return !isParticipant(message.from?.address ?? "") && recipientsOf(message).some(isParticipant);
}

function uncoverAttached(outer: MailMessage): Told {
  const passedOn: MailMessage[] = [];
  const attacks: AttackMail[] = [];
  const pending = [...outer.nested];
  for (let message = pending.shift(); message !== undefined; message = pending.shift()) {
    const passing = isPassedOn(outer, message);
    const forward = passing && message.nested.length === 0 ? findForward(message) : null;
    if (passing && message.nested.length > 0) {
      pending.unshift(...message.nested);
      passedOn.push({ ...message, nested: [] });
    } else if (forward) {
      const told = uncoverInline(message, forward);
      attacks.push(...told.attacks);
      if (told.covering) passedOn.push(told.covering);
    } else attacks.push({ how: "attached", message });
  }
  return { covering: { ...outer, nested: passedOn }, attacks };
}

/** From the same organisation as the mail around it: an employee's mail to the security team, sent on by the team. */
function isPassedOn(outer: MailMessage, inner: MailMessage): boolean {
  return isSameOrganization(domainOfAddress(outer.from?.address ?? ""), domainOfAddress(inner.from?.address ?? ""));
}

/** Outlook writes the same lines above a reply; a reply quotes what one of its recipients wrote. */
function findForward(message: MailMessage, isParticipant?: IsParticipant): InlineForward | null {
  const forward = findInlineForward(message.text);
  if (!forward) return null;
  if (forward.declared || /^\s*(?:fwd?|fw|転送|tr|wg)\s*[:：]/i.test(message.subject)) return forward;
  const author = forward.from?.address.toLowerCase() ?? "";
  const answered = [...message.to, ...message.cc].some(({ address }) => address.toLowerCase() === author);
  if (answered || /^\s*(?:re|aw|返信)\s*(?:\[\d+\])?[:：]/i.test(message.subject)) return null;
  return isParticipant && !isParticipant(message.from?.address ?? "") ? null : forward;
}

function uncoverInline(outer: MailMessage, first: InlineForward): Told {
  let forward = first;
  let intro = first.intro;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = findInlineForward(forward.text);
    const passing = isSameOrganization(
      domainOfAddress(outer.from?.address ?? ""),
      domainOfAddress(forward.from?.address ?? ""),
    );
    if (!next || !passing) break;
    intro = `${intro}\n\n${next.intro}`.trim();
    forward = next;
  }
  const attack = toMessage(outer, forward, intro);
  // A client that forwards as text attaches the original's attachments anew: they are the attack's.
  const covering = { ...outer, text: intro, attachments: [], remoteImages: [], links: linksIn(outer, intro) };
  return { covering, attacks: [{ how: "inline", message: attack }] };
}

function linksIn(outer: MailMessage, text: string): MailMessage["links"] {
  return outer.links.filter((link) => text.includes(link.url));
}

function toMessage(outer: MailMessage, forward: InlineForward, intro: string): MailMessage {
  const { text, headers, from, replyTo, to, cc, subject, sentAt } = forward;
  return {
    text,
    headers,
    from,
    replyTo,
    to,
    cc,
    subject,
    sentAt,
    sender: null,
    messageId: "",
    hops: [],
    textFrom: outer.textFrom,
    links: outer.links.filter((link) => !intro.includes(link.url) || text.includes(link.url)),
    remoteImages: outer.remoteImages,
    attachments: outer.attachments,
    source: null,
    damage: [],
    nested: [],
  };
}
