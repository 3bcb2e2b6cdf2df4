import type { PartyConsents } from "#shared/contract/approvals.ts";
import type { AppError } from "#shared/errors.ts";
import type { ApprovalTask } from "#renderer/state/approvalDesk.ts";

/** What both dialogs are about; undefined while it is on the way. */
export type ApprovalDialogProps = {
  task: ApprovalTask;
  parties: readonly PartyConsents[] | undefined;
  /** What would go out as it stands: an answer is bound to exactly this. */
  text: { title: string; sha256: string } | undefined;
  error: AppError | null;
  onClose(): void;
};
