import type { CoreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { findObservable } from "./searchRepository.ts";
import { search } from "./searchService.ts";

export function searchHandlers({ book }: FeatureContext): Handlers<CoreContract>["search"] {
  return {
    find: (request) => book().read((db) => search(db, request)),
    observable: ({ id }) => {
      const found = book().read((db) => findObservable(db, id));
      if (!found) throw new AppError("record.not-found", { record: id });
      return found;
    },
  };
}
