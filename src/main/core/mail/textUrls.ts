/** Addresses in the text of mails, also in the harmless spellings (hxxp, [.], ＠) in which people pass them on. */
import { refang } from "#shared/domain/defang.ts";

const MAX_URL = 10_000;
const MAX_FOUND = 2000;
const MAX_TRIMS = 20;

const DOT = String.raw`(?:\.|\s?[[({【]\s?(?:\.|dot|ドット)\s?[\])}】]\s?)`;
const URL_START = String.raw`(?:h(?:tt|xx|\*\*)ps?|ftp|fxp)(?:\[?:\]?\/\/|\[:\/\/\])`;
// Only ASCII: Japanese text follows an address without a blank.
const IN_URL = String.raw`[\u0021\u0023-\u003b\u003d\u003f-\u005f\u0061-\u007e]`;
const URLS = new RegExp(`${URL_START}${IN_URL}+|(?<![\\w./@-])www${DOT}${IN_URL}+`, "gi");

/** URLs of a text in the order they stand in it, each once, live. */
export function findUrls(text: string): string[] {
  const found = new Set<string>();
  for (const match of foldAddressWidth(text).matchAll(URLS)) {
    if (found.size >= MAX_FOUND) break;
    const url = refang(trimUrl(match[0].slice(0, MAX_URL)));
    const full = /^www\./i.test(url) ? `http://${url}` : url;
    if (URL.canParse(full) && new URL(full).hostname.includes(".")) found.add(full);
  }
  return [...found];
}

/** Addresses typed with a Japanese IME in full-width mode. */
function foldAddressWidth(text: string): string {
  return /[ｈＨｗＷ]/.test(text)
    ? text.replaceAll(/[！-～]+/g, (run) => (/^[ｈＨｗＷ]/.test(run) ? run.normalize("NFKC") : run))
    : text;
}

/** Takes off the punctuation of the sentence around an address, and a bracket that was opened before it. */
function trimUrl(raw: string): string {
  let url = raw;
  for (let trims = 0; trims < MAX_TRIMS; trims += 1) {
    const last = url.at(-1) ?? "";
    if (/[.,;:!?'*_~|]/.test(last)) url = url.slice(0, -1);
    else if (/[\])}]/.test(last) && isUnopened(url, last)) url = url.slice(0, -1);
    else break;
  }
  return url;
}

function isUnopened(url: string, bracket: string): boolean {
  const opening = bracket === ")" ? "(" : bracket === "]" ? "[" : "{";
  return url.split(bracket).length > url.split(opening).length;
}
