import type { MailDamage, MailDamageReason } from "#shared/domain/mail.ts";
import type { MimePart } from "./mimeTree.ts";
import { judgeBase64End } from "./transferEncoding.ts";

/**
 * Whether a mail ends where it should. A mail that was cut is refused: half an attachment has a wrong hash, and a
 * wrong hash shared as an indicator is worse than none. Where only the closing delimiter is missing, as sloppy mass
 * mailers write it, and the last part looks whole, the mail is taken and the want noted.
 */
export type MailEnd = { refuse: MailDamageReason | null; note: MailDamage | null };

const WHOLE: MailEnd = { refuse: null, note: null };

export function judgeMailEnd(bytes: Buffer, root: MimePart): MailEnd {
  if (!root.headersEnded) return cut("cut-in-headers");
  const type = root.contentType.value;
  if (type.startsWith("multipart/")) return judgeMultipart(bytes, root);
  const body = bytes.subarray(root.bodyStart, root.bodyEnd);
  const brokenOff = !endsWithNewline(body) && strippedLength(body) % 4 !== 0;
  return root.encoding === "base64" && brokenOff ? cut(placeOf(root)) : WHOLE;
}

function judgeMultipart(bytes: Buffer, part: MimePart): MailEnd {
  const last = part.children.at(-1);
  if (!last) return judgeMissingParts(bytes.subarray(part.bodyStart, part.bodyEnd), part.closed);
  if (part.closed) return WHOLE;
  return { ...judgeOpenEnd(bytes, last), note: "end-missing" };
}

/** A body without any delimiter is what careless mailers make, too: with all its lines whole, it is read as text. */
function judgeMissingParts(body: Buffer, closed: boolean): MailEnd {
  return closed || !endsWithNewline(body) ? cut("parts-missing") : WHOLE;
}

/** The last part of a mail whose end is not marked. */
function judgeOpenEnd(bytes: Buffer, part: MimePart): MailEnd {
  if (!part.headersEnded) return cut("cut-in-headers");
  if (part.contentType.value.startsWith("multipart/")) return judgeMultipart(bytes, part);
  const body = bytes.subarray(part.bodyStart, part.bodyEnd);
  if (part.encoding === "base64") return judgeBase64End(body) === "cut" ? cut(placeOf(part)) : WHOLE;
  if (part.encoding === "quoted-printable" && /=\r?\n?$/.test(body.toString("latin1").slice(-3)))
    return cut(placeOf(part));
  return endsWithNewline(body) ? WHOLE : cut(placeOf(part));
}

function cut(refuse: MailDamageReason): MailEnd {
  return { refuse, note: null };
}

function placeOf(part: MimePart): MailDamageReason {
  return part.contentType.value.startsWith("text/") && part.disposition?.value !== "attachment"
    ? "cut-in-text"
    : "cut-in-attachment";
}

function endsWithNewline(body: Buffer): boolean {
  return body.at(-1) === 0x0a;
}

function strippedLength(body: Buffer): number {
  return body.toString("latin1").replaceAll(/[^A-Za-z0-9+/=]/g, "").length;
}
