import type { CodeBlock, FigureBlock, FigureKind } from "./narrative.ts";

const DRAWN: readonly string[] = ["attack-flow", "url-anatomy", "mail"] satisfies FigureKind[];
const LABEL = /\s*\{#(?<label>[^\s{}]+)\}\s*$/u;
const ARTIFACT = /^artifact:(?<sha256>[0-9a-f]{64})$/iu;

/** Reads a fenced block: one of the figures (` ```attack-flow 図題 {#label} `), or else plain code. */
export function readFence(language: string, meta: string, text: string): FigureBlock | CodeBlock {
  if (!isDrawn(language)) return { kind: "code", language, text };
  const label = LABEL.exec(meta)?.groups?.["label"] ?? "";
  return { kind: "figure", figure: language, caption: meta.replace(LABEL, "").trim(), label, source: text };
}

/** Reads `![図題](artifact:SHA256 "#label")`; null for an image from anywhere else, which a narrative cannot hold. */
export function readImageFigure(alt: string, url: string, title: string): FigureBlock | null {
  const sha256 = ARTIFACT.exec(url)?.groups?.["sha256"];
  if (sha256 === undefined) return null;
  const label = title.startsWith("#") ? title.slice(1) : "";
  return { kind: "figure", figure: "image", caption: alt.trim(), label, source: sha256.toLowerCase() };
}

/** What stands after the language in a figure's fence. */
export function writeFenceMeta(figure: FigureBlock): string {
  return [figure.caption, figure.label === "" ? "" : `{#${figure.label}}`].filter((part) => part !== "").join(" ");
}

function isDrawn(language: string): language is Exclude<FigureKind, "image"> {
  return DRAWN.includes(language);
}
