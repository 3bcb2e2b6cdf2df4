import { refang } from "#shared/domain/defang.ts";
import type { Finding } from "./finding.ts";
import { foldString } from "./folding/foldText.ts";
import { findTokens } from "./maskSpans.ts";
import { NEUTRAL_LABEL } from "./neutralFigureLabels.ts";

/** Hosts and addresses of attackers as they stand defanged, and file names. */
const INDICATOR = /(?<![\w-])[\w-]{1,253}(?:(?:\[\.\]|\.)[\w-]{1,253})+/g;
/** IPv6, hashes, GUIDs, CVE ids, percent codes, Base64: what they decode to the engine has looked at. */
const CODE =
  /(?<![\w:])(?:[0-9a-f]{0,4}(?:\[:\]|:)){2,7}[0-9a-f]{0,4}(?![\w:])|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{16,}\b|\bCVE-\d{4}-\d+|(?:%[0-9a-f]{2}[\w.-]*){2,}|(?<![A-Za-z0-9+/_-])(?=[A-Za-z+/_-]*\d)(?=[a-z0-9+/_-]*[A-Z])[A-Za-z0-9+/_-]{20,}={0,2}/gi;
/**
 * Registry keys, mutexes, folders of the system, options of commands, programs and kinds of content as they name themselves: what
 * an attack leaves on a machine. In such a place nobody's name is new without the roster or the rules for accounts, hosts and shares
 * knowing it. In Markdown a backslash may stand twice.
 */
const LEFT_ON_MACHINE =
  /(?<![\w\\])(?:HK(?:LM|CU|CR|U|EY_[A-Z_]{4,20})|Global|Local|%[A-Za-z]{3,20}%|[A-Za-z]:\\{1,2}(?:Windows|ProgramData|Program Files(?: \(x86\))?|Temp|Users\\{1,2}Public|Perflogs|inetpub))\\[\w\\.$%{}~-]{1,200}|(?<=User-Agent:[ \t]?)[^\n]{1,300}|\bMozilla\/\d[\w.;:,()/ +-]{0,300}|\b(?:application|text|image|audio|video|multipart|message|font)\/[a-z0-9.+-]{2,80}|\bNT (?:AUTHORITY|SERVICE)\\\w+|(?<=[\s"'「（])--?[A-Za-z][A-Za-z-]{1,30}(?![\w])/g;
/** Base64 too short to be told from a product's name by its looks: what it decodes to tells. */
const SHORT_CODE = /(?<![\w+/=-])[A-Za-z0-9+/]{8,}={0,2}(?![\w+/=-])/g;
const READABLE = /^[\x20-\x7e\s]{4,}$|^[\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]{3,}$/;
const CITATION = /\[\^([^\s\][^]+)\]/gu;
const MASK = /〔[^〔〕\n]*〕/g;
const LABEL = /(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])[A-Z]{1,3}社(?:名|側|内|間)?/g;

const OWN = /〔[^〔〕\n]*〕|(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])[A-Z]{1,3}社/g;

export type Known = {
  /** Labels of the ledger that are no letters (当該組織). */
  labels: readonly string[];
  /** Attackers' addresses that the case's reports list as such, in lower case and live. */
  indicators: ReadonlySet<string>;
  /** Words that stand acknowledged in what was published, folded. */
  acknowledged?: ReadonlySet<string>;
  /** Names of publications that `[^name]` cites, in lower case: what is printed there is the publication, not its name. */
  citations?: ReadonlySet<string>;
};

/** Names of mail headers and the like, of options and endings; short words in small letters name nobody. */
const TECHNICAL: ReadonlySet<string> = new Set(
  (
    "received message return path subject sender delivered reply mime version content type transfer encoding boundary charset " +
    "signature authentication results spf dkim dmarc arc seal user agent mailer priority importance exchange crosstenant " +
    "originating esmtp smtp http https ehlo helo host referer accept cookie location server powershell cmd script base64 " +
    "safelinks urldefense mimecast rot13 utf unicode ascii html css javascript json xml"
  ).split(" "),
);

const isTechnical = (word: string): boolean => /^[a-z]{1,4}$/u.test(word) || TECHNICAL.has(word.toLowerCase());

/**
 * Tells what a person need not be asked about: words that this text put there itself (letters, masks), pieces of attackers'
 * addresses that are new to the novelty gate because every attack's are, addresses that an analyst recorded as an attacker's, and
 * words that were acknowledged in what is published.
 * A must finding is never among it.
 */
export function createKnownWords(
  text: string,
  { labels, indicators, acknowledged, citations }: Known,
): (finding: Finding) => boolean {
  const { urls, mails } = findTokens(text);
  const own = [MASK, LABEL, INDICATOR, CODE, LEFT_ON_MACHINE, NEUTRAL_LABEL].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const codes = [...text.matchAll(SHORT_CODE)]
    .filter(([token]) => READABLE.test(Buffer.from(token, "base64").toString("utf8")))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
  const cited = [...text.matchAll(CITATION)]
    .filter(([, name = ""]) => citations?.has(name.toLowerCase()) === true)
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
  const spans = [...urls, ...mails, ...own, ...codes, ...cited].toSorted((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? 0));
  const isInside = ({ start, end }: Finding): boolean => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) >= end;
  };
  const touchesOwn = createOwnWords(text);
  return (finding) => {
    if (finding.severity === "must") return false;
    // What a decoder made of a letter of this text and the words beside it.
    if (finding.entity === undefined && finding.via.length > 0 && touchesOwn(finding)) return true;
    if (finding.kind === "mail") return indicators.has(refang(finding.text).toLowerCase());
    if (finding.kind === "organization") return labels.includes(finding.text);
    if (finding.kind === "novel-term" && isTechnical(finding.text)) return true;
    if (finding.kind === "novel-term" && acknowledged?.has(foldString(finding.text)) === true) return true;
    return finding.kind === "novel-term" && (isInside(finding) || labels.some((label) => label.includes(finding.text)));
  };
}

/** Tells whether a stretch lies across a letter or a mask, ends and all or in part. */
function createOwnWords(text: string): (span: { start: number; end: number }) => boolean {
  const own = [...text.matchAll(OWN)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return ({ start, end }) => {
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const next = own[low];
    return next !== undefined && next.start < end;
  };
}
