import type { CoreContract } from "#shared/contract/index.ts";
import { quarterWords } from "#shared/messages/printed/quarterWords.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { FeatureContext } from "../feature.ts";
import { putArtifact } from "../storage/artifactStore.ts";
import { findReferences, insertPublication } from "./publishingRepository.ts";
import { readReportDraft, updateReportDraft } from "./reportEntries.ts";
import { printQuarterlyReport, ReportPreviews } from "./typesetReport.ts";

export function publishingHandlers({ book }: FeatureContext): Handlers<CoreContract>["publishing"] {
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
    preview: async ({ quarter }, { signal }) => {
      const session = book();
      const { preview, issues } = await previewsOf(session).show(session, quarter, signal);
      const { key, pages, outline } = preview;
      const { widthPt = 0, heightPt = 0 } = pages[0] ?? {};
      return { key, pageCount: pages.length, widthPt, heightPt, outline, issues };
    },
    previewPage: ({ key, page }) => ({ svg: previewsOf(book()).page(key, page).svg }),
    exportReport: async ({ quarter }, { signal }) => {
      const session = book();
      const { bytes, pages, sha256 } = await printQuarterlyReport(session, quarter, signal);
      const fileName = quarterWords.fileName(quarter);
      const at = session.now();
      const artifactId = session.write("publishing.exportReport", (db) => {
        const id = putArtifact(db, { bytes, fileName, mediaType: "application/pdf", addedAt: at });
        insertPublication(db, { id: session.newId(), quarter, artifactId: id, pages, at, by: session.actor });
        return id;
      });
      return { artifactId, fileName, pages, sha256 };
    },
  };
}
