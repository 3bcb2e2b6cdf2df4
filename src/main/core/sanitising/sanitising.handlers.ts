import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { checkPassage } from "./checkPassage.ts";
import { openDesk } from "./desk.ts";
import { applyHints, coarsen, decide, reconsider, relabel } from "./deskCommands.ts";

export function sanitisingHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["sanitising"] {
  return {
    desk: ({ text }, { signal }) => openDesk(book(), sanitiser(), text, signal),
    checkPassage: (input, { signal }) => checkPassage(book(), sanitiser(), input, signal),
    decide: (input) => decide(book(), sanitiser(), input),
    reconsider: (input) => {
      reconsider(book(), input);
      return {};
    },
    coarsen: (input) => {
      coarsen(book(), input);
      return {};
    },
    applyHints: (input) => {
      applyHints(book(), input);
      return {};
    },
    relabel: (input) => {
      relabel(book(), input);
      return {};
    },
  };
}
