import { drawnFigureWords } from "#shared/messages/printed/drawnFigureWords.ts";
import { isAbusedService } from "../mail/wrappedUrls.ts";
import { readWrappedLink } from "../sanitising/decoders/linkWrappers.ts";

const words = drawnFigureWords.url;

/** A stretch of a URL by its place in it; all of them together are the URL. */
export type UrlStretch = { start: number; end: number; meaning: string };

/** The link inside a wrapper's own, percent-encoded or plain, up to the wrapper's next parameter or its end mark. */
const INNER = /(?<=\/v3\/__)https?:.+?(?=__;)|(?<=^[a-z]+:\/\/.*?)https?(?::\/\/[^&]*|%3a[^&]*)/is;

/** The same URL with the link inside a wrapper written plainly. */
export function openWrapper(url: string): string {
  if (readWrappedLink(url) === undefined) return url;
  return url.replace(INNER, (inner) => (/^https?%/i.test(inner) ? decodeSafely(inner) : inner));
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the URL proper stands: all of it, or what is inside of a wrapper. */
export function innerSpan(url: string): { start: number; end: number } {
  const inner = readWrappedLink(url) === undefined ? null : INNER.exec(url);
  return inner === null ? { start: 0, end: url.length } : { start: inner.index, end: inner.index + inner[0].length };
}

/** Cuts a URL into what it is made of: whom it asks, what it asks for, and what it tells on the way. */
export function cutUrl(url: string): UrlStretch[] {
  const { start, end } = innerSpan(url);
  const stretches = [
    { start: 0, end: start, meaning: words.wrapper },
    ...cutPlain(url.slice(start, end), start),
    { start: end, end: url.length, meaning: words.wrapped },
  ];
  return stretches.filter((stretch) => stretch.end > stretch.start);
}

const SHAPE = /^(?<host>[a-z][a-z0-9+.-]*:\/\/[^/?#]*)(?<path>[^?#]*)(?<query>\?[^#]*)?(?<fragment>#.*)?$/is;

function cutPlain(url: string, offset: number): UrlStretch[] {
  const { host = url, path = "", query = "", fragment = "" } = SHAPE.exec(url)?.groups ?? {};
  const pieces = [
    { text: host, meaning: hostMeaning(host) },
    { text: path, meaning: path.length > 1 ? words.path : "" },
    ...query.split(/(?=[?&])/).map((text) => ({ text, meaning: words.parameter(/^.([^=]*)=/.exec(text)?.[1] ?? "") })),
    { text: fragment, meaning: words.fragment },
  ];
  const stretches: UrlStretch[] = [];
  let start = offset;
  for (const { text, meaning } of pieces) {
    if (text !== "") stretches.push({ start, end: start + text.length, meaning });
    start += text.length;
  }
  return stretches;
}

function hostMeaning(origin: string): string {
  const host = origin.replace(/^.*\/\/(?:[^@]*@)?/, "").replace(/:\d*$/, "");
  if (/^(?:\d{1,3}\.){3}\d{1,3}$|^\[/.test(host)) return words.ipHost;
  return isAbusedService(host) ? words.abusedHost : words.host;
}
