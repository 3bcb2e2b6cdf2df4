import { AppError } from "#shared/errors.ts";
import { compileRoster, type CompiledRoster } from "./compileRoster.ts";
import type { Finding } from "./finding.ts";
import { joinRosters } from "./joinRosters.ts";
import type { Labels } from "./maskSpans.ts";
import { loadTokenizer } from "./novelty.ts";
import { rememberFindings } from "./rememberFindings.ts";
import type { RosterOrganization } from "./roster.ts";
import { sanitise, type Sanitised } from "./sanitise.ts";
import { scan, type ScanOptions } from "./scan.ts";

/** One job for the engine: everything but the roster itself, which it is told once. */
export type SanitisingRequest = {
  /** Sent when the engine does not have it yet. */
  roster?: readonly RosterOrganization[];
  rosterKey: string;
  /** Names of victims and providers that are in no roster. */
  outsiders: readonly string[];
  parties: readonly string[];
  /** Asks for nouns never published before too. */
  novelty: boolean;
  /** Decodes nothing. */
  plain?: boolean;
  texts: readonly string[];
  /** Masks too: what stands for whom. */
  labels?: Labels;
};

/** One of each a text. */
export type SanitisingAnswer = { findings: Finding[][]; sanitised: Sanitised[] };

export type SanitisingEngine = (request: SanitisingRequest, isStopped?: () => boolean) => Promise<SanitisingAnswer>;

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

/** Sets of outsiders kept ready: those of the matters that are being worked on. */
const KEPT_JOINED = 8;

/** The engine with its roster, compiled once and kept; outsiders are compiled beside it. */
export function createEngine(): SanitisingEngine {
  let compiled: { key: string; roster: CompiledRoster } | undefined;
  const joined = new Map<string, CompiledRoster>();
  const recall = rememberFindings();

  function rosterOf({ roster, rosterKey, outsiders }: SanitisingRequest): CompiledRoster {
    if (compiled?.key !== rosterKey) {
      if (roster === undefined) throw new AppError("internal", { reason: "no roster" });
      joined.clear();
      compiled = undefined;
      compiled = { key: rosterKey, roster: compileRoster(roster) };
    }
    return outsiders.length === 0 ? compiled.roster : withOutsiders(compiled.roster, outsiders);
  }

  function withOutsiders(roster: CompiledRoster, outsiders: readonly string[]): CompiledRoster {
    const names = [...new Set(outsiders)].sort();
    const key = JSON.stringify(names);
    const known = joined.get(key) ?? joinRosters(roster, compileRoster(names.map(outsiderOf)));
    joined.delete(key);
    joined.set(key, known);
    for (const oldest of joined.keys()) if (joined.size > KEPT_JOINED) joined.delete(oldest);
    return known;
  }

  return async (request, isStopped = () => false) => {
    const { texts, labels, outsiders, parties, novelty, plain = false } = request;
    const roster = rosterOf(request);
    const options: ScanOptions = {
      parties: [...parties, ...outsiders.map(outsideEntity)],
      isStopped,
      ...(plain && { decoders: [] }),
      ...(novelty && { tokenizer: await loadTokenizer() }),
    };
    const answer: SanitisingAnswer = { findings: [], sanitised: [] };
    const matter = JSON.stringify([request.rosterKey, outsiders, parties, novelty, plain]);
    for (const text of texts) {
      const findings = recall(matter, text, () => scan(text, roster, options));
      answer.findings.push(findings);
      if (labels) answer.sanitised.push(sanitise(text, findings, roster, { ...options, labels }));
    }
    return answer;
  };
}
