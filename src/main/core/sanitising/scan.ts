import { addParties, type CompiledRoster } from "./compileRoster.ts";
import { DECODERS } from "./decoders/decoders.ts";
import type { Decoder } from "./decoders/decoder.ts";
import { Exploration } from "./exploration.ts";
import type { Finding } from "./finding.ts";
import { garbledSightings } from "./garbledNames.ts";
import { activateTargets, type ActiveTargets, type Sighting } from "./matchView.ts";
import { noveltySightings, type Tokenizer } from "./novelty.ts";
import { quasiSightings } from "./quasiIdentifiers.ts";
import { settleFindings } from "./settleFindings.ts";
import { viewOf } from "./view.ts";

export type ScanOptions = {
  /** Ids of the organisations the text is about; short names count for them and their groups only. */
  parties?: readonly string[];
  /** Asks the novelty gate too: nouns never published before. See loadTokenizer. */
  tokenizer?: Tokenizer;
  /** For measuring what one decoder is worth. */
  decoders?: readonly Decoder[];
  /** Asked again and again: true ends the scan. */
  isStopped?: () => boolean;
};

/** A text longer than this is looked at to here; the rest is a finding. A report of 50 dense pages has 60,000. */
const LONGEST_TEXT = 300_000;

/**
 * Finds everything in a text that could tell who provided it: what it says plainly, and what it says in any of the decoders'
 * ways. What it could not look into is itself a finding.
 *
 * @returns findings in order of their place
 * @throws AppError call.cancelled when stopped, nothing else
 */
export function scan(text: string, roster: CompiledRoster, options: ScanOptions = {}): Finding[] {
  const { tokenizer } = options;
  return beginScan(text, roster, options).finish(tokenizer ? noveltySightings(looked(text), tokenizer) : []);
}

/** All of a scan but the novelty gate, whose answer on the same text may come from another thread meanwhile. */
export type BegunScan = { finish(novel: readonly Sighting[]): Finding[] };

/** As `scan`, in two steps. `finish` once. */
export function beginScan(
  text: string,
  roster: CompiledRoster,
  { parties: ids = NOBODY, decoders = DECODERS, isStopped }: Omit<ScanOptions, "tokenizer">,
): BegunScan {
  const { parties, joined, active } = prepare(roster, ids);
  const exploration = new Exploration(joined, active, decoders, isStopped);
  const view = viewOf(looked(text));
  exploration.explore(view, 0);
  for (const sighting of garbledSightings(view.text, roster, parties)) exploration.see(view, sighting);
  for (const sighting of quasiSightings(view.text, roster, parties)) exploration.see(view, sighting);
  return {
    finish(novel) {
      for (const sighting of novel) exploration.see(view, sighting);
      if (text.length > LONGEST_TEXT) exploration.refuse(LONGEST_TEXT, text.length);
      return settleFindings(text, exploration.findings, roster);
    },
  };
}

const looked = (text: string): string => (text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);

type Prepared = {
  roster: CompiledRoster;
  parties: ReadonlySet<number>;
  joined: CompiledRoster;
  active: ActiveTargets;
};

const NOBODY: readonly string[] = [];
/** By the list of ids itself: thousands of short texts of one matter are scanned with the same one. */
const preparations = new WeakMap<readonly string[], Prepared>();

function prepare(roster: CompiledRoster, ids: readonly string[]): Prepared {
  const kept = preparations.get(ids);
  if (kept?.roster === roster) return kept;
  const parties = partiesOf(roster, ids);
  const prepared = { roster, parties, joined: addParties(roster, parties), active: activateTargets(parties) };
  preparations.set(ids, prepared);
  return prepared;
}

/** The organisations and their groups, as indexes; ids that the roster does not have are passed over. */
function partiesOf(roster: CompiledRoster, ids: readonly string[]): ReadonlySet<number> {
  const indexes = ids.flatMap((id) => {
    const index = roster.indexOf.get(id);
    return index === undefined ? [] : [index];
  });
  return new Set(indexes.flatMap((index) => roster.groups.get(index) ?? [index]));
}
