import type { SharingDetail } from "#shared/contract/sharings.ts";
import { useCasePictures, useCitable } from "#renderer/data/useCaseTexts.ts";
import { leavingAttribute } from "#renderer/gate/readCopy.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { NarrativeView } from "#renderer/ui/editor/NarrativeView.tsx";
import classes from "./SharingDetail.module.css";
import { useClearedCopy } from "./useClearedCopy.ts";

const NO_EXTENSIONS: [] = [];

/** The words of a sharing as they will be read; they are changed at the desk only. */
export function SharingText({ detail }: { detail: SharingDetail }) {
  const { sharings: words } = useMessages();
  const openDesk = useSharingsView((state) => state.openDesk);
  const { copy, pending, error } = useClearedCopy({ kind: "sharing", id: detail.id });
  const pictures = useCasePictures();
  const references = useCitable();
  const title = detail.state === "shared" && !detail.changedSinceIssue ? words.body : words.bodyDraft;
  const isOver = detail.state === "withdrawn";
  const edit = isOver ? null : (
    <button type="button" className="link-button" onClick={() => openDesk(detail.id)}>
      {words.openDesk}
    </button>
  );
  return (
    <DetailSection
      title={title}
      aside={
        <span className={classes.actions}>
          {detail.body.trim() === "" ? null : (
            <button type="button" className="link-button" disabled={pending} onClick={() => void copy(detail.body)}>
              {words.copyBody}
            </button>
          )}
          {edit}
        </span>
      }
    >
      <ErrorNote error={error} />
      {detail.body.trim() === "" ? (
        <p className={classes.none}>{words.noBody}</p>
      ) : (
        <div className={classes.text} {...leavingAttribute({ kind: "sharing", id: detail.id })}>
          <NarrativeView
            label={title}
            markdown={detail.body}
            pictures={pictures}
            references={references}
            extensions={NO_EXTENSIONS}
          />
        </div>
      )}
    </DetailSection>
  );
}
