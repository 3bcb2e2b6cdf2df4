/** Elements whose words are no text of the page. */
const DROPPED =
  "script, style, template, iframe, object, embed, noscript, svg, math, link, meta, title, img, video, audio";

/** What may stay on an element: addresses of links, the side of a cell, and what the editor itself wrote. */
const KEPT_ATTRIBUTES: Record<string, readonly string[]> = {
  a: ["href"],
  td: ["align"],
  th: ["align"],
  ol: ["start"],
  figure: ["data-figure", "data-caption", "data-label", "data-source"],
  sup: ["data-footnote", "data-note"],
  span: ["data-figure-reference", "data-href"],
  pre: ["data-language"],
};

/**
 * Pasted HTML with nothing left but words and structure: no styles, handlers, pictures or frames. Handlers are made
 * harmless before the first parse, so that not even a parser that runs nothing has to refuse them.
 */
export function reducePastedHtml(html: string): string {
  const unhandled = html.replaceAll(/([\s"'/])on[a-z]+(\s*=)/giu, "$1data-dropped$2");
  const page = new DOMParser().parseFromString(
    unhandled.replaceAll(/([\s"'/])style(\s*=)/giu, "$1data-dropped$2"),
    "text/html",
  );
  for (const element of page.body.querySelectorAll(DROPPED)) element.remove();
  for (const element of page.body.querySelectorAll("*")) {
    const kept = [...(KEPT_ATTRIBUTES[element.localName] ?? []), "data-pm-slice"];
    for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
  }
  return page.body.innerHTML;
}
