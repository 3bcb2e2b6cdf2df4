import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { dayOf } from "#shared/domain/moment.ts";
import { api } from "#renderer/data/api.ts";
import { useRead } from "#renderer/data/useRead.ts";

type FoundRecord = { id: string; title: string; note: string };

export type RecordSearch = {
  text: string;
  setText(text: string): void;
  options: FoundRecord[];
  /** True until the options answer what is typed. */
  settling: boolean;
};

const LIMIT = 12;

/** Finds cases or reports by words, as the palette does; without words, the latest. `except` are left out. */
export function useRecordSearch(type: "case" | "report", except: ReadonlySet<string>): RecordSearch {
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text.trim(), 100);
  const found = useRead(api.search.find, settled === "" ? null : { text: settled, types: [type], limit: LIMIT }, {
    keepPrevious: true,
  });
  const latestCases = useRead(
    api.cases.list,
    settled === "" && type === "case" ? { filter: {}, sort: { by: "openedAt", descending: true }, limit: LIMIT } : null,
  );
  const latestReports = useRead(
    api.reports.list,
    settled === "" && type === "report"
      ? { filter: {}, sort: { by: "receivedAt", descending: true }, limit: LIMIT }
      : null,
  );
  const hits: FoundRecord[] = (found.data?.hits ?? []).map(({ id, title, at }) => ({
    id,
    title,
    note: at === null ? "" : dayOf(at),
  }));
  const latest: FoundRecord[] = [
    ...(latestCases.data?.rows ?? []).map(({ id, title, openedAt }) => ({ id, title, note: openedAt })),
    ...(latestReports.data?.rows ?? []).map(({ id, title, receivedAt }) => ({ id, title, note: dayOf(receivedAt) })),
  ];
  const options = (settled === "" ? latest : hits).filter(({ id }) => !except.has(id));
  const isStale = settled !== text.trim() || (settled !== "" && found.isPlaceholderData) || found.isLoading;
  return { text, setText, options, settling: isStale };
}
