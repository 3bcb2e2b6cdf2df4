import { defang } from "#shared/domain/defang.ts";
import type { ExportSet } from "./exportSet.ts";

const INDICATOR_COLUMNS = ["kind", "value", "defanged", "first_seen", "title", "tlp"];
const QUARTER_COLUMNS = ["table", "quarter", ...INDICATOR_COLUMNS];

/**
 * RFC 4180, UTF-8 with a mark for spreadsheets. With figures (of a quarter) the first column tells them from indicators,
 * so that all rows have the same columns.
 */
export function writeCsv({ indicators, figures }: ExportSet): Uint8Array {
  const listed = indicators.map(({ kind, value, firstSeen, title, tlp }) => [
    kind,
    value,
    defang(kind, value),
    firstSeen,
    title,
    tlp,
  ]);
  const rows =
    figures.length === 0
      ? [INDICATOR_COLUMNS, ...listed]
      : [
          QUARTER_COLUMNS,
          ...figures.map(({ quarter, figure, value }) => ["figure", quarter, figure, String(value), "", "", "", ""]),
          ...listed.map((row) => ["indicator", "", ...row]),
        ];
  const text = rows.map((row) => row.map(cellOf).join(",")).join("\r\n");
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/** A spreadsheet would run what begins with one of these: an attacker may have chosen the words. */
const RUNS = /^[=+\-@\t\r]/u;

function cellOf(text: string): string {
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
