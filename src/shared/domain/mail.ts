import { z } from "zod";
import { MomentMs } from "./moment.ts";

/**
 * What a received mail looks like once read. Everything a person sees of a mail comes from here: plain text, names,
 * sizes and hashes; never its HTML. Bytes of attachments stay in the core, known here by their SHA-256.
 */

/** Largest file that is read: a mail, or an archive of mails. The window refuses larger ones before reading them. */
export const MAX_MAIL_BYTES = 64 * 1024 * 1024;

/** A mail with more MIME parts than this is an attack on its reader, not a report. */
export const MAX_MAIL_PARTS = 1000;

/** Levels of multipart and of mail in mail, together. Ten forwards of one another are twenty levels. */
export const MAX_MAIL_DEPTH = 20;

/** Endings of the files that intake takes, for file dialogs and the drop hint. */
export const MAIL_FILE_ENDINGS = [".eml", ".msg", ".zip"] as const;

/** `address` is as written, without the display name; empty when a name stands alone. */
export const MailAddress = z.object({ name: z.string(), address: z.string() });
export type MailAddress = z.infer<typeof MailAddress>;

/** One `Received` field. Newest first, as in the mail: each server writes its own above the others. */
export const MailHop = z.object({
  from: z.string(),
  fromIp: z.string().nullable(),
  by: z.string(),
  with: z.string(),
  at: MomentMs.nullable(),
});
export type MailHop = z.infer<typeof MailHop>;

/** Decoded and unfolded, in the order of the mail. */
export const MailHeader = z.object({ name: z.string(), value: z.string() });
export type MailHeader = z.infer<typeof MailHeader>;

/** `url` is where the link really leads, `label` what the reader was shown (empty for an address in the text). */
export const MailLink = z.object({ url: z.string(), label: z.string() });
export type MailLink = z.infer<typeof MailLink>;

/** What is wrong with a mail that could still be read; a mail too damaged for that is refused (`intake.damaged`). */
export const MAIL_DAMAGES = [
  /** The end of the mail's last part is not marked, though the part itself looks whole. */
  "end-missing",
  /** Bytes that cannot be there: NULs, or 8-bit bytes inside Base64. */
  "stray-bytes",
  /** Text that could not be decoded without losing characters. */
  "text-undecodable",
  /** A mail inside this one is damaged; it is kept untouched as an attachment. */
  "nested-unreadable",
] as const;
export const MailDamage = z.enum(MAIL_DAMAGES);
export type MailDamage = z.infer<typeof MailDamage>;

/** Why a mail is refused as damaged: the `reason` of `intake.damaged`. */
export const MAIL_DAMAGE_REASONS = [
  /** The file ends inside the header fields. */
  "cut-in-headers",
  /** The file ends inside an attachment. */
  "cut-in-attachment",
  /** The file ends inside the text. */
  "cut-in-text",
  /** Announced to have parts, has none. */
  "parts-missing",
  /** The inner tables of an Outlook .msg do not fit together. */
  "msg-structure",
] as const;
export type MailDamageReason = (typeof MAIL_DAMAGE_REASONS)[number];

export const MailAttachment = z.object({
  /** As the sender named it, decoded; invented from the type when there was no name. Never safe as a path. */
  fileName: z.string(),
  declaredType: z.string(),
  /** By the first bytes; "application/octet-stream" when they tell nothing. */
  trueType: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  sha256: z.string(),
  /** Shown inside the text, such as a logo. */
  inline: z.boolean(),
});
export type MailAttachment = z.infer<typeof MailAttachment>;

export const MailMessage = z.object({
  subject: z.string(),
  from: MailAddress.nullable(),
  sender: MailAddress.nullable(),
  replyTo: z.array(MailAddress),
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  sentAt: MomentMs.nullable(),
  messageId: z.string(),
  hops: z.array(MailHop),
  headers: z.array(MailHeader),
  /** Plain text with LF line ends, whatever the mail held. */
  text: z.string(),
  textFrom: z.enum(["plain", "html", "none"]),
  links: z.array(MailLink),
  /** Addresses of pictures the HTML would load from elsewhere. Listed, never fetched. */
  remoteImages: z.array(z.string()),
  attachments: z.array(MailAttachment),
  /** The bytes of this mail as they were inside another one; null for a mail quoted in the text of another. */
  source: z.object({ fileName: z.string(), sizeBytes: z.number().int(), sha256: z.string() }).nullable(),
  damage: z.array(MailDamage),
  /** Mails inside this one, attached whole. */
  get nested() {
    return z.array(MailMessage);
  },
});
export type MailMessage = z.infer<typeof MailMessage>;

/** direct: the file is the attack mail. attached: it came whole inside another. inline: its text was forwarded. */
export const AttackMail = z.object({ how: z.enum(["direct", "attached", "inline"]), message: MailMessage });
export type AttackMail = z.infer<typeof AttackMail>;

export const ReceivedMail = z.object({
  fileName: z.string(),
  format: z.enum(["eml", "msg"]),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  /** The provider's own mail to the hub; null when the file is the attack mail itself. */
  covering: MailMessage.nullable(),
  /** What the provider reports; empty when the covering mail tells of something else than a mail. */
  attacks: z.array(AttackMail),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;
