import { deflateSync } from "node:zlib";

/** What a PDF made by hand holds, beside an empty page: objects of its own, and entries that refer to them. */
export type HandmadePdf = {
  /** What each page draws; Helvetica is /F1. */
  pages?: readonly string[];
  /** Bodies of further objects, numbered from 100. */
  objects?: readonly string[];
  /** Entries of the catalogue, of every page, of the trailer. */
  catalog?: string;
  page?: string;
  /** Further resources of every page. */
  resources?: string;
  info?: string;
  /** Bytes written after the end. */
  after?: string;
};

/** A text as a PDF string in UTF-16. */
export const pdfText = (text: string): string => `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;

/** A stream object; packed, so that nothing of it stands in the file as it is. */
export function pdfStream(content: string, dictionary = "", packed = true): string {
  const bytes = packed ? deflateSync(Buffer.from(content, "utf8")) : Buffer.from(content, "utf8");
  const filter = packed ? "/Filter /FlateDecode" : "";
  return `<< ${dictionary} ${filter} /Length ${bytes.length} >>\nstream\n${bytes.toString("latin1")}\nendstream`;
}

/** Writes a PDF by hand, so that tests can put things where no typesetter would. */
export function writePdf({
  pages = ["BT /F1 12 Tf 72 700 Td (page) Tj ET"],
  objects = [],
  catalog = "",
  page = "",
  resources: more = "",
  info = "",
  after = "",
}: HandmadePdf): Uint8Array {
  const bodies = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${10 + index * 2} 0 R`).join(" ")}] >>`,
    ],
    [3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
    [4, `<< /Creator (Typst 0.14.2) ${info} >>`],
  ]);
  pages.forEach((content, index) => {
    const number = 10 + index * 2;
    const resources = `/Resources << /Font << /F1 3 0 R >> ${more} >>`;
    bodies.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${number + 1} 0 R ${page} >>`,
    );
    bodies.set(number + 1, pdfStream(content));
  });
  objects.forEach((body, index) => bodies.set(100 + index, body));
  return Buffer.from(`${joinObjects(bodies)}${after}`, "latin1");
}

function joinObjects(bodies: ReadonlyMap<number, string>): string {
  let file = "%PDF-1.7\n";
  const offsets = new Map<number, number>();
  for (const [number, body] of bodies) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const rows = [...offsets].map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`);
  return `${file}xref\n0 1\n0000000000 65535 f \n${rows.join("")}trailer\n<< /Size 1000 /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}
