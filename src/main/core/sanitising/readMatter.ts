import type { TextRef } from "#shared/contract/sanitising.ts";
import { refang } from "#shared/domain/defang.ts";
import type { ReadableDb } from "../database/handles.ts";
import { findCitationNames } from "../publishing/publishingRepository.ts";
import { findAcknowledgedWords } from "./acknowledgedRepository.ts";
import { findAttackerValues, findDecisions, type DecisionRecord } from "./deskRepository.ts";
import type { Known } from "./knownWords.ts";
import type { Stake } from "./maskText.ts";
import { findPseudonyms, type PseudonymRecord } from "./pseudonymRepository.ts";
import { findParties, readText, type LeavingText, type Parties } from "./textRepository.ts";

/** A text that is to leave, whose names are at stake in it, and what was decided about it so far. */
export type Matter = {
  text: LeavingText;
  parties: Parties;
  ledger: readonly PseudonymRecord[];
  decisions: ReadonlyMap<string, DecisionRecord>;
  stake: Stake;
  known: Known;
};

/** @throws AppError record.not-found */
export function readMatter(db: ReadableDb, ref: TextRef): Matter {
  const text = readText(db, ref);
  const parties = findParties(db, text);
  const ledger = findPseudonyms(db, ref.id);
  const indicators = findAttackerValues(db, text.reportIds).map((value) => refang(value).toLowerCase());
  return {
    text,
    parties,
    ledger,
    decisions: findDecisions(db, ref.id),
    stake: stakeOf(parties, ledger),
    known: {
      labels: ledger.map(({ label }) => label),
      indicators: new Set(indicators),
      acknowledged: findAcknowledgedWords(db),
      citations: findCitationNames(db),
    },
  };
}

/** Whoever was given a letter is at stake as well: their short names and other spellings count from then on. */
export function stakeOf(parties: Parties, ledger: readonly PseudonymRecord[]): Stake {
  return {
    parties: unique([...parties.externalIds, ...ledger.map(({ externalId }) => externalId)]),
    outsiders: unique([...parties.outsiders, ...ledger.map(({ outside }) => outside)]),
  };
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
