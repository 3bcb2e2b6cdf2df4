import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The lines of each page of a PDF. */
export async function readPdfText(bytes: Uint8Array): Promise<string[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = [""];
    for (const item of items) {
      if (!("str" in item)) continue;
      lines[lines.length - 1] += item.str;
      if (item.hasEOL) lines.push("");
    }
    pages.push(lines.filter((line) => line.trim() !== ""));
  }
  await task.destroy();
  return pages;
}
