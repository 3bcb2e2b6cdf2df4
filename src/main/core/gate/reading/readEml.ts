import PostalMime from "postal-mime";
import { emptyReading, joinReadings, type Fault, type Piece, type ReadFile } from "./piece.ts";

/** Reads a file by its name; a mail's attachments are files of their own. */
export type ReadByName = (fileName: string, bytes: Uint8Array) => Promise<ReadFile>;

/** A mail: headers as they stand and decoded, addresses, both bodies, and what is attached, read as what it is. */
export async function readEml(bytes: Uint8Array, readAttached: ReadByName): Promise<ReadFile> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer" });
  const addresses = [mail.from, mail.sender, mail.replyTo, mail.to, mail.cc, mail.bcc].flat();
  const headers = mail.headers.map(({ key, value }): Piece => ({ place: "header", detail: key, text: value }));
  const said = [mail.subject ?? "", ...addresses.map((address) => JSON.stringify(address ?? ""))].map(
    (text): Piece => ({ place: "header", detail: "", text }),
  );
  const bodies = [mail.text ?? "", mail.html ?? ""].map((text): Piece => ({ place: "body", detail: "", text }));
  const attached: ReadFile[] = [];
  for (const { filename, content } of mail.attachments) {
    const name = filename ?? "";
    const file = content instanceof ArrayBuffer ? new Uint8Array(content) : Buffer.from(content);
    const reading = await readAttached(name, file);
    const ofName: Piece = { place: "file-name", detail: name, text: name };
    attached.push({ ...reading, pieces: [ofName, ...reading.pieces] });
  }
  const raw: Piece = { place: "structure", detail: "eml", text: withoutAttachments(bytes), joined: true };
  const unknown = mail.headers.filter(({ key }) => !KNOWN_HEADER.test(key));
  const faults = unknown.map(({ key }): Fault => ({ kind: "unknown-part", detail: key }));
  return joinReadings([{ ...emptyReading(), pieces: [...headers, ...said, ...bodies, raw], faults }, ...attached]);
}

/** Of a draft that nobody has sent: who sent it, when and by which machine is for the mail program to add. */
const KNOWN_HEADER = /^(?:x-unsent|to|subject|mime-version|content-(?:type|transfer-encoding|disposition))$/i;

/** What stands before, between and after the parts, too, which readers of mails pass over. */
function withoutAttachments(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll(/^[A-Za-z0-9+/=]{48,}\r?$\n?/gm, "");
}
