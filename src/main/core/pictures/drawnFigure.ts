import type { FigureBlock } from "#shared/narrative/narrative.ts";
import { writeNarrative } from "#shared/narrative/writeNarrative.ts";

/** A figure to be put into a text: as the editor takes it, and as Markdown. */
export type DrawnFigure = { figure: "mail" | "url-anatomy"; caption: string; source: string; markdown: string };

export function asDrawnFigure(figure: DrawnFigure["figure"], caption: string, source: string): DrawnFigure {
  const block: FigureBlock = { kind: "figure", figure, caption, label: "", source };
  return { figure, caption, source, markdown: writeNarrative({ blocks: [block], notes: [] }) };
}
