import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { addPicture, maskPicture, readPicture } from "./pictureService.ts";

export function pictureHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["pictures"] {
  return {
    add: (file) => addPicture(book(), file),
    read: (picture, { signal }) => readPicture(book(), sanitiser(), picture, signal),
    mask: (picture) => maskPicture(book(), picture),
  };
}
