import type { z } from "zod";
import type { reports } from "#shared/contract/reports.ts";
import type { AppError } from "#shared/errors.ts";
import { api } from "#renderer/data/api.ts";
import { useCommand } from "#renderer/data/useCommand.ts";

export type ReportChange = z.input<typeof reports.update.input>["fields"];

/** Saves each change of a report as it is made. */
export function useReportUpdate(reportId: string | null): {
  save(fields: ReportChange): void;
  error: AppError | null;
} {
  const update = useCommand(api.reports.update);
  return {
    save: (fields) => {
      if (reportId !== null) void update.run({ id: reportId, fields });
    },
    error: update.error,
  };
}
