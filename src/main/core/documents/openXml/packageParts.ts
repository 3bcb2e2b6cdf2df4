import { strToU8, zipSync, type Zippable } from "fflate";
import { element, xmlPart, xmlText, type Xml } from "./xml.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export type OpenXmlPackage = {
  /** Path of the main part, e.g. "word/document.xml". */
  main: string;
  /** Parts by path, without the ones every package has. */
  parts: ReadonlyMap<string, Xml | Uint8Array>;
  /** Content types of XML parts by path. */
  contentTypes: ReadonlyMap<string, string>;
  /** Relationships by the part they belong to. */
  relationships: ReadonlyMap<string, Relationships>;
  /** The only metadata: what it is called and of which day it is (`YYYY-MM-DD`). No person, machine or program. */
  title: string;
  day: string;
};

/** What a part refers to, numbered in the order of asking. The same target is referred to once. */
export class Relationships {
  readonly #targets: { type: string; target: string; external: boolean }[] = [];

  /** @returns the id to refer to it by */
  add(
    type: "hyperlink" | "image" | "styles" | "numbering" | "footnotes" | "settings" | "header" | "footer" | "worksheet",
    target: string,
  ): string {
    const external = type === "hyperlink";
    const known = this.#targets.findIndex((one) => one.type === type && one.target === target);
    if (known >= 0) return `rId${known + 1}`;
    this.#targets.push({ type, target, external });
    return `rId${this.#targets.length}`;
  }

  toXml(): Xml | null {
    if (this.#targets.length === 0) return null;
    const rows = this.#targets.map(({ type, target, external }, index) =>
      element("Relationship", {
        Id: `rId${index + 1}`,
        Type: `${OFFICE}/${type}`,
        Target: target,
        TargetMode: external ? "External" : undefined,
      }),
    );
    return element("Relationships", { xmlns: `${PACKAGE}/relationships` }, ...rows);
  }
}

/** A moment without a zone: the archive's own clock has none, so every machine writes the same. */
const ARCHIVE_DAY = new Date(1980, 0, 1, 0, 0, 0);

/** Packs an Office document. Equal parts give equal bytes. */
export function packOpenXml(document: OpenXmlPackage): Uint8Array {
  const files = new Map<string, Xml | Uint8Array>([
    ["[Content_Types].xml", contentTypesOf(document)],
    ["_rels/.rels", rootRelationships(document.main)],
    ...document.parts,
    ...[...document.relationships].flatMap(([part, relationships]): [string, Xml][] => {
      const xml = relationships.toXml();
      return xml === null ? [] : [[part.replace(/([^/]+)$/u, "_rels/$1.rels"), xml]];
    }),
    ["docProps/core.xml", coreProperties(document)],
  ]);
  const zippable: Zippable = Object.fromEntries(
    [...files].map(([path, content]) => [path, typeof content === "string" ? strToU8(xmlPart(content)) : content]),
  );
  return zipSync(zippable, { level: 9, mtime: ARCHIVE_DAY });
}

function contentTypesOf({ contentTypes }: OpenXmlPackage): Xml {
  const byEnding = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    png: "image/png",
    jpg: "image/jpeg",
  };
  const defaults = Object.entries(byEnding).map(([Extension, ContentType]) =>
    element("Default", { Extension, ContentType }),
  );
  const core: [string, string] = ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"];
  const overrides = [...contentTypes, core].map(([path, ContentType]) =>
    element("Override", { PartName: `/${path}`, ContentType }),
  );
  return element("Types", { xmlns: `${PACKAGE}/content-types` }, ...defaults, ...overrides);
}

function rootRelationships(main: string): Xml {
  return element(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    element("Relationship", { Id: "rId1", Type: `${OFFICE}/officeDocument`, Target: main }),
    element("Relationship", {
      Id: "rId2",
      Type: `${PACKAGE}/relationships/metadata/core-properties`,
      Target: "docProps/core.xml",
    }),
  );
}

function coreProperties({ title, day }: OpenXmlPackage): Xml {
  const moment = (name: string) => element(name, { "xsi:type": "dcterms:W3CDTF" }, xmlText(`${day}T00:00:00Z`));
  return element(
    "cp:coreProperties",
    {
      "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    element("dc:title", {}, xmlText(title)),
    element("dc:language", {}, xmlText("ja-JP")),
    moment("dcterms:created"),
    moment("dcterms:modified"),
  );
}
