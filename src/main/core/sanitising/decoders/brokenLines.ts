import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

/** Not behind the padding of Base64, which is its end. */
const BREAK = /(?<=[\x21-\x7e])(?<!==|[A-Za-z0-9+/]{16}=)[ \t]*\r?\n[ \t>|#]*(?=[\x21-\x7e])/g;
/** Names of hosts that carry data: a label has 63 letters at most, so it goes on in the next. */
const LABEL =
  /(?<=(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{12,63})\.(?=(?:[A-Za-z_-]*\d[A-Za-z0-9_-]*|[A-Za-z0-9_-]{12,63})\.)/g;

/** URLs and encoded blocks that a mail or a page broke over lines. A view beside the others, since lists are no blocks. */
export const brokenLines: Decoder = {
  name: "broken-lines",
  branch(view, trails) {
    const breaks = [...replaceMatches(view.text, BREAK, () => ""), ...replaceMatches(view.text, LABEL, () => "")].sort(
      (a, b) => a.start - b.start,
    );
    return viewPassages(view, trails, "broken-lines", breaks).map((passage) => ({
      view: passage,
      goesOn: true,
      isExact: false,
    }));
  },
};
