import type { BookSession } from "../database/bookSession.ts";
import { openThread, threadUrl } from "../threads/openThread.ts";
import type { Finding } from "./finding.ts";
import type { Labels } from "./maskSpans.ts";
import type { Sanitised } from "./sanitise.ts";
import type { SanitisingAnswer, SanitisingRequest } from "./sanitisingEngine.ts";
import { findScannedRoster, SCANNED_TABLES } from "./sanitisingRepository.ts";

export { outsideEntity } from "./sanitisingEngine.ts";

export type SanitiserOptions = {
  /** Interchange ids of the organisations the text is about; short names count for them and their groups only. */
  parties?: readonly string[];
  /** Names of victims and providers that are in no roster: secret all the same. Their entity is `outside:NAME`. */
  outsiders?: readonly string[];
  /** Asks for nouns never published before too; true when left out. */
  novelty?: boolean;
  /** Reads what stands there plainly and decodes nothing: for words that a reader put side by side to find names across their seams. */
  plain?: boolean;
  signal?: AbortSignal;
};

/**
 * The sanitising engine over one open book's roster, in a thread of its own. The roster is compiled when first needed and again
 * when it has changed. Findings and sanitised texts are as `scan` and `sanitise` give them.
 *
 * All throw AppError call.cancelled, and thread.stopped when the thread died over the work: then nothing was checked.
 */
export type Sanitiser = {
  scan(text: string, options?: SanitiserOptions): Promise<Finding[]>;
  /** Several texts of one matter, in one go. */
  scanAll(texts: readonly string[], options?: SanitiserOptions): Promise<Finding[][]>;
  /** Masks every must finding; an organisation that has a label is called by it. */
  sanitise(text: string, options?: SanitiserOptions & { labels?: Labels }): Promise<Sanitised>;
  /** Several texts of one matter, in one go, each with what was found in it before. */
  sanitiseAll(
    texts: readonly string[],
    options?: SanitiserOptions & { labels?: Labels },
  ): Promise<(Sanitised & { findings: Finding[] })[]>;
  /** Forgets the roster: for the end of the book. */
  close(): void;
};

/** A text takes 3 s at most; an export may ask for ten thousand in one go. */
const LONGEST_MS = 900_000;
const MOST_HEAP_MB = 1_024;

/** One for all books of the process, since one is open at a time; it remembers one roster. */
const thread = openThread<SanitisingRequest, SanitisingAnswer>({
  url: threadUrl("sanitisingThread", import.meta.url),
  work: "sanitising",
  longestMs: LONGEST_MS,
  mostHeapMb: MOST_HEAP_MB,
});

/** What the thread was told last. */
let told: { thread: number; key: string } | undefined;
let sanitisers = 0;
const open = new Set<number>();

export function createSanitiser(session: BookSession): Sanitiser {
  sanitisers += 1;
  const id = sanitisers;
  let known: { key: string; roster: ReturnType<typeof findScannedRoster> } | undefined;

  /** As it is at the call, not when its turn comes: the book may be closed by then. */
  function readRoster() {
    const key = `${id} ${session.stateOf(SCANNED_TABLES)}`;
    if (known?.key !== key) known = { key, roster: session.read(findScannedRoster) };
    return known;
  }

  async function ask(texts: readonly string[], { signal, ...options }: SanitiserOptions & { labels?: Labels }) {
    const { key, roster } = readRoster();
    open.add(id);
    const { parties = [], outsiders = [], novelty = true, plain = false, labels } = options;
    const request = { rosterKey: key, outsiders, parties, novelty, plain, texts, ...(labels && { labels }) };
    const answer = await thread.run((number) => {
      const isTold = told?.thread === number && told.key === key;
      told = { thread: number, key };
      return isTold ? request : { ...request, roster };
    }, signal);
    return answer;
  }

  return {
    scan: async (text, options = {}) => (await ask([text], options)).findings[0] ?? [],
    scanAll: async (texts, options = {}) => (await ask(texts, options)).findings,
    async sanitise(text, options = {}) {
      const { sanitised } = await ask([text], { ...options, novelty: false, labels: options.labels ?? {} });
      return sanitised[0] ?? { text: "", left: [] };
    },
    async sanitiseAll(texts, options = {}) {
      const { findings, sanitised } = await ask(texts, { ...options, labels: options.labels ?? {} });
      return sanitised.map((one, position) => ({ ...one, findings: findings[position] ?? [] }));
    },
    close() {
      known = undefined;
      open.delete(id);
      if (open.size === 0) void thread.close();
    },
  };
}
