import { useCommands } from "#renderer/commands/useCommands.ts";
import { useBeginSharing } from "#renderer/data/useBeginSharing.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import type { AppError } from "#shared/errors.ts";

/** S: the reports ticked, or the one that is open, become the draft of one sharing. */
export function useShareReports(ids: readonly string[], onDone: () => void): { error: AppError | null } {
  const { sharings, frame } = useMessages();
  const begin = useBeginSharing();
  useCommands([
    {
      id: "reports.share",
      title: sharings.create.fromReports,
      reading: sharings.create.fromReportsReading,
      shortcut: "S",
      group: frame.places.reports,
      when: ids.length > 0 && !begin.pending,
      run: () => void begin.ofReports(ids).then((made) => made && onDone()),
    },
  ]);
  return { error: begin.error };
}
