import type { z } from "zod";
import type { OutlineItem } from "#shared/contract/publishing.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import classes from "./Outline.module.css";
import { useReportDesk } from "./reportDesk.ts";

export type OutlineEntry = z.infer<typeof OutlineItem>;

/** The entry that the page at the top of the view belongs to. */
function currentEntry(outline: readonly OutlineEntry[], page: number): number {
  const started = outline.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.page <= page);
  return started.find(({ entry }) => entry.page === page)?.index ?? started.at(-1)?.index ?? 0;
}

/** The report's headings; each leads to its page, and to its text where it has one. */
export function Outline({ outline, awaited }: { outline: readonly OutlineEntry[] | undefined; awaited: boolean }) {
  const { publishing: words } = useMessages();
  const { page, caseId, showPage, open } = useReportDesk();
  if (awaited) return <SkeletonLines count={9} label={words.outline} />;
  if (outline === undefined || outline.length === 0) return <p className={classes.empty}>{words.outlineEmpty}</p>;
  const current = currentEntry(outline, page);
  return (
    <nav className={classes.outline} aria-label={words.outline}>
      <h2>{words.outline}</h2>
      <ol>
        {outline.map((entry, index) => (
          <li key={index} data-level={Math.min(entry.level, 3)}>
            <button
              type="button"
              aria-label={words.goToPage(`${entry.number} ${entry.title}`.trim(), entry.page)}
              aria-current={index === current}
              data-open={entry.caseId !== null && entry.caseId === caseId}
              onClick={() => {
                showPage(entry.page);
                if (entry.caseId !== null) open(entry.caseId);
              }}
            >
              <span className={classes.number}>{entry.number}</span>
              <span className={classes.title}>{entry.title}</span>
              <span className={classes.page}>{entry.page}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
