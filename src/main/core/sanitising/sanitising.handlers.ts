import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";

const notYet = (): never => {
  throw new AppError("internal");
};

export function sanitisingHandlers(_context: FeatureContext): Handlers<CoreContract>["sanitising"] {
  return {
    desk: notYet,
    checkPassage: notYet,
    decide: notYet,
    reconsider: notYet,
    coarsen: notYet,
    applyHints: notYet,
    relabel: notYet,
  };
}
