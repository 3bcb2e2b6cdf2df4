import { useCommands } from "#renderer/commands/useCommands.ts";
import { useBeginSharing } from "#renderer/data/useBeginSharing.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";

/** Begins a sharing of the case: its words, its reports. */
export function ShareCase({ caseId }: { caseId: string }) {
  const { sharings, frame } = useMessages();
  const words = sharings.create;
  const begin = useBeginSharing();
  useCommands([
    {
      id: "cases.share",
      title: words.fromCase,
      reading: words.fromCaseReading,
      shortcut: "S",
      group: frame.places.cases,
      when: !begin.pending,
      run: () => void begin.ofCase(caseId),
    },
  ]);
  return (
    <>
      <button
        type="button"
        className="link-button"
        title={words.fromCase}
        disabled={begin.pending}
        onClick={() => void begin.ofCase(caseId)}
      >
        {words.fromCaseShort}
      </button>
      <ErrorNote error={begin.error} />
    </>
  );
}
