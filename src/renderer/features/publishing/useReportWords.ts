import { useCallback } from "react";
import type { ReportWordsDesk } from "#shared/contract/publishing.ts";
import type { Quarter } from "#shared/domain/quarter.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";

/** What is in the report's own words; `latest` answers it as it stands after what was done last. */
export function useReportWords(quarter: Quarter) {
  const answer = useRead(api.publishing.words, { quarter });
  const { refetch } = answer;
  const latest = useCallback(async (): Promise<ReportWordsDesk | undefined> => (await refetch()).data, [refetch]);
  return { ...answer, latest };
}
