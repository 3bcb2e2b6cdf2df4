import type { ErrorParams } from "../../errors.ts";
import type { leakWords as japanese } from "../ja/leakWords.ts";
import { textOf } from "../errorParams.ts";

type Detail = (detail: string) => string;

const quoted = (words: string, detail: string): string => (detail === "" ? words : `${words} “${detail}”`);

function cellPlace(detail: string): string {
  const [, row, column] = /^(\d+):(\d+)$/.exec(detail) ?? [];
  if (row !== undefined) return `the cell in row ${row}, column ${column}`;
  const [, sheet, cell] = /^(\d*)!([A-Z]+\d+)$/.exec(detail) ?? [];
  return cell === undefined ? "neighbouring cells (a name when read on)" : `cell ${cell} of sheet ${sheet}`;
}

function partPlace(detail: string): string {
  if (detail.startsWith("word/header")) return "the page header";
  if (detail.startsWith("word/footer")) return "the page footer";
  if (detail.startsWith("word/footnotes")) return "a footnote";
  return detail.startsWith("docProps/") ? "the document properties" : "the text";
}

function attributePlace(detail: string): string {
  if (/ (?:descr|title)$/.test(detail)) return "the alternative text of a picture";
  if (detail.endsWith(" Target")) return "the target of a link";
  return detail.endsWith(" name") && detail.startsWith("xl/") ? "the name of a sheet" : "the document's internals";
}

const onPage =
  (words: string): Detail =>
  (detail) => {
    const page = /^\d+/.exec(detail)?.[0];
    return page === undefined ? quoted(words, detail) : `${words} on page ${page}`;
  };

const PLACES: Record<string, Detail | undefined> = {
  "file-name": () => "its file name",
  page: (detail) => `page ${detail}`,
  "pages-joined": () => "a sentence across pages or columns",
  metadata: (detail) => quoted("the document property", detail === "XMP" ? "" : detail),
  outline: () => "the outline (headings)",
  annotation: onPage("a link or annotation"),
  "alt-text": onPage("an alternative text"),
  attachment: (detail) => quoted("the attachment", detail),
  script: () => "a script",
  destination: () => "the name of a link target",
  "page-label": () => "a page label",
  layer: () => "a layer",
  "raw-string": () => "a string that no page shows",
  picture: onPage("a picture"),
  "part-text": partPlace,
  "part-attribute": attributePlace,
  "part-name": () => "the name of an inner file",
  "table-cell": cellPlace,
  key: (detail) => quoted("the name of a field in", detail),
  value: (detail) => (detail === "" ? "neighbouring values (a name when read on)" : quoted("the value", detail)),
  header: (detail) => quoted("the mail header", detail),
  body: () => "the text",
  structure: (detail) => (/^\d+$/.test(detail) ? `page ${detail}` : quoted("the structure of the file", detail)),
  passage: () => "the selection",
};

const OF_A_LIST = "Withhold that value from the list of indicators, or set its role to “victim”.";
const REMEDIES: Record<string, string | undefined> = {
  "file-name": "Choose a file name without names of organisations or people.",
  "table-cell": OF_A_LIST,
  value: OF_A_LIST,
  key: OF_A_LIST,
  picture: "Mask that part of the picture, or replace it.",
};

/** Kinds of what a file may not have at all, whatever it says. */
const FORM =
  /^(?:invisible-text|tiny-text|background-text|covered-text|attachment|annotation|script|hidden-layer|second-revision|author|machine-path|embedded-file|hidden-part|picture-metadata|time-of-day|unknown-part)$/;

export const leakWords: typeof japanese = {
  place: (place, detail) => PLACES[place]?.(detail) ?? "the file",
  sentence(p: ErrorParams, kind) {
    const others = Number(p["count"] ?? 1) - 1;
    const where = `Where: ${leakWords.place(textOf(p, "where"), textOf(p, "detail"))}${others > 0 ? ` (and ${others} more)` : ""}.`;
    if (FORM.test(textOf(p, "kind")))
      return `The written file held something that no reader sees or no export has (${kind}), so it was destroyed. ${where} Put pictures and figures in again and export once more; if it stays, tell whoever looks after this program.`;
    const remedy =
      textOf(p, "kind") === "limit"
        ? "Remove long encoded strings and the like."
        : (REMEDIES[textOf(p, "where")] ?? "Correct the text there, or check the roster.");
    return `The written file still told who provided it (${kind}), so it was destroyed. ${where} ${remedy}`;
  },
};
