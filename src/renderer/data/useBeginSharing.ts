import { goToRecord } from "#renderer/state/goToRecord.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import type { AppError } from "#shared/errors.ts";
import { api } from "./api.ts";
import { useCommand } from "./useCommand.ts";

type BeginSharing = {
  /** Its write-up or narrative, its reports. */
  ofCase(caseId: string): Promise<void>;
  /** Joined into one. */
  ofReports(reportIds: readonly string[]): Promise<boolean>;
  pending: boolean;
  error: AppError | null;
};

/** Makes a draft sharing of what is at hand, and goes there. */
export function useBeginSharing(): BeginSharing {
  const { sharings } = useMessages();
  const fromCase = useCommand(api.sharings.createFromCase);
  const fromReports = useCommand(api.sharings.createFromReports);
  const show = (made: { id: string } | undefined) => {
    if (made === undefined) return false;
    useNotices.getState().say({ tone: "done", text: sharings.create.madeFrom });
    // A draft is in no quarter: the list must not hide what was just made.
    if (useSharingsView.getState().view !== "board") useSharingsView.getState().showOnly({ allQuarters: true });
    goToRecord("sharing", made.id);
    return true;
  };
  return {
    async ofCase(caseId) {
      show(await fromCase.run({ caseId }));
    },
    async ofReports(reportIds) {
      return show(await fromReports.run({ reportIds: [...reportIds] }));
    },
    pending: fromCase.pending || fromReports.pending,
    error: fromCase.error ?? fromReports.error,
  };
}
