/** A piece of XML that is well-formed by itself: made by `element` and `xmlText` alone. */
export type Xml = string & { readonly __xml: true };

/** Attributes in the order written; one that is undefined is left out. */
export type XmlAttributes = Record<string, string | number | undefined>;

/** What XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(FORBIDDEN, "")
    .replaceAll(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** Text between tags. */
export function xmlText(text: string): Xml {
  return trusted(escapeXml(text));
}

export function element(name: string, attributes: XmlAttributes = {}, ...children: readonly Xml[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    // A line end in an attribute would be read back as a blank.
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`)
    .join("");
  const inside = children.join("");
  return trusted(inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`);
}

export function joinXml(pieces: readonly Xml[]): Xml {
  return trusted(pieces.join(""));
}

/** A part of a package. */
export function xmlPart(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

function trusted(text: string): Xml {
  return text as Xml;
}
