import type { Finding } from "./finding.ts";
import type { Known } from "./knownWords.ts";
import type { Sanitiser } from "./sanitiser.ts";

/** What goes on after a name: a rule for unknown companies takes hiragana for part of it. */
const BEHIND_NAME =
  /(?:及び|および|並びに|ならびに|又は|または|から|より|では|には|とは|への|との|によ|として|など|について|において|[はをへもと]|に(?!し)|が(?![丘浜岳原谷関])|の(?=[0-9０-９一二三四五六七八九十各社員担従端シネウサメ情関子グ製名]|VPN|IP|Web))/u;
const JOINED = /及び|並びに|又は|若しくは/u;
const FORM_ALONE = /^(?:[\s、，・]|株式会社|有限会社|合同会社|㈱|㈲|[（(](?:株|有)[)）])+$/u;
const SPOKEN = /(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])[A-Z]{1,3}社/gu;
/** 347通確認: the counter belongs to the number. */
const COUNTER = /^(?:件|台|名|人|社|回|通|本|個|枚|か所|箇所|種類|日|時|分|秒)+/u;

type Piece = { start: number; end: number; text: string };

/**
 * Findings that a person can judge: guesses at company names end where the name ends, and new words are what is new beside the
 * letters that this text put there. Must findings stay as they are.
 */
export async function refineFindings(
  sanitiser: Sanitiser,
  text: string,
  findings: readonly Finding[],
  { labels }: Known,
): Promise<Finding[]> {
  const cut = new Map<Finding, Piece[]>();
  for (const finding of findings) {
    if (finding.severity === "must" || finding.entity !== undefined) continue;
    const pieces =
      finding.kind === "novel-term"
        ? piecesOf(text, finding, labels)
        : finding.kind === "organization"
          ? nameOf(finding)
          : undefined;
    if (pieces) cut.set(finding, pieces);
  }
  if (cut.size === 0) return [...findings];
  const isNovel = await askNovelty(
    sanitiser,
    [...cut].flatMap(([{ kind }, pieces]) => (kind === "novel-term" ? pieces.map((piece) => piece.text) : [])),
  );
  return findings.flatMap((finding) => {
    const pieces = cut.get(finding);
    if (!pieces) return [finding];
    return pieces
      .filter((piece) => finding.kind !== "novel-term" || isNovel(piece.text))
      .map((piece) => ({ ...finding, ...piece, reads: piece.text }));
  });
}

/** The company's name alone; nothing where only a legal form or a letter is left; undefined where it is that already. */
function nameOf({ start, text }: Finding): Piece[] | undefined {
  // The legal form behind a comma begins the next name.
  if (/[、，][\s]*(?:株式会社|有限会社|合同会社|㈱|㈲|[（(](?:株|有)[)）])$/u.test(text)) return [];
  const first = /^(?:[\s、，・]|[A-Z]{1,3}社)+/u.exec(text)?.[0].length ?? 0;
  const named = text.slice(first);
  const form =
    /^(?:\p{Script=Han}{2,6}(?:会社|法人)|㈱|㈲|[（(]\p{Script=Han}{1,2}[)）])?[\s\u3000]?/u.exec(named)?.[0].length ??
    0;
  // A name may begin in hiragana (あおば化学): what is behind it comes after another script.
  const solid =
    /^[\p{Script=Hiragana}ー]*[\p{Script=Han}\p{Script=Katakana}ーA-Za-zＡ-Ｚａ-ｚ0-9０-９・＆&.'’-]+/u.exec(
      named.slice(form),
    );
  const from = form + (solid?.[0].length ?? 0);
  const behind = solid ? BEHIND_NAME.exec(named.slice(from)) : null;
  const joined = JOINED.exec(named.slice(form));
  const end = Math.min(behind ? from + behind.index : named.length, joined ? form + joined.index : named.length);
  if (first === 0 && end === text.length) return FORM_ALONE.test(text) ? [] : undefined;
  const name = named.slice(0, end);
  return FORM_ALONE.test(name) || name === "" ? [] : [{ start: start + first, end: start + first + end, text: name }];
}

/** What of a run of nouns is beside labels and counters; undefined where there are none. */
function piecesOf(text: string, { start, text: run }: Finding, labels: readonly string[]): Piece[] | undefined {
  const counter = /[\d０-９]$/u.test(text.slice(0, start)) ? (COUNTER.exec(run)?.[0].length ?? 0) : 0;
  const own = [
    ...[...run.matchAll(SPOKEN)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
    ...labels.flatMap((label) => {
      const from = run.indexOf(label);
      return from < 0 ? [] : [{ from, to: from + label.length }];
    }),
  ].toSorted((a, b) => a.from - b.from);
  if (counter === 0 && own.length === 0) return undefined;
  const pieces: Piece[] = [];
  let at = counter;
  for (const { from, to } of [...own, { from: run.length, to: run.length }]) {
    if (from - at >= 2) pieces.push({ start: start + at, end: start + from, text: run.slice(at, from) });
    at = Math.max(at, to);
  }
  return pieces;
}

/** Whether the novelty gate would ask for a word that stands alone. */
async function askNovelty(sanitiser: Sanitiser, words: readonly string[]): Promise<(word: string) => boolean> {
  const distinct = [...new Set(words)];
  if (distinct.length === 0) return () => false;
  const found = await sanitiser.scanAll(distinct);
  const novel = new Set(distinct.filter((_, index) => found[index]?.some(({ kind }) => kind === "novel-term")));
  return (word) => novel.has(word);
}
