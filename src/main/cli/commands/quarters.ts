import type { QuarterFigures } from "#shared/contract/quarters.ts";
import { writeMoment } from "#shared/domain/moment.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { freezeQuarter } from "#core/quarters/freezeQuarter.ts";
import { quarterFigures } from "#core/quarters/quarterFigures.ts";
import { withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions, parseQuarter } from "../commonOptions.ts";

type QuarterOptions = CommonOptions & { quarter: Quarter };

function printRevisions(revisions: QuarterFigures["revisions"]) {
  return revisions.map(({ at, ...revision }) => ({ ...revision, at: writeMoment(at) }));
}

/** The shape that interchange.md gives; what only the window needs is left out. */
function printFigures(figures: QuarterFigures) {
  const { known: _, notSharedByReason: __, structure, frozen, revisions, ...rest } = figures;
  const { sigs, organizations, joined, left, frameworks } = structure;
  const printChange = ({ organization, sig, day }: QuarterFigures["structure"]["joined"][number]) => ({
    organization,
    sig,
    day,
  });
  return {
    ...rest,
    structure: {
      sigs,
      organizations,
      joined: joined.map(printChange),
      left: left.map(printChange),
      frameworks: frameworks.map(({ name, label }) => ({ name, label })),
    },
    frozen: frozen && { at: writeMoment(frozen.at), by: frozen.by },
    revisions: printRevisions(revisions),
  };
}

function asTable(figures: QuarterFigures): string {
  const row = (title: string, values: readonly (string | number)[]) => [title, ...values].join("\t");
  return [
    row("", figures.columns),
    row("provided", figures.provided),
    row("shared", figures.shared),
    row("basis", figures.basis),
    row("hub-origin", [figures.hubOrigin]),
    row("targeted", [figures.targeted]),
    row("undetermined", [figures.undetermined]),
    row("outside", [figures.outside]),
    row("not-shared", [figures.notShared]),
    row("sigs", [figures.structure.sigs]),
    row("organizations", [figures.structure.organizations]),
  ].join("\n");
}

export const countsCommand: CliCommand = (program, io) => {
  commonOptions(program.command("counts").description("the figures of a quarter").argument("<book>"))
    .requiredOption("--quarter <quarter>", "like 2022Q4", parseQuarter)
    .action((book: string, options: QuarterOptions) =>
      withBook(book, options, (session) => {
        const figures = session.read((db) => quarterFigures(db, options.quarter));
        io.print(options.json ? JSON.stringify(printFigures(figures)) : asTable(figures));
      }),
    );
};

export const freezeCommand: CliCommand = (program, io) => {
  commonOptions(program.command("freeze").description("store the figures of a quarter as published").argument("<book>"))
    .requiredOption("--quarter <quarter>", "like 2022Q4", parseQuarter)
    .option("--accept-undetermined", "freeze although reports are not assessed yet")
    .action((book: string, options: QuarterOptions & { acceptUndetermined?: boolean }) =>
      withBook(book, options, (session) => {
        session.write("quarters.freeze", (db) =>
          freezeQuarter(db, options.quarter, {
            by: session.actor,
            nowMs: session.now(),
            acceptUndetermined: options.acceptUndetermined ?? false,
            newId: session.newId,
          }),
        );
        const figures = session.read((db) => quarterFigures(db, options.quarter));
        io.print(options.json ? JSON.stringify(printFigures(figures)) : asTable(figures));
      }),
    );
};

export const revisionsCommand: CliCommand = (program, io) => {
  commonOptions(program.command("revisions").description("what changed in a frozen quarter since").argument("<book>"))
    .requiredOption("--quarter <quarter>", "like 2022Q4", parseQuarter)
    .action((book: string, options: QuarterOptions) =>
      withBook(book, options, (session) => {
        const revisions = printRevisions(session.read((db) => quarterFigures(db, options.quarter)).revisions);
        const lines = revisions.map(({ figure, old, new: now, reason, at }) =>
          [at, figure, old, now, reason].join("\t"),
        );
        io.print(options.json ? JSON.stringify(revisions) : lines.join("\n"));
      }),
    );
};
