import type { SharingDetail } from "#shared/contract/sharings.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { isOldNote } from "./isOldNote.ts";
import classes from "./SharingDetail.module.css";

/** What the correction that is being prepared says that it corrects: asked for and released with it, printed on it. */
export function CorrectionNote({ detail }: { detail: SharingDetail }) {
  const { sharings } = useMessages();
  const words = sharings.correction;
  const update = useCommand(api.sharings.update);
  if (!detail.changedSinceIssue) return null;
  const save = (text: string) =>
    void update.run({ id: detail.id, fields: { correctionNote: text.trim() === "" ? null : text.trim() } });
  return (
    <DetailSection title={words.title}>
      <ErrorNote error={update.error} />
      <EditableText
        label={words.title}
        value={detail.correctionNote ?? ""}
        placeholder={words.placeholder}
        multiline
        onSave={save}
      />
      <p className={classes.note}>
        {isOldNote(detail) ? <span className={classes.wait}>{words.old} </span> : null}
        {words.hint}
      </p>
    </DetailSection>
  );
}
