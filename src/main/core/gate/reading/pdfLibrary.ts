import type * as PdfJs from "pdfjs-dist/legacy/build/pdf.mjs";

type PdfLibrary = typeof PdfJs;
export type PdfDocument = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

let loading: Promise<PdfLibrary> | undefined;

/**
 * pdf.js, which shares no code with the typesetter. It is used to read, never to draw: what it wants for drawing (a canvas of
 * its own binaries) is not shipped, and the classes that it names while it loads have a stand-in here.
 */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PdfLibrary> {
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globals[name] ??= Object;
  // Its parser runs in this very thread.
  globals["pdfjsWorker"] = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** @throws whatever pdf.js throws for what is no PDF, is damaged or is encrypted */
export async function openPdf(bytes: Uint8Array): Promise<{ pdf: PdfDocument; close(): Promise<void> }> {
  const { getDocument, VerbosityLevel } = await loadPdfLibrary();
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
    disableFontFace: true,
    stopAtErrors: true,
  });
  return { pdf: await task.promise, close: () => task.destroy() };
}
