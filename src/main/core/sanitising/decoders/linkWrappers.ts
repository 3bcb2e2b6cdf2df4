import { extractView } from "../view.ts";
import type { Branch, Decoder } from "./decoder.ts";

/**
 * Links that a mail security product rewrote. Which product it is, and the token in it, both point to the one who uses it,
 * so a wrapper never leaves; the URL inside it may.
 */
export type WrappedLink = {
  product: string;
  /** Undefined where only the vendor can tell. */
  inner: string | undefined;
};

type Product = { product: string; host: RegExp; read(url: string): string | undefined };

export const URL_TOKEN = /\bhttps?:\/\/[^\s"'<>「」『』（）、。，｜\u3041-\u30ff\u4e00-\u9fff]+/gi;

const parameter = (name: string) => (url: string) => {
  const value = new RegExp(`[?&]${name}=([^&#\\s]*)`, "i").exec(url)?.[1];
  return value === undefined ? undefined : decodeSafely(value);
};

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const nothing = () => undefined;
/** `https:/target` is how some write the inner scheme. */
const repaired = (url: string | undefined) => url?.replace(/^(https?:)\/(?!\/)/i, "$1//");

const PRODUCTS: readonly Product[] = [
  {
    product: "safelinks",
    host: /(?:^|\.)safelinks\.protection\.(?:outlook|office365|microsoft)\.(?:com|us|de|cn)$/,
    read: parameter("url"),
  },
  { product: "safelinks", host: /^(?:statics\.)?teams\.(?:cdn\.office\.net|microsoft\.com)$/, read: parameter("url") },
  { product: "proofpoint", host: /(?:^|\.)urldefense(?:\.proofpoint)?\.(?:com|us)$/, read: readProofpoint },
  { product: "sophos", host: /(?:^|\.)protection\.sophos\.com$/, read: readBase64("u") },
  {
    product: "checkpoint",
    host: /(?:^|\.)(?:avanan\.click|checkpoint\.com)$/,
    read: (url) => readBetween(url) ?? parameter("url")(url),
  },
  { product: "trendmicro", host: /(?:^|\.)trendmicro\.(?:com|eu|co\.jp)$/, read: parameter("url") },
  { product: "barracuda", host: /(?:^|\.)(?:cudasvc|barracudanetworks)\.com$/, read: parameter("a") },
  { product: "cisco", host: /^secure-web\.cisco\.com$/, read: readTail },
  { product: "mimecast", host: /(?:^|\.)(?:mimecast|mimecastprotect)\.com$/, read: nothing },
  { product: "trellix", host: /(?:^|\.)(?:fireeye|trellix)\.com$/, read: parameter("u") },
  { product: "symantec", host: /^clicktime\.(?:symantec\.com|cloud\.postoffice\.net)$/, read: parameter("u") },
  { product: "forcepoint", host: /(?:^|\.)(?:mailcontrol\.com|websense\.net)$/, read: parameter("u") },
  { product: "hornet", host: /(?:^|\.)(?:hornetsecurity\.com|cloud-security\.net)$/, read: parameter("url") },
  {
    product: "titanhq",
    host: /(?:^|\.)(?:titanhq\.com|urlsand\.(?:com|net)|edgepilot\.com|emailprotection\.link|inky\.com|greathorn\.com)$/,
    read: parameter("(?:url|u)"),
  },
  {
    product: "fortinet",
    host: /(?:^|\.)(?:fortimail|fortimailcloud|fortiphish)\.com$/,
    read: parameter("(?:url|u|fewreq)"),
  },
  {
    product: "zscaler",
    host: /(?:^|\.)(?:zscaler(?:two|three)?\.(?:com|net)|isolation\.zscaler\.com|menlosecurity\.com)$/,
    read: parameter("(?:url|_ordtok|origurl)"),
  },
];

/** @returns undefined for a URL of anybody else */
export function readWrappedLink(url: string): WrappedLink | undefined {
  const host = /^https?:\/\/(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  // The form betrays it too: attackers copied this one under their own host names (J-CSIP 2022Q4, chapter 3).
  const product = PRODUCTS.find(({ host: pattern }) => pattern.test(host));
  if (product === undefined)
    return /\/v3\/__https?:.+?__;/i.test(url) ? { product: "proofpoint", inner: readProofpoint(url) } : undefined;
  const inner = repaired(product.read(url));
  return { product: product.product, inner: inner !== undefined && /^\w+:\/\//.test(inner) ? inner : undefined };
}

function readBase64(name: string): (url: string) => string | undefined {
  return (url) => {
    const value = parameter(name)(url);
    return value === undefined ? undefined : Buffer.from(value, "base64").toString("utf8");
  };
}

/** ___https://target___.tail */
function readBetween(url: string): string | undefined {
  const inner = /___(.+?)___/.exec(url)?.[1];
  return inner === undefined ? undefined : decodeSafely(inner);
}

function readTail(url: string): string | undefined {
  const inner = /^https?:\/\/[^/]+\/[^/]+\/(https?%3A.+)$/i.exec(url)?.[1];
  return inner === undefined ? undefined : decodeSafely(inner);
}

function readProofpoint(url: string): string | undefined {
  const third = /\/v3\/__(.+?)__(?:;([^!]*))?!?/.exec(url);
  if (third) return fillStars(third[1] ?? "", third[2] ?? "");
  const value = /[?&]u=([^&#\s]*)/.exec(url)?.[1];
  if (value === undefined) return undefined;
  return decodeSafely(/\/v1\//.test(url) ? value : value.replaceAll("-", "%").replaceAll("_", "/"));
}

const RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Version 3 puts * where a sign was, **X for a run of them, and the signs themselves behind, in Base64. */
function fillStars(target: string, tail: string): string {
  const signs = [...Buffer.from(tail, "base64").toString("utf8")];
  let next = 0;
  return target.replaceAll(/\*\*(.)|\*/g, (_, run: string | undefined) => {
    const count = run === undefined ? 1 : RUN_LENGTHS.indexOf(run) + 2;
    next += count;
    return signs.slice(next - count, next).join("");
  });
}

/** The URL inside, as a view of its own: what else the link carries is looked at where it stands. */
export const linkWrappers: Decoder = {
  name: "link-wrapper",
  branch(view, trails) {
    if (!/https?:/i.test(view.text)) return [];
    return [...view.text.matchAll(URL_TOKEN)].flatMap((match): Branch[] => {
      const link = readWrappedLink(match[0]);
      if (link?.inner === undefined) return [];
      const at = { start: match.index, end: match.index + match[0].length, text: link.inner };
      return [{ view: extractView(view, trails, [link.product], at), goesOn: true, isExact: false }];
    });
  },
};
