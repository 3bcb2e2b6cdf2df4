import type { Observable } from "#shared/contract/reports.ts";
import { refang } from "#shared/domain/defang.ts";

const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^[0-9a-f:]*::?[0-9a-f:]+$/i;
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}-][\p{L}\d-]+$/u;
/** Endings that a file name has more often than a domain does. */
const FILE_ENDING =
  /\.(?:exe|dll|scr|lnk|iso|img|zip|7z|rar|lzh|pdf|docx?|docm|xlsx?|xlsm|pptx?|one|rtf|txt|html?|js|vbs|wsf|hta|ps1|bat|cmd|eml|msg)$/i;

/** The STIX object name of a value as it is written. */
function kindOf(value: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return "url";
  if (/^[^@\s]+@[^@\s]+$/.test(value)) return "email-addr";
  if (IPV4.test(value)) return "ipv4-addr";
  if (value.includes(":") && IPV6.test(value)) return "ipv6-addr";
  if (HASH.test(value)) return "file";
  return DOMAIN.test(value) && !FILE_ENDING.test(value) ? "domain-name" : "file";
}

/**
 * Reads addresses, domains, URLs, hashes and file names typed or pasted with blanks between them, harmless spellings
 * included. Those in `known` are left out.
 */
export function readObservables(text: string, known: readonly Observable[]): Observable[] {
  const seen = new Set(known.map(({ kind, value }) => `${kind} ${value}`));
  return refang(text)
    .split(/[\s、]+/)
    .filter((value) => value !== "")
    .flatMap((value) => {
      const kind = kindOf(value);
      const kept = ["email-addr", "domain-name"].includes(kind) || HASH.test(value) ? value.toLowerCase() : value;
      if (seen.has(`${kind} ${kept}`)) return [];
      seen.add(`${kind} ${kept}`);
      return [{ kind, value: kept, role: "attacker" as const }];
    });
}
