import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";

const notYet = (): never => {
  throw new AppError("internal");
};

export function gateHandlers(_context: FeatureContext): Handlers<CoreContract>["gate"] {
  return {
    verdict: notYet,
    reportVerdict: notYet,
    release: notYet,
    releaseReport: notYet,
    takeOut: notYet,
    clear: notYet,
    exits: notYet,
  };
}
