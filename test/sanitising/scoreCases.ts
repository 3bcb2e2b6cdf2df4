import { fold } from "#shared/domain/fold.ts";
import type { CompiledRoster } from "#core/sanitising/compileRoster.ts";
import type { Finding } from "#core/sanitising/finding.ts";
import { sanitise } from "#core/sanitising/sanitise.ts";
import { scan, type ScanOptions } from "#core/sanitising/scan.ts";
import type { Plant, PlantedCase } from "./generateCases.ts";

export type Score = {
  /** Planted, and missed or left in the sanitised text. */
  must: Tally;
  review: Tally;
  /** Missed here means damaged. */
  decoy: Tally;
  /** Missed here means lost. */
  indicator: Tally;
};
export type Tally = { planted: number; missed: Plant[] };

type ScoreOptions = Pick<ScanOptions, "tokenizer" | "decoders"> & { sanitises?: boolean };

/** Scans every case and counts what was found of what was planted. */
export function scoreCases(cases: readonly PlantedCase[], roster: CompiledRoster, options: ScoreOptions = {}): Score {
  const { sanitises = true, ...scanOptions } = options;
  const empty = (): Tally => ({ planted: 0, missed: [] });
  const score: Score = { must: empty(), review: empty(), decoy: empty(), indicator: empty() };
  for (const { text, parties, plants } of cases) {
    const own = { ...scanOptions, parties };
    const findings = scan(text, roster, own);
    const clean = sanitises ? sanitise(text, findings, roster, own).text : "";
    for (const plant of plants) {
      const tally = score[plant.role];
      tally.planted += 1;
      if (!isGood(plant, findings, clean, sanitises)) tally.missed.push(plant);
    }
  }
  return score;
}

function isGood(plant: Plant, findings: readonly Finding[], clean: string, sanitises: boolean): boolean {
  const touching = findings.filter(({ start, end }) => start < plant.end && end > plant.start);
  switch (plant.role) {
    case "must":
      return touching.some(({ severity }) => severity === "must") && !(sanitises && clean.includes(plant.text));
    case "review":
      return touching.length > 0;
    case "decoy":
      return !sanitises || clean.includes(plant.text);
    case "indicator":
      return (
        !sanitises ||
        fold(clean).includes(fold(plant.text)) ||
        fold(clean).replaceAll(/[[\]]/g, "").includes(fold(plant.text).replaceAll(/[[\]]/g, ""))
      );
  }
}
