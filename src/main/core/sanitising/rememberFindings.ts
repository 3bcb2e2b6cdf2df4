import type { Finding } from "./finding.ts";

/** Addresses, subjects, cells of a table: what comes again and again in lists of indicators. */
const LONGEST_REMEMBERED = 500;
const MOST_REMEMBERED = 100_000;

/**
 * Keeps what was found in short texts of the matter that is worked on: a list of indicators is looked at when it is gathered,
 * in the written file, and in the next format. The same text with the same roster, parties and options has the same findings.
 *
 * @returns looks a text up, or has it scanned; `matter` says all that the answer depends on beside the text
 */
export function rememberFindings(): (matter: string, text: string, scan: () => Finding[]) => Finding[] {
  let present = "";
  const known = new Map<string, Finding[]>();
  return (matter, text, scan) => {
    if (matter !== present) known.clear();
    present = matter;
    const before = known.get(text);
    if (before) return before;
    const found = scan();
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (text.length <= LONGEST_REMEMBERED) known.set(text, found);
    return found;
  };
}
