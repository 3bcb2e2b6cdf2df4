import { AppError } from "#shared/errors.ts";
import { printableCharacters } from "../documents/printableCharacters.ts";
import { renderPdf } from "../documents/renderPdf.ts";
import { composeText } from "./composeText.ts";
import type { PrintedText } from "./printedText.ts";
import { spellUnprintable } from "./spellUnprintable.ts";
import { writeDocx } from "./docx/writeDocx.ts";
import { writeMarkdown } from "./writeMarkdown.ts";

export type { PrintedText } from "./printedText.ts";

export type TextFormat = "pdf" | "docx" | "markdown";

/**
 * A write-up or bulletin as a file. Nothing is looked up: what is not in `text` is not in the file, which carries no
 * author, no time of day and no name of a machine. Equal texts give equal bytes.
 *
 * For whoever reads the bytes back: in a PDF, labels stand in FIRST's colours on black boxes (TLP:CLEAR is white on
 * black); a PDF keeps the title of the text as its document title.
 * @throws AppError publishing.typesetting-failed; call.cancelled
 */
export async function printText(text: PrintedText, format: TextFormat, signal?: AbortSignal): Promise<Uint8Array> {
  if (signal?.aborted === true) throw new AppError("call.cancelled");
  switch (format) {
    case "pdf": {
      const { document, files } = composeText(text);
      const template = text.kind === "writeup" ? "writeup.typ" : "bulletin.typ";
      const data = spellUnprintable(document, await printableCharacters());
      const { bytes } = await renderPdf({ template, data, files, ...(signal && { signal }) });
      return bytes;
    }
    case "docx":
      return writeDocx(composeText(text));
    case "markdown":
      return new TextEncoder().encode(writeMarkdown(text));
  }
}
