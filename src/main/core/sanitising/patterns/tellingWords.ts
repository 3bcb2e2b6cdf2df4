import { PUBLISHED_WORDS } from "../vocabulary/publishedWords.ts";
import { foldString } from "../folding/foldText.ts";

let published: ReadonlySet<string> | undefined;

/** Words of reports published before, folded: what stands in them tells nothing by itself. */
export function publishedWords(): ReadonlySet<string> {
  published ??= new Set(PUBLISHED_WORDS.split(" ").map(foldString));
  return published;
}

/** Names of mail boxes and hosts that every organisation has. */
export const GENERIC_LABELS: ReadonlySet<string> = new Set(
  (
    "example invalid test localhost local internal co or ne ac go ed gr lg com net org jp info biz www web mail smtp mx imap pop ftp vpn " +
    "dns ns ns1 ns2 portal login auth sso support sales admin administrator contact inquiry webmaster postmaster noreply no-reply " +
    "soumu jinji kouhou press pr office help helpdesk security system root user users public default guest home service cloud app apps " +
    "api dev stg static cdn img images news blog shop store group corp holdings japan tokyo osaka global online www2 secure account"
  ).split(" "),
);

/**
 * Whether a folded name means its bearer in any text. Shorter ones, and words that everybody uses, mean it only in a
 * text that is about it.
 */
export function isTelling(folded: string): boolean {
  if (publishedWords().has(folded) || GENERIC_LABELS.has(folded)) return false;
  const kanji = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (/^[a-z0-9]+$/.test(folded)) return folded.length >= 6;
  if (kanji >= 2) return folded.length >= 3;
  return folded.length >= 5 || (kanji === 1 && folded.length >= 4);
}
