import { readWrappedLink } from "./decoders/linkWrappers.ts";
import type { Finding } from "./finding.ts";
import { MASK_WORDS, MASKED_TOKEN } from "./maskWords.ts";

/** A stretch of the text and what is put in its place. */
export type Mask = { start: number; end: number; text: string };

/** A URL as it may stand in a text, defanged or not. */
const URL_LIKE =
  /\b(?:h(?:tt|xx|XX|\*\*|TT)ps?|s?ftp|fxp)(?:\[?:\]?)(?:\/\/|\[\/\/\]|\[\/\]\/?)[^\s"'<>「」『』（）、。，｜〔\u3041-\u30ff\u4e00-\u9fff]+/gi;
const MAIL_LIKE = /(?<![\w.+%'=-])[\w.+%'=-]+\s?(?:@|＠|\[@\]|\[at\]|\(at\))\s?[\w-]+(?:(?:\.|\[\.\]|\(\.\))[\w-]+)*/gi;
const ENCODED_CHARACTER = /[A-Za-z0-9+/=_%\\&#;-]/;
const MAIL_DOMAIN_AT = /@|＠|\[@\]|\[at\]|\(at\)/i;

/** Views in which a name is still read as it stands. */
const OPEN_VIEWS: ReadonlySet<string> = new Set(["defanged", "markup", "broken-lines", "invisible"]);

/** What stands for whom: entity → label, e.g. "A社". */
export type Labels = Readonly<Record<string, string>>;

export type Tokens = { urls: readonly Span[]; mails: readonly Span[] };
type Span = { start: number; end: number };

export function findTokens(text: string): Tokens {
  const spans = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { urls: spans(URL_LIKE), mails: spans(MAIL_LIKE) };
}

/** The token that a finding lies in, by bisection: a text may have as many as it has words. */
function tokenAround(spans: readonly Span[], { start, end }: Span): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span.start < end && span.end > start ? span : undefined;
}

/**
 * What to put in place of one finding: a name gives way alone; in a link the value that holds it goes, host and parameter
 * name stay; in a look-alike host the label.
 */
export function maskFinding(text: string, finding: Finding, tokens: Tokens, labels: Labels = {}): Mask {
  if (finding.kind === "link-wrapper") return maskWrapper(text, finding);
  const label = finding.kind === "organization" ? labels[finding.entity ?? ""] : undefined;
  const url = tokenAround(tokens.urls, finding);
  if (url) return named(maskInUrl(text, finding, url), label && `〔${label}名〕`);
  const mail = tokenAround(tokens.mails, finding);
  if (mail && finding.kind !== "address") return named(maskInMail(text, finding, mail), label && `〔${label}名〕`);
  return named(maskInProse(text, finding), label);
}

/** An organisation that has a label is called by it, where its name would have been masked as a name. */
function named(mask: Mask, label: string | undefined): Mask {
  return label !== undefined && mask.text === MASK_WORDS.organization ? { ...mask, text: label } : mask;
}

function maskWrapper(text: string, finding: Finding): Mask {
  return unwrapFinding(text, finding) ?? { ...spanOf(finding), text: MASK_WORDS["link-wrapper"] };
}

/** The link that a wrapper was put around, in its place; undefined where only the vendor knows it. */
export function unwrapFinding(text: string, finding: Finding): Mask | undefined {
  const { start, end, kind, reads } = finding;
  if (kind !== "link-wrapper") return undefined;
  const inner = readWrappedLink(reads)?.inner ?? readWrappedLink(text.slice(start, end))?.inner;
  return inner === undefined ? undefined : { start, end, text: inner };
}

function maskInProse(text: string, finding: Finding): Mask {
  const mask = { start: finding.start, end: finding.end, text: wordFor(finding) };
  if (finding.via.every((name) => OPEN_VIEWS.has(name)) || !/^[\x21-\x7e]+$/.test(text.slice(mask.start, mask.end)))
    return mask;
  while (mask.start > 0 && ENCODED_CHARACTER.test(text.charAt(mask.start - 1))) mask.start -= 1;
  while (mask.end < text.length && ENCODED_CHARACTER.test(text.charAt(mask.end))) mask.end += 1;
  return mask;
}

function wordFor({ kind, via }: Finding): string {
  return via.every((name) => OPEN_VIEWS.has(name)) ? MASK_WORDS[kind] : MASKED_TOKEN;
}

/** Where the host of a URL starts and ends in the text. */
function hostOf(text: string, { start, end }: Span): Span {
  const scheme = /^.*?(?:\/\/|\[\/\/\]|\[\/\]\/?)(?:[^/?#@\s]*@)?/.exec(text.slice(start, end))?.[0].length ?? 0;
  const host = /^(?:\[[.:]\]|[^/?#:])+/.exec(text.slice(start + scheme, end))?.[0].length ?? 0;
  return { start: start + scheme, end: start + scheme + host };
}

function maskInUrl(text: string, finding: Finding, url: Span): Mask {
  const host = hostOf(text, url);
  if (finding.start < host.start && finding.end <= host.start) return { ...spanOf(finding), text: wordFor(finding) };
  if (finding.start < host.end) return maskHost(text, finding, host, url);
  let { start, end } = finding;
  while (start > host.end && !/[/?&=#;]/.test(text.charAt(start - 1))) start -= 1;
  while (end < url.end && !/[/?&#;]/.test(text.charAt(end))) end += 1;
  return { start, end, text: MASKED_TOKEN };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A host of the organisation itself goes with all behind it; in one that only looks like it, the label goes. */
function maskHost(text: string, finding: Finding, host: Span, url: Span): Mask {
  const isOwn = finding.kind === "domain" && /[.．。]|\[\.\]|dot/i.test(finding.reads) && finding.end >= host.end;
  if (isOwn || finding.kind === "internal-host" || finding.kind === "mail") {
    return { start: host.start, end: Math.max(url.end, finding.end), text: MASK_WORDS.domain };
  }
  if (finding.via.every((name) => OPEN_VIEWS.has(name))) return { ...spanOf(finding), text: wordFor(finding) };
  let { start, end } = finding;
  while (start > host.start && /[\w%-]/.test(text.charAt(start - 1))) start -= 1;
  while (end < host.end && /[\w%-]/.test(text.charAt(end))) end += 1;
  return { start, end, text: MASKED_TOKEN };
}

/** The whole address when the domain is theirs; only the part before the @ when they are named there. */
function maskInMail(text: string, finding: Finding, mail: Span): Mask {
  const at = MAIL_DOMAIN_AT.exec(text.slice(mail.start, mail.end));
  const split = mail.start + (at?.index ?? 0);
  const domainStart = split + (at?.[0].length ?? 0);
  const isOwn = finding.end >= mail.end && (finding.start < domainStart || /[.．]|\[\.\]/.test(finding.reads));
  if (isOwn || (finding.start < split && finding.end > split)) {
    // A domain that goes on behind theirs is somebody else's.
    const end = isOwn ? Math.max(mail.end, finding.end) : finding.end;
    return { start: Math.min(mail.start, finding.start), end, text: MASK_WORDS.mail };
  }
  if (finding.end <= split) return { start: mail.start, end: split, text: MASKED_TOKEN };
  return { ...spanOf(finding), text: wordFor(finding) };
}
