import { replaceMatches, type Decoder } from "./decoder.ts";
import { viewPassages } from "./viewPassages.ts";

const MAIL = /\+([A-Za-z0-9+/]{3,})-?/g;
const FOLDER = /&([A-Za-z0-9+,]{3,})-/g;
const JAPANESE = /^[\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f\u3000-\u303f]+$/;
const decoder = new TextDecoder("utf-16be");

/** UTF-16 in Base64; plain words between + and - decode to no Japanese. */
function readLetters(letters: string): string | undefined {
  const bytes = Buffer.from(letters.replaceAll(",", "/"), "base64");
  const text = decoder.decode(bytes.subarray(0, bytes.length & ~1));
  return JAPANESE.test(text) ? text : undefined;
}

/** UTF-7, of mails and of IMAP's folders. A view beside the others: a plus in Base64 looks like its beginning. */
export const utf7: Decoder = {
  name: "utf-7",
  branch(view, trails) {
    const runs = [
      ...replaceMatches(view.text, MAIL, ([, letters = ""]) => readLetters(letters)),
      ...replaceMatches(view.text, FOLDER, ([, letters = ""]) => readLetters(letters)),
    ].sort((a, b) => a.start - b.start);
    return viewPassages(view, trails, "utf-7", runs).map((passage) => ({
      view: passage,
      goesOn: true,
      isExact: false,
    }));
  },
};
