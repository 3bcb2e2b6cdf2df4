import type { CompiledRoster } from "./compileRoster.ts";
import type { RawFinding } from "./exploration.ts";
import type { Finding } from "./finding.ts";
import { LEGAL_FORM_AFTER, LEGAL_FORM_BEFORE } from "./patterns/legalForms.ts";
import { TRADE_WORDS } from "./patterns/tradeWords.ts";
import type { RosterOrganization } from "./roster.ts";

const REACH = 16;
const ADDRESS_AFTER = /^[0-9０-９一二三四五六七八九十百千〇\-－‐−–丁目番地号のノ]+/u;
const ADDRESS_BEFORE =
  /(?:〒?\s*[0-9０-９]{3}[-－‐−][0-9０-９]{4}\s*)?(?:北海道|東京都|(?:大阪|京都)府|\p{Script=Han}{2,3}県)?$/u;

/** One finding for each thing at each place, in order; those that lie inside a like one are part of it. */
export function settleFindings(text: string, raw: readonly RawFinding[], roster: CompiledRoster): Finding[] {
  const grown = raw.map((finding) => growFinding(text, finding, roster));
  grown.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b) || a.via.length - b.via.length);
  const kept: RawFinding[] = [];
  let open: RawFinding[] = [];
  for (const finding of grown) {
    open = open.filter(({ end }) => end > finding.start);
    if (open.some((outer) => isPartOf(finding, outer))) continue;
    kept.push(finding);
    // A few are enough to tell what is inside of what.
    if (open.length < 64) open.push(finding);
  }
  return kept.map(({ organization, ...finding }) => {
    const entity = organization === undefined ? undefined : roster.organizations[organization]?.id;
    return { ...finding, text: text.slice(finding.start, finding.end), ...(entity === undefined ? {} : { entity }) };
  });
}

const rank = ({ severity, organization }: RawFinding) =>
  (severity === "must" ? 0 : 2) + (organization === undefined ? 1 : 0);

function isPartOf(inner: RawFinding, outer: RawFinding): boolean {
  if (inner.end > outer.end) return false;
  if (outer.severity === "review" && inner.severity === "must") return false;
  const isSamePlace = inner.start === outer.start && inner.end === outer.end;
  if (inner.severity === "review") return outer.severity === "must" || inner.kind === outer.kind || isSamePlace;
  return inner.organization === outer.organization || (isSamePlace && inner.kind === outer.kind);
}

/** How much of what follows a name is the rest of it: its own trade, in characters or in kana (きりしま化学, キリシマカガク). */
function tradeAfter(after: string, organization: RosterOrganization | undefined): number {
  if (organization === undefined) return 0;
  const names = [organization.name, ...organization.aliases].join(" ");
  let length = 0;
  for (;;) {
    const rest = after.slice(length);
    const found = TRADE_WORDS.find(
      ([written, reading]) => names.includes(written) && startsWithAny(rest, [written, reading, katakanaOf(reading)]),
    );
    if (!found) return length;
    const [written, reading] = found;
    length += rest.startsWith(written) ? written.length : reading.length;
  }
}

const startsWithAny = (text: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => text.startsWith(beginning));

const katakanaOf = (hiragana: string): string =>
  hiragana.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

/** Takes in what belongs to it: the legal form of a name, the rest of an address. */
function growFinding(text: string, finding: RawFinding, roster: CompiledRoster): RawFinding {
  const { start, end, kind } = finding;
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH * 2);
  if (kind === "organization" && finding.organization !== undefined) {
    const first = LEGAL_FORM_BEFORE.exec(before)?.[0].length ?? 0;
    const trade = tradeAfter(after, roster.organizations[finding.organization]);
    const last = LEGAL_FORM_AFTER.exec(after.slice(trade))?.[0].length ?? 0;
    return { ...finding, start: start - first, end: end + trade + last };
  }
  if (kind === "address" && finding.organization !== undefined) {
    const first = ADDRESS_BEFORE.exec(before)?.[0].length ?? 0;
    const last = ADDRESS_AFTER.exec(after)?.[0].length ?? 0;
    return { ...finding, start: start - first, end: end + last };
  }
  return finding;
}
