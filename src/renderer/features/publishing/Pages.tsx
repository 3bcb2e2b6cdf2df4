import { useEffect, useRef, useState } from "react";
import type { AppError } from "#shared/errors.ts";
import { useMessages } from "#renderer/state/useMessages.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { ErrorNote } from "#renderer/ui/ErrorNote.tsx";
import type { OutlineEntry } from "./Outline.tsx";
import { PageImage } from "./PageImage.tsx";
import classes from "./Pages.module.css";
import { useReportDesk } from "./reportDesk.ts";

export type Preview = {
  key: string;
  pageCount: number;
  widthPt: number;
  heightPt: number;
  outline: readonly OutlineEntry[];
};

/** Pages kept in the document above and below the view. */
const AROUND = 2;
const PX_PER_PT = 96 / 72;
const ZOOM_STEP = 1.15;
const A4_RATIO = 297 / 210;

/** The pages as they will be printed. When the text changes, the same spot stays in view. */
export function Pages({
  preview,
  error,
  busy,
}: {
  preview: Preview | undefined;
  error: AppError | null;
  busy: boolean;
}) {
  const { publishing: words } = useMessages();
  const { page, zoom, caseId, setZoom } = useReportDesk();
  const open = caseId === null ? null : pagesOfCase(preview?.outline ?? [], caseId);
  const scroller = useRef<HTMLDivElement>(null);
  const fitWidth = useWidth(scroller) - 2 * 16;
  const width = Math.max(200, fitWidth * zoom);
  useWantedPage(scroller, preview !== undefined && fitWidth > 0);
  usePassedPage(scroller, preview?.pageCount ?? 0);
  const actual = preview === undefined ? Number.NaN : (preview.widthPt * PX_PER_PT) / Math.max(1, fitWidth);
  return (
    <section className={classes.pane} aria-label={words.pages}>
      <header className={classes.head}>
        <span>
          {preview === undefined ? words.pages : words.page(Math.min(page, preview.pageCount), preview.pageCount)}
        </span>
        <span role="status" className={classes.state}>
          {busy && preview !== undefined ? words.typesetting : ""}
        </span>
        <span role="group" aria-label={words.zoom.label} className={classes.zoom}>
          <button type="button" aria-label={words.zoom.smaller} onClick={() => setZoom(zoom / ZOOM_STEP)}>
            −
          </button>
          <button type="button" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
            {words.zoom.fit}
          </button>
          <button type="button" aria-pressed={Math.abs(zoom - actual) < 0.01} onClick={() => setZoom(actual)}>
            {words.zoom.actual}
          </button>
          <button type="button" aria-label={words.zoom.larger} onClick={() => setZoom(zoom * ZOOM_STEP)}>
            +
          </button>
        </span>
      </header>
      <NoPages error={error} />
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="group" aria-label={words.pages}>
        {preview === undefined
          ? error === null && fitWidth > 0 && <AwaitedPage width={width} />
          : Array.from({ length: preview.pageCount }, (_, index) => (
              <div
                key={index}
                className={classes.page}
                data-page={index + 1}
                data-open={open !== null && index + 1 >= open.first && index + 1 <= open.last}
                style={{ width, height: (width * preview.heightPt) / preview.widthPt }}
              >
                {Math.abs(index + 1 - page) <= AROUND ? <PageImage previewKey={preview.key} page={index + 1} /> : null}
              </div>
            ))}
      </div>
    </section>
  );
}

/** A quarter with nothing in it is no failure. */
function NoPages({ error }: { error: AppError | null }) {
  const { errors } = useMessages();
  if (error?.code !== "publishing.nothing-to-report") return <ErrorNote error={error} />;
  return <EmptyState title={errors[error.code](error.params)} />;
}

/** Stands where the first page will stand, so that nothing moves when it comes. */
function AwaitedPage({ width }: { width: number }) {
  const { publishing: words } = useMessages();
  return (
    <div className={classes.page} data-awaited role="status" style={{ width, height: width * A4_RATIO }}>
      <p>{words.typesettingFirst}</p>
    </div>
  );
}

/** The pages that a case's chapter stands on: from its heading to the next chapter's. */
function pagesOfCase(outline: readonly OutlineEntry[], caseId: string): { first: number; last: number } | null {
  const start = outline.findIndex((entry) => entry.caseId === caseId);
  const first = outline[start];
  if (first === undefined) return null;
  const own = outline.filter((entry) => entry.caseId === caseId);
  return { first: first.page, last: own.at(-1)?.page ?? first.page };
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new ResizeObserver(() => setWidth(target.clientWidth));
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function pageElement(scroller: HTMLElement, page: number): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-page="${page}"]`);
}

/** Brings a page into view when it is asked for, and back to where one was after going elsewhere. */
function useWantedPage(scroller: React.RefObject<HTMLElement | null>, ready: boolean): void {
  const wanted = useReportDesk((state) => state.wantedPage);
  useEffect(() => {
    if (!ready || scroller.current === null) return;
    const { page } = useReportDesk.getState();
    pageElement(scroller.current, wanted.asked === 0 ? page : wanted.page)?.scrollIntoView({ block: "start" });
  }, [scroller, wanted, ready]);
}

/** Tells which page is at the top of the view. */
function usePassedPage(scroller: React.RefObject<HTMLElement | null>, pageCount: number): void {
  const passPage = useReportDesk((state) => state.passPage);
  useEffect(() => {
    const view = scroller.current;
    if (view === null) return;
    const tell = () => {
      const line = view.getBoundingClientRect().top + view.clientHeight / 3;
      const pages = [...view.querySelectorAll<HTMLElement>("[data-page]")];
      const at = pages.findLast((page) => page.getBoundingClientRect().top <= line);
      if (at !== undefined) passPage(Number(at.dataset["page"]));
    };
    view.addEventListener("scroll", tell, { passive: true });
    return () => view.removeEventListener("scroll", tell);
  }, [scroller, passPage, pageCount]);
}
