import { createHash } from "node:crypto";
import type { MailAttachment } from "#shared/domain/mail.ts";
import { sniffType } from "./trueType.ts";

/** What reading a mail gathers beside its texts: the bytes of attachments and inner mails, by SHA-256. */
export type MailContents = Map<string, Uint8Array>;

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Endings for attachments that came without a name, so that a list of them can be read. */
const ENDINGS: Readonly<Record<string, string>> = {
  "text/plain": ".txt",
  "text/html": ".html",
  "text/calendar": ".ics",
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "application/pdf": ".pdf",
  "message/rfc822": ".eml",
  "message/delivery-status": ".txt",
  "application/zip": ".zip",
};

/** An attachment as it is listed; its bytes go to `contents` untouched. */
export function keepAttachment(
  bytes: Uint8Array,
  named: { fileName: string; declaredType: string; inline: boolean },
  place: number,
  contents: MailContents,
): MailAttachment {
  const sha256 = sha256Of(bytes);
  contents.set(sha256, bytes);
  const invented = `attachment-${place}${ENDINGS[named.declaredType] ?? ""}`;
  return {
    fileName: named.fileName === "" ? invented : named.fileName.slice(0, 500),
    declaredType: named.declaredType,
    trueType: sniffType(bytes),
    sizeBytes: bytes.length,
    sha256,
    inline: named.inline,
  };
}
