import { defang } from "#shared/domain/defang.ts";
import { sharingWords } from "#shared/messages/printed/sharingWords.ts";

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * Attackers' indicators as CSV (RFC 4180, UTF-8 with a mark for spreadsheets), defanged; nothing of it is a formula. Kinds are
 * STIX 2.1 object names.
 */
export function writeIndicatorCsv(indicators: readonly { kind: string; value: string }[]): Uint8Array {
  const { kind: kindTitle, value: valueTitle } = sharingWords.indicatorColumns;
  const rows = [[kindTitle, valueTitle], ...indicators.map(({ kind, value }) => [kind, defang(kind, value)])];
  const text = rows.map((cells) => cells.map(cellOf).join(",")).join("\r\n");
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
