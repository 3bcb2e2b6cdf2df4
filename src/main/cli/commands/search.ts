import { search } from "#core/search/searchService.ts";
import { withBook, type CommonOptions } from "../cliIo.ts";
import type { CliCommand } from "../command.ts";
import { commonOptions } from "../commonOptions.ts";

/** A script wants all of them; the window asks for as many as it shows. */
const ALL = 1_000_000;

export const searchCommand: CliCommand = (program, io) => {
  commonOptions(
    program
      .command("search")
      .description('find reports, cases, sharings and observables; words are joined by and, "quoted" is exact')
      .argument("<book>")
      .argument("<query...>"),
  )
    .option("--limit <count>", "at most this many hits", Number, ALL)
    .action((book: string, query: string[], options: CommonOptions & { limit: number }) =>
      withBook(book, options, (session) => {
        const request = { text: query.join(" "), types: [], limit: options.limit };
        const { total, hits } = session.read((db) => search(db, request));
        const printed = hits.map(({ type, externalId, title, snippet }) => ({ type, id: externalId, title, snippet }));
        const lines = printed.map(({ type, id, title, snippet }) => [type, id, title, snippet].join("\t"));
        io.print(options.json ? JSON.stringify({ total, hits: printed }) : lines.join("\n"));
      }),
    );
};
