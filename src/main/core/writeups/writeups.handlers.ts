import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";

const notYet = (): never => {
  throw new AppError("internal");
};

export function writeupHandlers(_context: FeatureContext): Handlers<CoreContract>["writeups"] {
  return {
    list: notYet,
    unwritten: notYet,
    ofCase: notYet,
    create: notYet,
    update: notYet,
    rewrite: notYet,
  };
}
