import type { ChangedLine } from "#shared/contract/approvals.ts";
import type { ConsentPurpose } from "#shared/domain/consent.ts";
import { APPROVAL_DECISIONS } from "#shared/domain/vocabulary.ts";
import { packetWords } from "#shared/messages/printed/packetWords.ts";
import { printDay } from "#shared/messages/printed/quarterWords.ts";
import { printableCharacters } from "../documents/printableCharacters.ts";
import { renderPdf } from "../documents/renderPdf.ts";
import { composeText } from "./composeText.ts";
import { closeGaps } from "./printWords.ts";
import type { PrintedDocument, PrintedText } from "./printedText.ts";
import { spellUnprintable } from "./spellUnprintable.ts";

/** What a provider is asked, and about which text. */
export type ApprovalPacket = {
  /** Exactly what would go out: it is printed as it would be then. */
  text: PrintedText;
  /** For people to compare by eye: see sanitising/fingerprint. */
  check: string;
  purposes: readonly ConsentPurpose[];
  /** The packet's own date, `YYYY-MM-DD`. */
  day: string;
  /** By when an answer is hoped for, `YYYY-MM-DD`. */
  dueOn: string | null;
  /** What changed since they last saw it; empty when they see it for the first time, or when nothing did. */
  changes: readonly ChangedLine[];
  /** To whom, when the packet may say so; it is safer to leave it out, since then a stray packet names nobody. */
  addressee?: string | null;
};

type PacketModel = {
  pdfTitle: string;
  runningTitle: string;
  documentDate: PrintedDocument["documentDate"];
  day: string;
  addressee: string;
  sender: readonly string[];
  title: string;
  letter: readonly string[];
  closing: string;
  facts: { title: string; rows: { name: string; lines: readonly string[] }[] };
  enclosed: readonly string[];
  changes: {
    title: string;
    lead: string;
    rows: { kind: ChangedLine["kind"] | "skipped"; mark: string; text: string }[];
  } | null;
  textTitle: string;
  text: PrintedDocument;
  form: {
    title: string;
    lead: string;
    document: string;
    check: string;
    box: string;
    questions: { purpose: string; answers: string[] }[];
    conditionsTitle: string;
    conditions: readonly string[];
    remarks: string;
    fields: { name: string; blank: string }[];
  };
};

/**
 * The packet for a provider as PDF: a letter, what changed since they last saw the text, the text itself set as it would
 * go out, a reply form with an answer for each purpose. Equal packets give equal bytes.
 * @throws AppError publishing.typesetting-failed; call.cancelled
 */
export async function printPacket(packet: ApprovalPacket, signal?: AbortSignal): Promise<Uint8Array> {
  const { document, files } = composeText(packet.text);
  const data = spellUnprintable(composePacket(packet, document), await printableCharacters());
  const { bytes } = await renderPdf({ template: "packet.typ", data, files, ...(signal && { signal }) });
  return bytes;
}

function composePacket(packet: ApprovalPacket, text: PrintedDocument): PacketModel {
  const { title, runningTitle, addressee, sender, letter, closing, enclosed, purpose } = packetWords;
  const [year = 1, month = 1, day = 1] = packet.day.split("-").map(Number);
  const { check } = packet;
  return {
    pdfTitle: title,
    runningTitle,
    documentDate: { year, month, day },
    day: printDay(packet.day),
    addressee: packet.addressee ?? addressee,
    sender,
    title,
    letter,
    closing,
    facts: { title: packetWords.facts.title, rows: factsOf(packet, text, check) },
    enclosed,
    changes: composeChanges(packet.changes),
    textTitle: packetWords.text,
    text,
    form: composeForm(
      packet.purposes.map((asked) => purpose[asked]),
      text.title,
      check,
    ),
  };
}

function factsOf(packet: ApprovalPacket, text: PrintedDocument, check: string): PacketModel["facts"]["rows"] {
  const { facts, purpose, due, noDue, noLabel } = packetWords;
  const labels = [text.tlp, text.pap].filter((label) => label !== null).join("、");
  return [
    { name: facts.document, lines: [text.title] },
    { name: facts.purposes, lines: packet.purposes.map((asked) => purpose[asked]) },
    { name: facts.due, lines: [packet.dueOn === null ? noDue : due(packet.dueOn)] },
    { name: facts.label, lines: [labels === "" ? noLabel : labels] },
    { name: facts.check, lines: [check] },
  ];
}

/** How many unchanged lines stand on either side of a changed one. */
const CONTEXT = 1;

/** Changed lines with a line of their surroundings; longer stretches without a change are left out. */
function composeChanges(lines: readonly ChangedLine[]): PacketModel["changes"] {
  const { title, lead, added, removed, skipped } = packetWords.changes;
  const shown = lines.filter(({ kind, text }) => kind !== "same" || text.trim() !== "");
  const isNear = shown.map((_, index) =>
    shown.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== "same"),
  );
  if (!isNear.includes(true)) return null;
  const rows = shown.flatMap((line, index): NonNullable<PacketModel["changes"]>["rows"] => {
    if (isNear[index] !== true) {
      const begins = index === 0 || isNear[index - 1] === true;
      return begins ? [{ kind: "skipped", mark: "", text: skipped }] : [];
    }
    const mark = line.kind === "added" ? added : line.kind === "removed" ? removed : "";
    return [{ kind: line.kind, mark, text: closeGaps(line.text) }];
  });
  return { title, lead, rows };
}

function composeForm(purposes: readonly string[], document: string, check: string): PacketModel["form"] {
  const { title, lead, decision, box, conditionsTitle, conditions, remarks, name, date, dateBlank } = packetWords.form;
  const answers = APPROVAL_DECISIONS.map((answer) => decision[answer]);
  return {
    title,
    lead,
    document,
    check: packetWords.form.check(check),
    box,
    questions: purposes.map((purpose) => ({ purpose, answers })),
    conditionsTitle,
    conditions,
    remarks,
    fields: [
      { name, blank: "" },
      { name: date, blank: dateBlank },
    ],
  };
}
