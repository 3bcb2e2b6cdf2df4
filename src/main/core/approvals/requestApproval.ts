import type { TextRef } from "#shared/contract/sanitising.ts";
import { partyKey, type ConsentPurpose, type Party } from "#shared/domain/consent.ts";
import { dayOf } from "#shared/domain/moment.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";
import { AppError } from "#shared/errors.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { requireOpen } from "../gate/condition.ts";
import { countExits } from "../gate/gateRepository.ts";
import { leakOptionsFor } from "../gate/lookedAt.ts";
import { checkFile, keepFile, type TakenFile } from "../gate/takeOutFile.ts";
import { judgeText } from "../gate/textVerdict.ts";
import { composePrinted } from "../gate/writeOut.ts";
import { draftApprovalMail } from "../printing/draftMail.ts";
import { printPacket, type ApprovalPacket } from "../printing/printPacket.ts";
import type { Inspection } from "../sanitising/inspectText.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { findProviders, readText } from "../sanitising/textRepository.ts";
import { checkNumber } from "../sanitising/fingerprint.ts";
import { nextIssueOf } from "../sharings/nextIssue.ts";
import { moveSharing } from "../sharings/moveSharing.ts";
import { findSharingState } from "../sharings/sharingRepository.ts";
import { findLastRequest, insertRequest } from "./approvalRepository.ts";
import { changesSince } from "./changesSince.ts";
import { enclosedLines } from "./enclosedLines.ts";
import { hideTellingLines } from "./hideTellingLines.ts";

export type ApprovalRequest = {
  text: TextRef;
  party: Party;
  purposes: readonly ConsentPurpose[];
  dueOn: string | null;
};

export type RequestedApproval = { requestId: string; packet: TakenFile; mail: TakenFile };

/**
 * Makes the packet for a provider (exactly the text that would go out, what changed since they last saw it, a reply form) and
 * the draft of the mail it goes with. Both pass the gate; neither names the provider. What they are shown is kept, and a sharing
 * on its way waits from then on.
 *
 * @throws AppError record.not-found when the party provided nothing of the text; gate.closed while a finding is open; gate.leak,
 *   gate.unreadable; publishing.typesetting-failed; record.changed-meanwhile; call.cancelled
 */
export async function requestApproval(
  session: BookSession,
  sanitiser: Sanitiser,
  request: ApprovalRequest,
  signal?: AbortSignal,
): Promise<RequestedApproval> {
  const { text, party } = request;
  session.read((db) => requireProvider(db, text, party));
  const { inspection, verdict } = await judgeText(session, sanitiser, text, "provider", signal);
  requireOpen(verdict, inspection.text.title);
  const [packet, mail] = await makeFiles(session, sanitiser, request, inspection, signal);
  // A line of the ledger of its own: what was made has left, also when the request is taken back.
  const taken = session.write("gate.takeOut", (db) => {
    requireSameText(db, text, inspection);
    return { packet: keepFile(db, session, packet), mail: keepFile(db, session, mail) };
  });
  const requestId = session.newId();
  session.write("approvals.request", (db) => storeRequest(db, session, request, { requestId, inspection, ...taken }));
  return { requestId, ...taken };
}

function requireProvider(db: ReadableDb, text: TextRef, party: Party): void {
  const providers = findProviders(db, readText(db, text));
  if (!providers.some((provider) => partyKey(provider.party) === partyKey(party))) {
    throw new AppError("record.not-found", { record: partyKey(party) });
  }
}

function requireSameText(db: ReadableDb, ref: TextRef, { text }: Inspection): void {
  if (readText(db, ref).fingerprint !== text.fingerprint) throw new AppError("record.changed-meanwhile");
}

async function makeFiles(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, party, purposes, dueOn }: ApprovalRequest,
  inspection: Inspection,
  signal: AbortSignal | undefined,
) {
  const day = dayOf(session.now());
  const told = session.read((db) => changesSince(db, text, party));
  const changes = await hideTellingLines(sanitiser, told, inspection.stake, signal);
  const { fingerprint, enclosed } = inspection.text;
  const { packet, seen, number } = session.read((db) => ({
    seen: findLastRequest(db, text, party),
    packet: {
      text: {
        ...composePrinted(db, inspection, day, true),
        ...(enclosed && { indicators: enclosed.indicators, ...nextIssueOf(db, text.id) }),
      },
      check: checkNumber(fingerprint),
      purposes,
      day,
      dueOn,
      changes,
    } satisfies ApprovalPacket,
    number: countExits(db, day) + 1,
  }));
  const looked = leakOptionsFor(inspection);
  const file = {
    destination: "provider" as const,
    text: { id: text.id, sha256: fingerprint },
    ...looked,
    // What changed is told in words that they saw before, and that were looked at before they did.
    allowed: [...looked.allowed, ...(seen ? [seen.title, seen.body, seen.enclosed] : [])],
    signal,
  };
  const pdf = await checkFile(sanitiser, {
    ...file,
    bytes: (stop) => printPacket(packet, stop),
    format: "pdf",
    fileName: sharingWords.packetFile(day, number),
  });
  const { title } = inspection.text;
  const mail = await checkFile(sanitiser, {
    ...file,
    bytes: draftApprovalMail({ title, purposes, dueOn, to: null, packet: pdf.bytes }),
    format: "eml",
    fileName: sharingWords.mailFile(day, number),
  });
  return [pdf, mail] as const;
}

type Stored = { requestId: string; inspection: Inspection; packet: TakenFile; mail: TakenFile };

function storeRequest(
  db: WritableDb,
  session: BookSession,
  { text, party, purposes, dueOn }: ApprovalRequest,
  { requestId, inspection, packet, mail }: Stored,
): void {
  requireSameText(db, text, inspection);
  const { title, body, enclosed, fingerprint } = inspection.text;
  insertRequest(db, {
    id: requestId,
    text,
    party,
    purposes: [...new Set(purposes)],
    textSha256: fingerprint,
    title,
    body,
    enclosed: enclosedLines(enclosed).join("\n"),
    at: session.now(),
    by: session.actor,
    dueOn,
    packetId: packet.artifactId,
    mailId: mail.artifactId,
  });
  if (text.kind !== "sharing") return;
  const state = findSharingState(db, text.id);
  if (state === "draft" || state === "sanitised") moveSharing(db, text.id, "awaiting-approval");
}
