import { Relationships } from "../../documents/openXml/packageParts.ts";
import { element, type Xml } from "../../documents/openXml/xml.ts";

/** What is gathered while the text is written: notes, lists and pictures stand in parts of their own. */
export class DocxParts {
  readonly ofDocument = new Relationships();
  readonly ofNotes = new Relationships();
  readonly notes: Xml[] = [];
  /** First numbers of ordered lists, in the order they stand in the text. */
  readonly lists: number[] = [];
  readonly media = new Map<string, Uint8Array>();
  #bookmarks = 0;
  #drawings = 0;

  readonly files: ReadonlyMap<string, Uint8Array>;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.files = files;
  }

  /** Ids of the model (`figure-1`) as Word takes them: letters, digits and the low line. */
  static bookmarkName(id: string): string {
    return id.replaceAll(/[^A-Za-z0-9]/gu, "_");
  }

  bookmark(id: string): { start: Xml; end: Xml } {
    this.#bookmarks += 1;
    const number = this.#bookmarks;
    return {
      start: element("w:bookmarkStart", { "w:id": number, "w:name": DocxParts.bookmarkName(id) }),
      end: element("w:bookmarkEnd", { "w:id": number }),
    };
  }

  nextDrawing(): number {
    this.#drawings += 1;
    return this.#drawings;
  }
}
