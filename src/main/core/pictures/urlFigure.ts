import type { TextRef } from "#shared/contract/sanitising.ts";
import { defang, refang } from "#shared/domain/defang.ts";
import { drawnFigureWords } from "#shared/messages/printed/drawnFigureWords.ts";
import type { BookSession } from "../database/bookSession.ts";
import type { ReadableDb } from "../database/handles.ts";
import { defangText } from "../sanitising/defangText.ts";
import { findAttackerValues } from "../sanitising/deskRepository.ts";
import type { Finding } from "../sanitising/finding.ts";
import { findTokens, maskFinding, type Labels, type Mask } from "../sanitising/maskSpans.ts";
import { MASKED_TOKEN } from "../sanitising/maskWords.ts";
import { PseudonymLedger } from "../sanitising/pseudonymLedger.ts";
import { readMatter } from "../sanitising/readMatter.ts";
import type { Sanitiser } from "../sanitising/sanitiser.ts";
import { asDrawnFigure, type DrawnFigure } from "./drawnFigure.ts";
import { cutUrl, innerSpan, openWrapper, type UrlStretch } from "./urlParts.ts";

const words = drawnFigureWords.url;

/** Attackers' URLs that the reports of a text tell of, as recorded. */
export function findUrlSources(db: ReadableDb, text: TextRef): string[] {
  const values = findAttackerValues(db, readMatter(db, text).text.reportIds);
  return values.map(refang).filter((value) => /^[a-z][a-z0-9+.-]*:\/\//i.test(value));
}

/** A mask, and what was found under it. */
type Covered = Mask & { finding: Finding };

/**
 * Draws the parts of a URL with what each is for. What tells who received it is masked, and said to be that; addresses are
 * defanged.
 * @throws AppError record.not-found when there is no such text
 */
export async function drawUrlFigure(
  session: BookSession,
  sanitiser: Sanitiser,
  { text, url: written }: { text: TextRef; url: string },
  signal?: AbortSignal,
): Promise<DrawnFigure> {
  const { stake, ledger } = session.read((db) => readMatter(db, text));
  const url = openWrapper(refang(written).replaceAll(/\s+/gu, ""));
  const { labels } = new PseudonymLedger(ledger);
  const { start, end } = innerSpan(url);
  // A wrapper's own link is found as a whole: what is in it is looked at apart.
  const pieces = [
    { text: url.slice(0, start), offset: 0 },
    { text: url.slice(start, end), offset: start },
    { text: url.slice(end), offset: end },
  ];
  const options = { ...stake, novelty: false, ...(signal && { signal }) };
  const found = await sanitiser.scanAll(
    pieces.map((piece) => piece.text),
    options,
  );
  const masks = pieces.flatMap(({ text: piece, offset }, index) => masksOf(piece, found[index] ?? [], labels, offset));
  const wrapper = masks.find(({ finding }) => finding.kind === "link-wrapper")?.finding;
  // What a vendor's wrapper adds behind the link says whom it protects, in ways that only the vendor reads.
  if (wrapper && end < url.length) masks.push({ start: end, end: url.length, text: MASKED_TOKEN, finding: wrapper });
  const lines = cutUrl(url).map((stretch) => writeStretch(url, stretch, masks));
  return asDrawnFigure("url-anatomy", words.caption, lines.filter((line) => line !== "").join("\n"));
}

function masksOf(piece: string, findings: readonly Finding[], labels: Labels, offset: number): Covered[] {
  const tokens = findTokens(piece);
  return findings
    .filter(({ severity }) => severity === "must")
    .map((finding): Covered => {
      const mask = maskFinding(piece, finding, tokens, labels);
      return { text: mask.text, start: mask.start + offset, end: mask.end + offset, finding };
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function writeStretch(url: string, { start, end, meaning }: UrlStretch, masks: readonly Covered[]): string {
  let shown = "";
  let at = start;
  const covering: Covered[] = [];
  for (const mask of masks) {
    if (mask.end <= at || mask.start >= end) continue;
    shown += url.slice(at, Math.max(at, mask.start));
    // A mask over several stretches is written in the first.
    if (mask.start >= start) shown += mask.text;
    covering.push(mask);
    at = Math.min(end, mask.end);
  }
  shown += url.slice(at, end);
  if (shown === "") return "";
  const harmless = /^[a-z][a-z0-9+.-]*:\/\//i.test(shown) ? defang("url", shown) : defangText(shown);
  const telling = covering.filter(({ finding }) => finding.kind !== "link-wrapper");
  const told = telling.length === 0 ? meaning : meaningOf(telling);
  return [harmless.replaceAll("|", "\\|"), told].filter((part) => part !== "").join(" | ");
}

function meaningOf(covering: readonly Covered[]): string {
  const [encoding] = covering.flatMap(({ finding }) => finding.via.flatMap((name) => words.encodings[name] ?? []));
  if (encoding !== undefined) return words.encodedRecipient(encoding);
  return covering.every(({ finding }) => finding.kind === "organization") ? words.lookAlike : words.recipient;
}
