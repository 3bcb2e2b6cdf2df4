import { reportWords } from "#shared/messages/printed/reportWords.ts";
import type { FigureBlock, FigureIssue } from "#shared/narrative/narrative.ts";
import { readAttackFlow } from "#shared/narrative/readAttackFlow.ts";
import { readMailFigure, splitMasks } from "#shared/narrative/readMailFigure.ts";
import { readUrlAnatomy } from "#shared/narrative/readUrlAnatomy.ts";
import { circledNumber, closeGaps } from "./printWords.ts";
import type { Drawing } from "./reportBlocks.ts";
import type { Picture } from "./content.ts";

/** A drawing, what a screen reader says in its place, and what could not be read. */
export type DrawnFigure = { drawing: Drawing; alt: string; issues: FigureIssue[] };

/** Makes a figure of a narrative ready to print. One that cannot be read is shown as the text it was written in. */
export function drawFigure(figure: FigureBlock, pictures: ReadonlyMap<string, Picture>): DrawnFigure {
  switch (figure.figure) {
    case "attack-flow":
      return drawAttackFlow(figure);
    case "url-anatomy":
      return drawUrlAnatomy(figure);
    case "mail":
      return drawMail(figure);
    case "image":
      return drawImage(figure, pictures.get(figure.source));
  }
}

function drawAttackFlow(figure: FigureBlock): DrawnFigure {
  const { flow, issues } = readAttackFlow(figure.source);
  if (issues.length > 0) return showSource(figure, issues);
  const name = (index: number): string => flow.nodes[index] ?? "";
  const steps = flow.steps.map((step, index) => ({
    ...step,
    text: closeGaps(step.text),
    mark: circledNumber(index + 1),
  }));
  const said = steps.map(({ from, to, text, mark }) => reportWords.alt.attackStep(mark, name(from), name(to), text));
  return {
    drawing: { kind: "attack-flow", nodes: flow.nodes.map(closeGaps), groups: flow.groups, steps },
    alt: reportWords.alt.attackFlow(figure.caption, said.join("")),
    issues,
  };
}

function drawUrlAnatomy(figure: FigureBlock): DrawnFigure {
  const { parts, issues } = readUrlAnatomy(figure.source);
  if (issues.length > 0) return showSource(figure, issues);
  let number = 0;
  const numbered = parts.map(({ text, meaning }) => {
    if (meaning === "") return { text, meaning, number: 0, mark: "" };
    number += 1;
    return { text, meaning: closeGaps(meaning), number, mark: circledNumber(number) };
  });
  const said = parts.map(({ text, meaning }) => reportWords.alt.urlPart(text, meaning));
  return {
    drawing: { kind: "url-anatomy", parts: numbered },
    alt: reportWords.alt.urlAnatomy(figure.caption, said.join("")),
    issues,
  };
}

function drawMail(figure: FigureBlock): DrawnFigure {
  const { mail, issues } = readMailFigure(figure.source);
  if (issues.length > 0) return showSource(figure, issues);
  const headers = mail.headers.map(({ name, value }) => ({ name, value: splitMasks(value) }));
  return {
    drawing: { kind: "mail", headers, body: mail.body },
    alt: reportWords.alt.mail(figure.caption, figure.source),
    issues,
  };
}

/** Width of the text on the page, and the greatest height of a picture, in points. */
const TEXT_WIDTH_PT = 453;
const PICTURE_HEIGHT_PT = 440;
/** A screenshot printed at this density has letters about the size of the text's. */
const PICTURE_DPI = 144;

function drawImage(figure: FigureBlock, picture: Picture | undefined): DrawnFigure {
  if (picture === undefined) {
    return showSource({ ...figure, source: figure.caption }, [
      { code: "figure.missing-part", line: 1, text: figure.source },
    ]);
  }
  const { widthPx, heightPx, path } = picture;
  const naturalPt = (widthPx * 72) / PICTURE_DPI;
  const widthPt = Math.min(naturalPt, TEXT_WIDTH_PT, (PICTURE_HEIGHT_PT * widthPx) / Math.max(1, heightPx));
  const alt = reportWords.alt.image(figure.caption);
  return { drawing: { kind: "image", path, alt, width: widthPt / TEXT_WIDTH_PT }, alt, issues: [] };
}

function showSource(figure: FigureBlock, issues: FigureIssue[]): DrawnFigure {
  return {
    drawing: { kind: "source", text: figure.source },
    alt: reportWords.alt.source(figure.caption, figure.source),
    issues,
  };
}
