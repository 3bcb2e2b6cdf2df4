import type { SharingDetail } from "#shared/contract/sharings.ts";
import { useCasePictures, useCitable } from "#renderer/data/useCaseTexts.ts";
import { leavingAttribute } from "#renderer/gate/readCopy.ts";
import { useSharingsView } from "#renderer/state/sharingsView.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { DetailSection } from "#renderer/ui/DetailPage.tsx";
import { NarrativeView } from "#renderer/ui/editor/NarrativeView.tsx";
import classes from "./SharingDetail.module.css";

const NO_EXTENSIONS: [] = [];

/** The words of a sharing as they will be read; they are changed at the desk only. */
export function SharingText({ detail }: { detail: SharingDetail }) {
  const { sharings: words } = useMessages();
  const openDesk = useSharingsView((state) => state.openDesk);
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
    <DetailSection title={title} aside={<span className={classes.actions}>{edit}</span>}>
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
