import type { SharingDetail } from "#shared/contract/sharings.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { useNotices } from "#renderer/state/notices.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { ConfirmDialog } from "#renderer/ui/ConfirmDialog.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./Dialogs.module.css";
import { isOldNote } from "./isOldNote.ts";
import { reachesNobody } from "./reachesNobody.ts";
import { useSaveCopy } from "./useSaveCopy.ts";

/** Asked before anything is given out: to how many, and what still stands in the way; the button names the number. */
export function IssueDialog({ sharingId, onClose }: { sharingId: string; onClose(): void }) {
  const { sharings, gate, ui } = useMessages();
  const words = sharings.issueDialog;
  const text = { kind: "sharing", id: sharingId } as const;
  const { data: detail, error } = useRead(api.sharings.get, { id: sharingId });
  const { data: verdict } = useRead(api.gate.verdict, { text, destination: "share" });
  const issue = useCommand(api.sharings.issue);
  const say = useNotices((state) => state.say);
  const { save } = useSaveCopy();
  const unmet = (verdict?.conditions ?? []).filter(({ met }) => !met);
  const nobody = detail === undefined || reachesNobody(detail.audience);
  const reach = [detail?.audience.reached ?? 0, detail?.audience.frameworks.length ?? 0] as const;
  const isCorrection = (detail?.version ?? 0) > 0;
  const submit = async () => {
    if (issue.pending) return;
    const issued = await issue.run({ id: sharingId });
    if (issued === undefined) return;
    const action = { label: words.save, run: () => void save(issued.bulletin) };
    say({ tone: "done", text: words.done(issued.version), action });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={words.title(detail?.title ?? "")}
      detail={words.detail(...reach)}
      confirmLabel={words.confirm(...reach)}
      pending={issue.pending}
      focusConfirm
      disabled={verdict?.open !== true || nobody}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <ErrorNote error={error} />
      {detail === undefined || verdict === undefined ? <SkeletonLines count={2} label={ui.loading} /> : null}
      {unmet.length === 0 ? null : (
        <div className={classes.blocked}>
          <p>{sharings.next.blocked}</p>
          <ul>
            {unmet.map(({ code, params }) => (
              <li key={code}>{gate.conditions[code].unmet(params)}</li>
            ))}
          </ul>
        </div>
      )}
      {detail !== undefined && nobody ? <p className={classes.blocked}>{sharings.audience.nobody}</p> : null}
      {detail !== undefined && isCorrection ? <Correction detail={detail} /> : null}
      <ErrorNote error={issue.error} />
    </ConfirmDialog>
  );
}

/** What a correction says of itself, and who hears no more than that there is one. */
function Correction({ detail }: { detail: SharingDetail }) {
  const { sharings } = useMessages();
  const words = sharings.issueDialog;
  const note = detail.correctionNote?.trim() ?? "";
  return (
    <>
      {note === "" ? (
        <p className={classes.blocked}>{words.noNote}</p>
      ) : (
        <p>
          {words.note}: <q>{note}</q>
          {isOldNote(detail) ? <span className={classes.wait}> {sharings.correction.old}</span> : null}
        </p>
      )}
      {detail.holdEarlier > 0 ? <p className={classes.blocked}>{words.holdEarlier(detail.holdEarlier)}</p> : null}
    </>
  );
}
