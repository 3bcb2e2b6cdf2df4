import type { PdfDocument } from "./pdfLibrary.ts";
import type { Piece } from "./piece.ts";
import { seamOf } from "./seams.ts";

type Item = { text: string; endsLine: boolean; sizePt: number; x: number; y: number };

/**
 * The text of a PDF: each page with its lines, and all pages in one row without breaks, since a name may stand across a page's
 * end. In that row running heads, page numbers and footnotes stand between; so it is made for each size of type, too, and
 * without the first and the last line of each page.
 */
export async function readPdfText(pdf: PdfDocument): Promise<Piece[]> {
  const pages: Item[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await itemsOf(pdf, number));
  const perPage = pages.map((items, index): Piece => {
    const text = items.map(({ text: words, endsLine }) => words + (endsLine ? "\n" : "")).join("");
    return { place: "page", detail: String(index + 1), text };
  });
  return [...perPage, ...joinedTexts(pages), ...pages.flatMap(columnSeams)];
}

/** What stands under one another from the same left edge on: columns of tables. */
function columnSeams(items: readonly Item[], index: number): Piece[] {
  const columns = [
    ...Map.groupBy(
      items.filter(({ text }) => text.trim() !== ""),
      ({ x }) => x,
    ).values(),
  ];
  return columns
    .filter((column) => column.length > 1)
    .map((column) =>
      seamOf(
        "page",
        column.toSorted((a, b) => b.y - a.y).map(({ text }) => text),
        String(index + 1),
      ),
    );
}

async function itemsOf(pdf: PdfDocument, number: number): Promise<Item[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    return [
      {
        text: item.str,
        endsLine: item.hasEOL,
        sizePt: Math.round(Math.hypot(a, b) * 2) / 2,
        x: Math.round(x),
        y: Math.round(y),
      },
    ];
  });
}

function joinedTexts(pages: readonly Item[][]): Piece[] {
  const all = pages.flat();
  const rows = new Map<string, string>([
    ["all", rowOf(all)],
    ["body", rowOf(pages.flatMap(withoutEdges))],
  ]);
  for (const sizePt of new Set(all.map(({ sizePt: size }) => size))) {
    rows.set(`${sizePt} pt`, rowOf(all.filter(({ sizePt: size }) => size === sizePt)));
  }
  const distinct = new Map([...rows].map(([detail, text]) => [text, detail]));
  return [...distinct].map(([text, detail]) => ({ place: "pages-joined", detail, text, joined: true }));
}

const rowOf = (items: readonly Item[]): string => items.map(({ text }) => text).join("");

/** A page without its highest and its lowest line: running head and page number. */
function withoutEdges(items: readonly Item[]): Item[] {
  const heights = items.filter(({ text }) => text.trim() !== "").map(({ y }) => y);
  const top = Math.max(...heights);
  const bottom = Math.min(...heights);
  return items.filter(({ y }) => y !== top && y !== bottom);
}
