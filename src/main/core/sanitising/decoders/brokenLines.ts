import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

const BREAK = /(?<=[\x21-\x7e])[ \t]*\r?\n[ \t>|]*(?=[\x21-\x7e])/g;

/** URLs and encoded blocks that a mail or a page broke over lines. A view beside the others, since lists are no blocks. */
export const brokenLines: Decoder = {
  name: "broken-lines",
  branch(view, trails) {
    const breaks = replaceMatches(view.text, BREAK, () => "");
    return viewPassages(view, trails, "broken-lines", breaks).map((passage) => ({
      view: passage,
      goesOn: true,
      isExact: false,
    }));
  },
};
