/** A page as a picture: a self-contained SVG document, safe to show as an image under a strict content policy. */
export type PageImage = { svg: string; widthPt: number; heightPt: number };

const PAGE_START = '<g class="typst-page"';

/**
 * Cuts the renderer's one tall SVG into pages. Each page carries only the glyphs it uses; the HTML overlay for
 * selecting text, links and scripts are left out, for an image cannot use them.
 */
export function splitPages(svg: string): PageImage[] {
  const [head = "", ...bodies] = svg.split(PAGE_START);
  const definitions = readDefinitions(head);
  return bodies.map((body) => makePage(body, definitions));
}

/** Every definition with an id in the head, by id. */
function readDefinitions(head: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [text, , id] of head.matchAll(DEFINITION)) if (id !== undefined) found.set(id, text);
  return found;
}

// The self-closing form must be tried first: looking for a closing tag that is not there would read the whole head.
const DEFINITION =
  /<(path|clipPath|linearGradient|radialGradient|pattern|image|symbol|g|filter|mask) id="([^"]+)"(?:[^>]*\/>|[^>]*>.*?<\/\1>)/gs;

function makePage(body: string, definitions: ReadonlyMap<string, string>): PageImage {
  const widthPt = Number(/data-page-width="([\d.]+)"/u.exec(body)?.[1] ?? 0);
  const heightPt = Number(/data-page-height="([\d.]+)"/u.exec(body)?.[1] ?? 0);
  // The page's own opening tag ends at the first ">"; what closes the document after the last page is cut off.
  const inner = body.slice(body.indexOf(">") + 1).replace(/<\/svg>\s*$/u, "");
  const drawing = stripOverlay(inner);
  const used = collectUsed(drawing, definitions);
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPt} ${heightPt}" width="${widthPt}pt" height="${heightPt}pt" fill="none">` +
      `<defs>${used.join("")}</defs><rect width="100%" height="100%" fill="#fff"/><g>${drawing}</svg>`,
    widthPt,
    heightPt,
  };
}

function stripOverlay(drawing: string): string {
  return drawing
    .replaceAll(/<g transform="scale\([^"]*\)"><foreignObject.*?<\/foreignObject><\/g>/gsu, "")
    .replaceAll(/<foreignObject.*?<\/foreignObject>/gsu, "")
    .replaceAll(/<style.*?<\/style>|<script.*?<\/script>/gsu, "")
    .replaceAll(/<rect class="pseudo-link"[^>]*>(?:<\/rect>)?|<\/?a(?:\s[^>]*)?>/gu, "")
    .replaceAll(/ (?:data-[\w-]+|class|xlink:href|on\w+)="[^"]*"/gu, "");
}

/** The definitions a drawing needs, and those that these need in turn. */
function collectUsed(drawing: string, definitions: ReadonlyMap<string, string>): string[] {
  const used = new Map<string, string>();
  const visit = (text: string): void => {
    for (const [, byHref, byUrl] of text.matchAll(/href="#([^"]+)"|url\(#([^)]+)\)/gu)) {
      const id = byHref ?? byUrl ?? "";
      const definition = definitions.get(id);
      if (definition === undefined || used.has(id)) continue;
      used.set(id, definition);
      visit(definition);
    }
  };
  visit(drawing);
  return [...used.values()];
}
