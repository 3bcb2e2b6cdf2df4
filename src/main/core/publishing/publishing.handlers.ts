import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { FeatureContext } from "../feature.ts";
import { decideReport, openReportWords, reconsiderReport } from "./decideReport.ts";
import { exportReport } from "./exportReport.ts";
import { findReferences } from "./publishingRepository.ts";
import { readReportDraft, updateReportDraft } from "./reportEntries.ts";
import { ReportPreviews } from "./typesetReport.ts";

export function publishingHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["publishing"] {
  // Pages belong to the open book: when it is closed they go with it.
  const previews = new WeakMap<BookSession, ReportPreviews>();
  const previewsOf = (session: BookSession): ReportPreviews => {
    const kept = previews.get(session) ?? new ReportPreviews();
    previews.set(session, kept);
    return kept;
  };
  return {
    references: () =>
      book()
        .read(findReferences)
        .map(({ externalId, title, url, publishedOn }) => ({ id: externalId, title, url, publishedOn })),
    draft: ({ quarter }) => book().read((db) => readReportDraft(db, quarter)),
    updateDraft: ({ quarter, fields }) => {
      const session = book();
      session.write("publishing.updateDraft", (db) => updateReportDraft(db, quarter, fields, session.newId));
      return {};
    },
    words: ({ quarter }, { signal }) => openReportWords(book(), sanitiser(), quarter, signal),
    decide: (input) => decideReport(book(), sanitiser(), input),
    reconsider: (input) => {
      reconsiderReport(book(), input);
      return {};
    },
    preview: async ({ quarter }, { signal }) => {
      const session = book();
      const { preview, issues } = await previewsOf(session).show(session, sanitiser(), quarter, signal);
      const { key, pages, outline } = preview;
      const { widthPt = 0, heightPt = 0 } = pages[0] ?? {};
      return { key, pageCount: pages.length, widthPt, heightPt, outline, issues };
    },
    previewPage: ({ key, page }) => ({ svg: previewsOf(book()).page(key, page).svg }),
    exportReport: ({ quarter }, { signal }) => exportReport(book(), sanitiser(), quarter, signal),
  };
}
