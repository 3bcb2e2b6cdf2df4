import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useApprovalDesk, type ApprovalTask } from "#renderer/state/approvalDesk.ts";
import { AskApproval } from "./AskApproval.tsx";
import { RecordApproval } from "./RecordApproval.tsx";

/** The dialogs 承認を求める and 承認を記録 of whichever text a place opened them for. */
export function ApprovalDialogs() {
  const opened = useApprovalDesk((state) => state.opened);
  const close = useApprovalDesk((state) => state.close);
  return opened === null ? null : <TaskDialog key={`${opened.mode} ${opened.text.id}`} task={opened} onClose={close} />;
}

/** Nothing is asked or written down before it is known who has to consent, and to what exactly. */
function TaskDialog({ task, onClose }: { task: ApprovalTask; onClose(): void }) {
  const parties = useRead(api.approvals.ofText, { text: task.text });
  const leaving = useRead(api.approvals.leaving, { text: task.text });
  const dialog = {
    task,
    parties: parties.data,
    text: leaving.data,
    error: parties.error ?? leaving.error,
    onClose,
  };
  return task.mode === "ask" ? <AskApproval {...dialog} /> : <RecordApproval {...dialog} />;
}
