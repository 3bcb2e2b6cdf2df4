import type { BookSession } from "../database/bookSession.ts";
import type { Finding } from "./finding.ts";
import type { Sanitiser, SanitiserOptions } from "./sanitiser.ts";
import { SCANNED_TABLES } from "./sanitisingRepository.ts";
import { textSha256 } from "./textSha256.ts";

/** A decision, the desk and the verdict ask of one text, one after another: a few texts are enough. */
const MOST_REMEMBERED = 8;

const remembered = new WeakMap<Sanitiser, Map<string, Promise<Finding[][]>>>();

/**
 * Title and body of one matter as `scanAll` gives them, looked through once while neither they, nor whom they are about, nor the roster
 * change: a long text takes seconds, and is asked about by everything that shows or decides it. Nobody may change what is answered.
 */
export async function scanRemembered(
  session: BookSession,
  sanitiser: Sanitiser,
  text: { title: string; body: string },
  options: SanitiserOptions,
): Promise<Finding[][]> {
  const { signal: _signal, ...matter } = options;
  const known = remembered.get(sanitiser) ?? new Map<string, Promise<Finding[][]>>();
  remembered.set(sanitiser, known);
  const key = JSON.stringify([session.stateOf(SCANNED_TABLES), matter, textSha256(text)]);
  const underWay = known.get(key);
  // Whoever asked first may have given up, or the thread may have died over it: then it is asked anew.
  const kept = underWay === undefined ? undefined : await underWay.catch(() => undefined);
  if (kept !== undefined) return kept;
  const asked = sanitiser.scanAll([text.title, text.body], options);
  known.delete(key);
  known.set(key, asked);
  asked.catch(() => {
    if (known.get(key) === asked) known.delete(key);
  });
  for (const oldest of known.keys()) {
    if (known.size <= MOST_REMEMBERED) break;
    known.delete(oldest);
  }
  return asked;
}
