import { api } from "#renderer/data/api.ts";
import { useCasePictures, useCitable, useCaseTextSaver } from "#renderer/data/useCaseTexts.ts";
import { useCommand } from "#renderer/data/useCommand.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { WriteupLink } from "#renderer/desk/WriteupLink.tsx";
import { useMessages } from "#renderer/state/useMessages.ts";
import { NarrativeEditor } from "#renderer/ui/editor/NarrativeEditor.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { EditableText } from "#renderer/ui/EditableText.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { CaseHistory } from "./CaseHistory.tsx";
import { CaseLinks } from "./CaseLinks.tsx";
import classes from "./CasePage.module.css";
import { CaseReports } from "./CaseReports.tsx";

/** One case: its text in the middle, facts and links in the margin, history below. */
export function CasePage({ caseId }: { caseId: string }) {
  const { cases: words, ui } = useMessages();
  const { data: detail, error } = useRead(api.cases.get, { id: caseId });
  const update = useCommand(api.cases.update);
  const saveText = useCaseTextSaver(caseId);
  const pictures = useCasePictures();
  const references = useCitable();
  if (error !== null) return <ErrorNote error={error} />;
  if (detail === undefined) return <SkeletonLines count={12} label={ui.loading} />;
  return (
    <article className={classes.page} aria-label={detail.title} tabIndex={-1} data-detail>
      <div className={classes.columns}>
        <div className={classes.text}>
          <h1>
            <EditableText
              label={words.fields.title}
              value={detail.title}
              placeholder={words.fields.title}
              check={(text) => (text.trim() === "" ? words.titleMissing : null)}
              onSave={(title) => void update.run({ id: caseId, fields: { title: title.trim() } })}
            />
          </h1>
          <ErrorNote error={update.error} />
          <section className={classes.part} data-case-text="summary">
            <h2>{words.summary}</h2>
            <NarrativeEditor
              short
              draftKey={`case:${caseId}:summary`}
              label={words.summary}
              hint={words.summaryHint}
              markdown={detail.summary}
              save={(markdown) => saveText("summary", markdown)}
              pictures={pictures}
              references={references}
            />
          </section>
          <section className={classes.part} data-case-text="narrative">
            <h2>
              {words.narrative}
              <WriteupLink caseId={caseId} />
            </h2>
            <NarrativeEditor
              draftKey={`case:${caseId}:narrative`}
              label={words.narrative}
              hint={words.narrativeHint}
              markdown={detail.narrative}
              save={(markdown) => saveText("narrative", markdown)}
              pictures={pictures}
              references={references}
            />
          </section>
        </div>
        <aside className={classes.margin} aria-label={words.facts}>
          <CaseFacts detail={detail} />
          <CaseLinks detail={detail} />
          <CaseReports detail={detail} />
        </aside>
        <CaseHistory caseId={caseId} />
      </div>
    </article>
  );
}
