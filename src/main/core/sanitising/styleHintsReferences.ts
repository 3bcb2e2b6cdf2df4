import type { StyleHint } from "#shared/contract/sanitising.ts";
import { letterLabel } from "./pseudonymLabels.ts";

/** Figures by their fences and pictures: a whole parse of a text made to keep parsers busy would take minutes. */
const FIGURE =
  /^[ \t>]*(?:`{3,}(?!`)|~{3,}(?!~))(?:attack-flow|url-anatomy|mail)\b[^\n]*|!\[[^[\]\n]*\]\(artifact:[0-9a-f]{64}[^()\n]*\)/gimu;
const LABEL = /\{#([^\s{}]+)\}[ \t]*$|"#([^"\s]+)"\)$/u;

function figureLabels(text: string): string[] {
  return [...text.matchAll(FIGURE)].map(([figure]) => {
    const [, inFence, ofPicture] = LABEL.exec(figure) ?? [];
    return inFence ?? ofPicture ?? "";
  });
}

const LINKED = /\[[^[\]\n]*\]\(#([^()\s]+)\)/gu;
const COUNTED = /図 ?(\d{1,2})(?![\d.])/gu;

/** References to figures that the text does not have: by label, or by a number beyond the last. */
export function figureHints(text: string): StyleHint[] {
  if (!text.includes("図") && !text.includes("(#")) return [];
  const figures = figureLabels(text);
  const labels = new Set(figures.filter((label) => label !== ""));
  const isKnown = (label: string) => labels.has(label) || isPlace(label, figures.length);
  const hint = (match: RegExpExecArray): StyleHint => ({
    code: "figure-missing",
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    suggestion: null,
  });
  return [
    ...[...text.matchAll(LINKED)].filter(([, label = ""]) => !isKnown(decoded(label))),
    ...[...text.matchAll(COUNTED)].filter(([, number = ""]) => Number(number) > figures.length),
  ].map(hint);
}

const isPlace = (label: string, count: number) => /^\d+$/u.test(label) && Number(label) >= 1 && Number(label) <= count;

function decoded(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return label;
  }
}

const INTRODUCED =
  /([\p{Script=Han}\p{Script=Katakana}ーA-Za-z]{2,30})[（(](?:以下[、,]?)?[「『]?([A-ZＡ-Ｚ]{1,3}) ?社[」』]?[）)]/gu;

/** A letter that is introduced as two different things (参加組織（B社）, セキュリティベンダ（B社）). */
export function letterOfTwoHints(text: string): StyleHint[] {
  const introduced = new Map<string, string>();
  return [...text.matchAll(INTRODUCED)].flatMap((match): StyleHint[] => {
    const [whole, what = "", letters = ""] = match;
    const label = letterLabel(letters.normalize("NFKC"));
    const first = introduced.get(label);
    if (first === undefined) introduced.set(label, what);
    if (first === undefined || first.endsWith(what) || what.endsWith(first)) return [];
    return [
      { code: "letter-of-two", start: match.index, end: match.index + whole.length, text: whole, suggestion: null },
    ];
  });
}
