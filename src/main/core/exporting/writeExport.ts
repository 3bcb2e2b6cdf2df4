import type { ExportSet } from "./exportSet.ts";
import { writeCsv } from "./writeCsv.ts";
import { writeMisp } from "./writeMisp.ts";
import { writeStix, type WrittenObjects } from "./writeStix.ts";
import { writeXlsx } from "./writeXlsx.ts";

export const EXPORT_FORMATS = ["stix", "misp", "csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A set of indicators as a file. `inexpressible`: observables that the format has no word for, and that are not in it. */
export function writeExport(set: ExportSet, format: ExportFormat): WrittenObjects {
  switch (format) {
    case "stix":
      return writeStix(set);
    case "misp":
      return writeMisp(set);
    case "csv":
      return { bytes: writeCsv(set), inexpressible: 0 };
    case "xlsx":
      return { bytes: writeXlsx(set), inexpressible: 0 };
  }
}
