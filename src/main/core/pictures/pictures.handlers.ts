import type { CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import type { FeatureContext } from "../feature.ts";
import { drawMailFigure, findMailSources } from "./mailFigure.ts";
import { addPicture, maskPicture, readPicture } from "./pictureService.ts";
import { drawUrlFigure, findUrlSources } from "./urlFigure.ts";

export function pictureHandlers({ book, sanitiser }: FeatureContext): Handlers<CoreContract>["pictures"] {
  return {
    add: (file) => addPicture(book(), file),
    read: (picture, { signal }) => readPicture(book(), sanitiser(), picture, signal),
    mask: (picture) => maskPicture(book(), picture),
    sources: ({ text }) => book().read((db) => ({ mails: findMailSources(db, text), urls: findUrlSources(db, text) })),
    mailFigure: (mail, { signal }) => drawMailFigure(book(), sanitiser(), mail, signal),
    urlFigure: (url, { signal }) => drawUrlFigure(book(), sanitiser(), url, signal),
  };
}
