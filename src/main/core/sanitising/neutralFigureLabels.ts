/** A figure's name in its fence, or in the title of a picture. */
const NAMED =
  /^((?:`{3,}|~{3,})(?:attack-flow|url-anatomy|mail)\b[^\n]*?\{#)([^\s{}]+)(\}[ \t]*)$|(\(artifact:[0-9a-f]{64} "#)([^"\n]+)("\))/gimu;
const REFERRED = /(\]\(#)([^()\s]+)(\))/gu;

/** What a figure is called where its name says nothing. */
export const NEUTRAL_LABEL = /(?:\{#|\]\(#|"#)fig-\d+(?=[})"])/gu;

/**
 * Gives figures names that say nothing (fig-1, fig-2…) and lets references follow: a name is chosen in haste, may tell whom it
 * is about, and goes out with Markdown.
 */
export function neutralFigureLabels(markdown: string): string {
  const labels = new Map<string, string>();
  for (const match of markdown.matchAll(NAMED)) {
    const label = match[2] ?? match[5] ?? "";
    if (!labels.has(label)) labels.set(label, `fig-${labels.size + 1}`);
  }
  if (labels.size === 0) return markdown;
  return markdown
    .replaceAll(
      NAMED,
      (_, fence?: string, label?: string, close?: string, open?: string, name?: string, end?: string) =>
        fence === undefined
          ? `${open ?? ""}${labels.get(name ?? "") ?? name ?? ""}${end ?? ""}`
          : `${fence}${labels.get(label ?? "") ?? label ?? ""}${close ?? ""}`,
    )
    .replaceAll(REFERRED, (whole, open: string, label: string, close: string) => {
      const neutral = labels.get(decoded(label));
      return neutral === undefined ? whole : open + neutral + close;
    });
}

function decoded(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return label;
  }
}
