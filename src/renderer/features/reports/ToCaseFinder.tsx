import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRecordSearch } from "#renderer/data/useRecordSearch.ts";
import { useUndoNotice } from "#renderer/data/useUndoNotice.ts";
import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { Finder, type FinderOption } from "#renderer/ui/Finder.tsx";
import { caseChoices } from "./caseChoices.ts";
import classes from "./ToCaseFinder.module.css";

export type ToCaseFinderProps = {
  reportIds: readonly string[];
  /** The cases that the one report is in already. */
  own: readonly { id: string; title: string }[];
  onLeave(): void;
  /** The reports are in the case that was chosen. */
  onDone(): void;
};

/** C: a new case of the reports, or one that is there already, found by its words. Enter alone makes a new one. */
export function ToCaseFinder({ reportIds, own, onLeave, onDone }: ToCaseFinderProps) {
  const { reports } = useMessages();
  const words = reports.toCase;
  const search = useRecordSearch("case", new Set(own.map(({ id }) => id)));
  const create = useCommand(api.cases.createFromReports);
  const add = useCommand(api.cases.addReports);
  const sayWithUndo = useUndoNotice();
  const title = search.text.trim();
  const choices = caseChoices({ title, own, found: search.options, count: reportIds.length, words });

  const makeCase = async () => {
    const made = await create.run({ reportIds: [...reportIds], ...(title === "" ? {} : { title }) });
    if (made === undefined) return;
    useNotices.getState().say({ tone: "done", text: reports.caseMade(reportIds.length) });
    onDone();
    goToRecord("case", made.id);
  };
  const pick = async ({ id, title: name }: FinderOption) => {
    const choice = choices.find((option) => option.id === id);
    if (choice?.does === "create") return makeCase();
    if (choice?.does === "open") {
      onDone();
      return goToRecord("case", choice.caseId);
    }
    if (choice === undefined) return;
    if ((await add.run({ id: choice.caseId, reportIds: [...reportIds] })) === undefined) return;
    sayWithUndo(words.added(name, reportIds.length));
    onDone();
  };
  return (
    <div role="group" aria-label={words.label(reportIds.length)} className={classes.popover}>
      <p className={classes.label}>{words.label(reportIds.length)}</p>
      <Finder
        label={words.label(reportIds.length)}
        placeholder={words.placeholder}
        text={search.text}
        options={choices}
        settling={search.settling}
        nothing={words.nothing}
        autoFocus
        openAtOnce
        onText={search.setText}
        onPick={(option) => void pick(option)}
        onLeave={onLeave}
      />
      <ErrorNote error={create.error ?? add.error} />
    </div>
  );
}
