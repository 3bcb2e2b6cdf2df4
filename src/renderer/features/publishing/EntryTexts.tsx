import { api } from "#renderer/data/api.ts";
import { useCasePictures, useCitable, useCaseTextSaver } from "#renderer/data/useCaseTexts.ts";
import { useRead } from "#renderer/data/useRead.ts";
import { WriteupLink } from "#renderer/desk/WriteupLink.tsx";
import { WriteupText } from "#renderer/desk/WriteupText.tsx";
import { useShownQuarter } from "#renderer/state/openBook.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { NarrativeEditor } from "#renderer/ui/editor/NarrativeEditor.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import type { Entry } from "./draftEntries.ts";
import { draftKeyOfPart } from "./draftKeyOfPart.ts";
import classes from "./EntryTexts.module.css";
import type { OutlineEntry } from "./Outline.tsx";
import { useReportDesk } from "./reportDesk.ts";
import { useWordMarks } from "./useWordMarks.ts";

/** Headings are printed with other spaces than they are written. */
const plain = (heading: string) => heading.normalize("NFKC").replace(/\s+/g, "");

/** The text of a case where it stands in the report: its paragraph of chapter 2, and its chapter. */
export function EntryTexts({ entry, outline }: { entry: Entry; outline: readonly OutlineEntry[] }) {
  const { publishing: words, ui } = useMessages();
  const go = useWorkplace((state) => state.go);
  const quarter = useShownQuarter();
  const { data: detail, error } = useRead(api.cases.get, { id: entry.caseId });
  const saveText = useCaseTextSaver(entry.caseId);
  const pictures = useCasePictures();
  const references = useCitable();
  const showPage = useReportDesk((state) => state.showPage);
  const draftKey = draftKeyOfPart(quarter, { kind: "summary", record: { id: entry.caseId, title: "" } });
  const marks = useWordMarks({ kind: "summary", recordId: entry.caseId, draftKey, markdown: detail?.summary ?? "" });
  /** The page on which one writes comes into view, and stays where it is if it is there already. */
  const followHeading = (heading: string) => {
    const chapter = outline.filter(({ caseId }) => caseId === entry.caseId);
    const spot = chapter.find(({ title }) => plain(title) === plain(heading)) ?? chapter[0];
    if (spot !== undefined && spot.page !== useReportDesk.getState().page) showPage(spot.page);
  };
  if (error !== null) return <ErrorNote error={error} />;
  if (detail === undefined) return <SkeletonLines count={4} label={ui.loading} />;
  return (
    <div className={classes.texts}>
      <div className={classes.head}>
        <h3>{words.summary}</h3>
        <button type="button" className="link-button" onClick={() => go("cases", entry.caseId)}>
          {words.openCase}
        </button>
      </div>
      <NarrativeEditor
        short
        {...marks}
        draftKey={draftKey}
        label={words.summary}
        hint={words.summaryHint}
        markdown={detail.summary}
        save={(markdown) => saveText("summary", markdown)}
        pictures={pictures}
        references={references}
      />
      {entry.place === "chapter" ? (
        <>
          <h3>
            {words.narrative}
            <WriteupLink caseId={entry.caseId} />
          </h3>
          {entry.writeupId === null ? (
            <NarrativeEditor
              draftKey={`case:${entry.caseId}:narrative`}
              label={words.narrative}
              hint={words.narrativeHint}
              markdown={detail.narrative}
              save={(markdown) => saveText("narrative", markdown)}
              pictures={pictures}
              references={references}
              onHeading={followHeading}
            />
          ) : (
            <WriteupText
              key={entry.writeupId}
              writeupId={entry.writeupId}
              label={words.narrative}
              hint={words.narrativeHint}
              onHeading={followHeading}
            />
          )}
        </>
      ) : null}
    </div>
  );
}
