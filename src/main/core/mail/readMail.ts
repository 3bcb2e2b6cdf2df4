import { AppError } from "#shared/errors.ts";
import { MAX_MAIL_BYTES, type MailMessage, type ReceivedMail } from "#shared/domain/mail.ts";
import { isCompoundFile } from "./compoundFile.ts";
import { looksLikeMail } from "./mailBytes.ts";
import { type MailContents, sha256Of } from "./mailParts.ts";
import { startBudget } from "./mimeTree.ts";
import { type ReadingContext, readMessage } from "./readMessage.ts";
import { readOutlookMessage } from "./readOutlookMessage.ts";
import { type IsParticipant, tellApart } from "./tellApart.ts";
import { sniffType } from "./trueType.ts";

/** A mail that was read, with the bytes of its attachments and of the mails inside it, by SHA-256. */
export type ReadMail = { mail: ReceivedMail; contents: MailContents };

/**
 * Reads a file as a mail (.eml or .msg, by its bytes). Pure: nothing is stored, fetched or opened.
 * @param isParticipant whether an address belongs to the roster; helps to tell a provider's mail from an attack mail
 * @throws AppError intake.empty, intake.too-large, intake.not-a-mail, intake.damaged, intake.too-many-parts,
 *   intake.nested-too-deep; `file` names the file in each
 */
export function readMail(bytes: Uint8Array, fileName: string, isParticipant?: IsParticipant): ReadMail {
  if (bytes.length === 0) throw new AppError("intake.empty", { file: fileName });
  if (bytes.length > MAX_MAIL_BYTES) {
    throw new AppError("intake.too-large", { file: fileName, sizeBytes: bytes.length, limitBytes: MAX_MAIL_BYTES });
  }
  const contents: MailContents = new Map();
  const context: ReadingContext = {
    budget: startBudget(fileName),
    contents,
    readInner: (inner, innerName, depth) => readInner(inner, innerName, depth, context),
  };
  const format = isCompoundFile(bytes) ? "msg" : "eml";
  const message = readAny(bytes, 0, 2, context);
  const told = tellApart(message, isParticipant);
  return { mail: { fileName, format, sizeBytes: bytes.length, sha256: sha256Of(bytes), ...told }, contents };
}

function readAny(bytes: Uint8Array, depth: number, enough: 1 | 2, context: ReadingContext): MailMessage {
  if (isCompoundFile(bytes)) return readOutlookMessage(bytes, depth, context);
  if (!looksLikeMail(bytes, enough)) {
    throw new AppError("intake.not-a-mail", { file: context.budget.fileName, type: sniffType(bytes) });
  }
  return readMessage(bytes, depth, context);
}

function readInner(bytes: Uint8Array, fileName: string, depth: number, context: ReadingContext): MailMessage | null {
  try {
    const message = readAny(bytes, depth, 1, context);
    const sha256 = sha256Of(bytes);
    context.contents.set(sha256, bytes);
    return { ...message, source: { fileName: fileName || nameFor(message), sizeBytes: bytes.length, sha256 } };
  } catch (error) {
    const unreadable =
      error instanceof AppError && (error.code === "intake.damaged" || error.code === "intake.not-a-mail");
    if (unreadable) return null;
    throw error;
  }
}

/** A mail attached without a name is named after its subject, less what a file name cannot hold. */
function nameFor(message: MailMessage): string {
  const subject = message.subject.replaceAll(/[\\/:*?"<>|]+/g, "_").slice(0, 100);
  return `${subject === "" ? "message" : subject}.eml`;
}
