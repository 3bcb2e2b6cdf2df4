import { basename, extname } from "node:path";
import { AppError } from "#shared/errors.ts";
import { messages } from "#shared/messages/messages.ts";
import type { BookSession } from "#core/database/bookSession.ts";
import { keepFile } from "#core/gate/takeOutFile.ts";
import { writeOut } from "#core/gate/writeOut.ts";
import type { TextFormat } from "#core/printing/printText.ts";
import { inspectText, isOpen, type Inspection } from "#core/sanitising/inspectText.ts";
import { maskOpenFindings } from "#core/sanitising/maskOpenFindings.ts";
import { countPlaces } from "#core/sanitising/pseudonymLabels.ts";
import { createSanitiser, type Sanitiser } from "#core/sanitising/sanitiser.ts";
import { atomicWrite } from "#core/storage/atomicWrite.ts";
import { findCaseIdByExternalId } from "#core/writeups/writeupRepository.ts";
import { createWriteup } from "#core/writeups/writeupService.ts";
import { withBook, type CliIo, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";
import { cliLanguage } from "../sentenceOf.ts";

type WriteupOptions = CommonOptions & { case: string; out: string; maskReview?: boolean };

const FORMATS: Readonly<Record<string, TextFormat>> = {
  ".pdf": "pdf",
  ".docx": "docx",
  ".md": "markdown",
  ".markdown": "markdown",
};
/** More than these on a terminal nobody reads. */
const MOST_SHOWN = 20;

/** @throws AppError usage for another ending */
function formatOf(path: string): TextFormat {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined) throw new AppError("usage", { reason: `${basename(path)}: .pdf, .docx, .md` });
  return format;
}

/** The name of the file leaves as well. @throws AppError gate.leak */
async function checkName(sanitiser: Sanitiser, path: string, { stake }: Inspection): Promise<void> {
  const found = await sanitiser.scan(basename(path), { ...stake, novelty: false });
  const musts = found.filter(({ severity }) => severity === "must");
  const [first] = musts;
  if (first) throw new AppError("gate.leak", { where: "file-name", detail: "", kind: first.kind, count: musts.length });
}

/** Says what still waits, as it stands in the text: never what it decodes to. */
function refuseOpen({ findings, text, open }: Inspection, io: CliIo): void {
  const waiting = findings.filter(({ shown }) => isOpen(shown));
  if (waiting.length === 0) return;
  const words = messages[cliLanguage()].sanitising.kind;
  for (const { shown } of waiting.slice(0, MOST_SHOWN)) {
    const { severity, kind, where, start, end, text: found } = shown;
    io.say([severity, words[kind] ?? kind, JSON.stringify(found), `${where} ${start}-${end}`].join("\t"));
  }
  const examples = [...new Set(waiting.slice(0, 3).map(({ shown }) => words[shown.kind] ?? shown.kind))].join(", ");
  throw new AppError("sanitising.findings-open", { title: text.title, count: open.must + open.review, examples });
}

/** Who is behind a letter: interchange ids; those outside the roster have none. */
function pseudonymsOf({ ledger, text }: Inspection): { label: string; entity?: string }[] {
  const whole = `${text.title}\n${text.body}`;
  return ledger
    .filter(({ label }) => countPlaces(whole, label) > 0)
    .map(({ label, externalId }) => ({ label, ...(externalId !== null && { entity: externalId }) }));
}

async function writeWriteup(session: BookSession, options: WriteupOptions, format: TextFormat, io: CliIo) {
  const caseId = session.read((db) => findCaseIdByExternalId(db, options.case));
  if (caseId === undefined) throw new AppError("record.not-found", { id: options.case });
  const sanitiser = createSanitiser(session);
  try {
    const text = { kind: "writeup" as const, id: await createWriteup(session, sanitiser, caseId) };
    const inspection = options.maskReview
      ? await maskOpenFindings(session, sanitiser, text)
      : await inspectText(session, sanitiser, text);
    refuseOpen(inspection, io);
    await checkName(sanitiser, options.out, inspection);
    const file = await writeOut(session, sanitiser, { text, format, destination: "copy" });
    session.write("gate.takeOut", (db) => keepFile(db, session, file));
    atomicWrite(options.out, file.bytes);
    return { path: options.out, sha256: file.sha256, pseudonyms: pseudonymsOf(inspection) };
  } finally {
    sanitiser.close();
  }
}

export const writeupCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("writeup")
      .description("the sanitised account of a case, as .pdf, .docx or .md; refused while a finding is open")
      .argument("<book>"),
  )
    .requiredOption("--case <id>", "the case, by its id")
    .requiredOption("--out <file>", "what to write: .pdf, .docx, .md")
    .option("--mask-review", "mask every open finding that a person would have to look at")
    .action((book: string, options: WriteupOptions) => {
      const format = formatOf(options.out);
      return withBook(book, options, async (session) => {
        const written = await writeWriteup(session, options, format, io);
        const { path, sha256, pseudonyms } = written;
        const labels = pseudonyms.map(({ label, entity }) => (entity === undefined ? label : `${label}=${entity}`));
        io.print(options.json ? JSON.stringify(written) : [path, sha256, ...labels].join("\t"));
      });
    });
};
