import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { clearPassage, noteUnsanitisedCopy } from "./clearPassage.ts";
import { findExits } from "./gateRepository.ts";
import { releaseText } from "./release.ts";
import { releaseReport, reportVerdict } from "./reportVerdict.ts";
import { judgeText } from "./textVerdict.ts";
import { takeOut } from "./writeOut.ts";

export function gateHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["gate"] {
  return {
    verdict: async ({ text, destination }, { signal }) =>
      (await judgeText(book(), sanitiser(), text, destination, signal)).verdict,
    reportVerdict: ({ quarter }, { signal }) => reportVerdict(book(), sanitiser(), quarter, { signal }),
    release: async (released, { signal }) => {
      await releaseText(book(), sanitiser(), released, signal);
      return {};
    },
    releaseReport: async ({ quarter }, { signal }) => {
      await releaseReport(book(), sanitiser(), quarter, signal);
      return {};
    },
    takeOut: (options, { signal }) => takeOut(book(), sanitiser(), { ...options, signal }),
    clear: (passage, { signal }) => clearPassage(book(), sanitiser(), passage, signal),
    copyUnsanitised: ({ source }) => {
      noteUnsanitisedCopy(book(), source);
      return {};
    },
    exits: ({ text, offset, limit }) => book().read((db) => findExits(db, { textId: text?.id ?? null, offset, limit })),
  };
}
