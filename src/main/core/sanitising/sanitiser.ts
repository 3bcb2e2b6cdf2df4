import type { BookSession } from "../database/bookSession.ts";
import { compileRoster, type CompiledRoster } from "./compileRoster.ts";
import type { Finding } from "./finding.ts";
import { loadTokenizer } from "./novelty.ts";
import type { RosterOrganization } from "./roster.ts";
import { sanitise, type Sanitised } from "./sanitise.ts";
import type { Labels } from "./maskSpans.ts";
import { findScannedRoster } from "./sanitisingRepository.ts";
import { scan, type ScanOptions } from "./scan.ts";

export type SanitiserOptions = {
  /** Interchange ids of the organisations the text is about; short names count for them and their groups only. */
  parties?: readonly string[];
  /** Names of victims and providers that are in no roster: secret all the same. Their entity is `outside:NAME`. */
  outsiders?: readonly string[];
  /** Asks for nouns never published before too; true when left out. */
  novelty?: boolean;
  signal?: AbortSignal;
};

/**
 * The sanitising engine over one open book's roster, which is compiled when first needed and again when it has changed.
 * Findings and sanitised texts are as `scan` and `sanitise` give them.
 */
export type Sanitiser = {
  scan(text: string, options?: SanitiserOptions): Promise<Finding[]>;
  /** Several texts of one matter, in one go. */
  scanAll(texts: readonly string[], options?: SanitiserOptions): Promise<Finding[][]>;
  /** Masks every must finding; an organisation that has a label is called by it. */
  sanitise(text: string, options?: SanitiserOptions & { labels?: Labels }): Promise<Sanitised>;
};

/** The entity of one who is in no roster. */
export const outsideEntity = (name: string): string => `outside:${name}`;

function outsiderOf(name: string): RosterOrganization {
  return {
    id: outsideEntity(name),
    name,
    aliases: [],
    domains: [],
    persons: [],
    products: [],
    addresses: [],
    phones: [],
  };
}

export function createSanitiser(session: BookSession): Sanitiser {
  let compiled: { key: string; roster: CompiledRoster } | undefined;

  function rosterFor(outsiders: readonly string[]): CompiledRoster {
    const organizations = [...session.read(findScannedRoster), ...outsiders.map(outsiderOf)];
    const key = JSON.stringify(organizations);
    if (compiled?.key !== key) compiled = { key, roster: compileRoster(organizations) };
    return compiled.roster;
  }

  async function prepare({ parties = [], outsiders = [], novelty = true }: SanitiserOptions) {
    const roster = rosterFor(outsiders);
    const options: ScanOptions = {
      parties: [...parties, ...outsiders.map(outsideEntity)],
      ...(novelty && { tokenizer: await loadTokenizer() }),
    };
    return { roster, options };
  }

  return {
    async scan(text, options = {}) {
      const { roster, options: scanOptions } = await prepare(options);
      return scan(text, roster, scanOptions);
    },
    async scanAll(texts, options = {}) {
      const { roster, options: scanOptions } = await prepare(options);
      return texts.map((text) => scan(text, roster, scanOptions));
    },
    async sanitise(text, options = {}) {
      const { roster, options: scanOptions } = await prepare({ ...options, novelty: false });
      const labels = options.labels ?? {};
      return sanitise(text, scan(text, roster, scanOptions), roster, { ...scanOptions, labels });
    },
  };
}
