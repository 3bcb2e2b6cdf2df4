import { AppError } from "#shared/errors.ts";
import { describeEvidence } from "#shared/messages/describeEvidence.ts";
import { messages } from "#shared/messages/messages.ts";
import { suggestLinks } from "#core/links/suggestLinks.ts";
import { findCaseIdByExternalId } from "#core/writeups/writeupRepository.ts";
import { withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";
import { cliLanguage } from "../sentenceOf.ts";

export const relatedCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("related")
      .description("cases that may belong together with one, best first, with what speaks for it")
      .argument("<book>"),
  )
    .requiredOption("--case <id>", "the case, by its id")
    .action((book: string, options: CommonOptions & { case: string }) =>
      withBook(book, options, (session) => {
        const words = messages[cliLanguage()];
        const suggestions = session.read((db) => {
          const caseId = findCaseIdByExternalId(db, options.case);
          if (caseId === undefined) throw new AppError("record.not-found", { id: options.case });
          return suggestLinks(db, caseId);
        });
        const printed = suggestions.map(({ externalId, score, evidence }) => ({
          case: externalId,
          score,
          evidence: evidence.map((piece) => describeEvidence(piece, words)),
        }));
        const lines = printed.map((one) => [one.case, one.score.toFixed(2), ...one.evidence].join("\t"));
        io.print(options.json ? JSON.stringify(printed) : lines.join("\n"));
      }),
    );
};
