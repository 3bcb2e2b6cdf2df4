import { findCommands } from "#renderer/commands/findCommands.ts";
import { availableCommands, useRegistry, type Command } from "#renderer/commands/registry.ts";
import type { Shortcut } from "#renderer/commands/shortcut.ts";
import { api } from "#renderer/data/api.ts";
import { marksIn, type Mark } from "#renderer/data/marksIn.ts";
import { plainSnippet } from "#renderer/data/plainSnippet.ts";
import { useDebounced } from "#renderer/data/useDebounced.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { beginNearMark } from "./beginNearMark.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";

export type PaletteChoice = {
  id: string;
  title: string;
  marks?: readonly Mark[];
  snippet?: { text: string; marks: readonly Mark[] };
  note?: string;
  shortcut?: Shortcut;
  /** An answer of the search, or false for a place or a command. */
  isFound: boolean;
  run(): void;
};
export type PaletteSection = { title: string; choices: readonly PaletteChoice[] };

const DELAY_MS = 120;
const MOST_RECORDS = 8;

const choiceOf = ({ id, title, shortcut, run }: Command): PaletteChoice => ({
  id,
  title,
  isFound: false,
  run,
  ...(shortcut === undefined ? {} : { shortcut }),
});

/** Places, records, commands, in that order. A search that is no longer wanted is cancelled in the core. */
export function usePaletteChoices(text: string): { sections: PaletteSection[]; searching: boolean } {
  const { frame, vocabulary } = useMessages();
  const owners = useRegistry((state) => state.owners);
  const wanted = useDebounced(text.trim(), DELAY_MS);
  const found = useRead(api.search.find, wanted === "" ? null : { text: wanted, limit: MOST_RECORDS }, {
    keepPrevious: true,
  });
  const commands = findCommands(availableCommands(owners), text);
  const isPlace = (command: Command) => command.id.startsWith("go.");
  const hits = text.trim() === "" ? [] : (found.data?.hits ?? []);
  const snippetOf = (hit: (typeof hits)[number]) => {
    const plain = plainSnippet(hit.snippet, hit.marks);
    return beginNearMark(plain.text, plain.marks);
  };
  const records: PaletteChoice[] = hits.map((hit) => ({
    id: `${hit.type}-${hit.id}`,
    title: hit.title,
    marks: marksIn(hit.title, text),
    snippet: snippetOf(hit),
    note: vocabulary.record[hit.type],
    isFound: true,
    run: () => goToRecord(hit.type, hit.id),
  }));
  if (records.length > 0) {
    records.push({
      id: "all-results",
      title: frame.palette.searchAll(text.trim()),
      isFound: true,
      run() {
        useWorkplace.getState().setSearchText(text.trim());
        useWorkplace.getState().go("search");
      },
    });
  }
  const sections = [
    { title: frame.palette.places, choices: commands.filter(isPlace).map(choiceOf) },
    { title: frame.palette.records, choices: records },
    { title: frame.palette.commands, choices: commands.filter((command) => !isPlace(command)).map(choiceOf) },
  ].filter((section) => section.choices.length > 0);
  return { sections, searching: wanted !== text.trim() || found.isFetching };
}
