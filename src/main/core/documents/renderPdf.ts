import initCompiler from "@myriaddreamin/typst-ts-web-compiler";
import initRenderer from "@myriaddreamin/typst-ts-renderer";
import { createTypstCompiler, type TypstCompiler, type TypstWorld } from "@myriaddreamin/typst.ts/compiler";
import { disableDefaultFontAssets, loadFonts } from "@myriaddreamin/typst.ts/options.init";
import { createTypstRenderer, type TypstRenderer } from "@myriaddreamin/typst.ts/renderer";
import { AppError } from "#shared/errors.ts";
import { readFonts, readTemplates, readWasm } from "./documentAssets.ts";
import { splitPages, type PageImage } from "./splitPages.ts";

/** What a document is made of. Content reaches the template as data only; no text of a casebook is ever Typst source. */
export type DocumentSource = {
  /** File name in `templates/`, e.g. "quarterlyReport.typ". */
  template: string;
  /** Read by the template with `json("/data.json")`. Must hold the document's date: a template has no clock. */
  data: unknown;
  /** Pictures, by the path under which the data names them, e.g. "/artifacts/SHA256.png". */
  files?: ReadonlyMap<string, Uint8Array>;
  signal?: AbortSignal;
};

/** A place the template marked: a heading or the like, with its page (from 1) and distance from the page's top in pt. */
export type DocumentAnchor = { id: string; page: number; topPt: number };

/** Typesets a document as tagged PDF with embedded fonts. Equal source, equal bytes. */
export async function renderPdf(source: DocumentSource): Promise<{ bytes: Uint8Array; pages: number }> {
  return compile(source, async (world) => {
    const anchors = await readAnchors(world);
    const { result } = await world.pdf({ diagnostics: "full" });
    if (result === undefined) throw typesettingFailed("no PDF");
    return { bytes: result, pages: anchors.pages };
  });
}

/** Typesets a document as one self-contained SVG a page (glyphs as paths, no script, style sheet or outer reference). */
export async function renderPages(source: DocumentSource): Promise<{ pages: PageImage[]; anchors: DocumentAnchor[] }> {
  return compile(source, async (world) => {
    const { anchors } = await readAnchors(world);
    const { result } = await world.vector({ diagnostics: "full" });
    if (result === undefined) throw typesettingFailed("no pages");
    const { renderer } = await startTypst();
    const svg = await renderer.runWithSession({ format: "vector", artifactContent: result }, (session) =>
      session.renderSvg({
        renderSession: session,
        data_selection: { body: true, defs: true, css: false, js: false },
      }),
    );
    return { pages: splitPages(svg), anchors };
  });
}

type Typst = { compiler: TypstCompiler; renderer: TypstRenderer };

let starting: Promise<Typst> | undefined;

/** Compiler and renderer live as long as the process: starting them costs half a second, a warm run some 50 ms. */
function startTypst(): Promise<Typst> {
  starting ??= loadTypst().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function loadTypst(): Promise<Typst> {
  const [fonts, templates, compilerWasm, rendererWasm] = await Promise.all([
    readFonts(),
    readTemplates(),
    readWasm("@myriaddreamin/typst-ts-web-compiler/wasm"),
    readWasm("@myriaddreamin/typst-ts-renderer/wasm"),
  ]);
  await initCompiler({ module_or_path: compilerWasm });
  await initRenderer({ module_or_path: rendererWasm });
  const compiler = createTypstCompiler();
  await compiler.init({
    getModule: () => compilerWasm,
    beforeBuild: [disableDefaultFontAssets(), loadFonts(fonts)],
  });
  for (const [name, text] of templates) compiler.addSource(`/${name}`, text);
  const renderer = createTypstRenderer();
  await renderer.init({ getModule: () => rendererWasm });
  return { compiler, renderer };
}

let queue: Promise<unknown> = Promise.resolve();

/** One document at a time: the compiler's files are shared, so a second caller waits for the first. */
function compile<T>(source: DocumentSource, use: (world: TypstWorld) => Promise<T>): Promise<T> {
  const mine = queue.then(() => compileNow(source, use));
  queue = mine.catch(() => undefined);
  return mine;
}

async function compileNow<T>(source: DocumentSource, use: (world: TypstWorld) => Promise<T>): Promise<T> {
  const { compiler } = await startTypst();
  if (source.signal?.aborted === true) throw new AppError("call.cancelled");
  const files = source.files ?? new Map<string, Uint8Array>();
  compiler.mapShadow("/data.json", encodeData(source.data));
  for (const [path, bytes] of files) compiler.mapShadow(path, bytes);
  try {
    return await compiler.runWithWorld({ mainFilePath: `/${source.template}`, inputs: {} }, async (world) => {
      const { hasError, diagnostics } = await world.compile({ diagnostics: "full" });
      if (hasError) throw typesettingFailed(describe(diagnostics ?? []));
      return await use(world);
    });
  } finally {
    for (const path of files.keys()) compiler.unmapShadow(path);
  }
}

/** JSON as the typesetter reads it: half a character (a lone surrogate) is none there, and becomes U+FFFD. */
function encodeData(data: unknown): Uint8Array {
  const whole = (_key: string, value: unknown): unknown => (typeof value === "string" ? value.toWellFormed() : value);
  return new TextEncoder().encode(JSON.stringify(data, whole));
}

/** Templates mark places as `metadata((id:, page:, top:))` labelled `<anchor>`, and the last page as id "end". */
async function readAnchors(world: TypstWorld): Promise<{ anchors: DocumentAnchor[]; pages: number }> {
  const found: unknown = await world.query({ selector: "<anchor>", field: "value" });
  const anchors = Array.isArray(found)
    ? found.filter(isAnchor).map(({ id, page, top }) => ({ id, page, topPt: top }))
    : [];
  const pages = anchors.find(({ id }) => id === "end")?.page ?? 1;
  return { anchors: anchors.filter(({ id }) => id !== "end"), pages };
}

function isAnchor(value: unknown): value is { id: string; page: number; top: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "page" in value &&
    "top" in value &&
    typeof value.id === "string" &&
    typeof value.page === "number" &&
    typeof value.top === "number"
  );
}

function describe(diagnostics: readonly { severity: string; path: string; range: string; message: string }[]): string {
  return diagnostics
    .filter(({ severity }) => severity.toLowerCase() !== "warning")
    .map(({ path, range, message }) => `${path}:${range}: ${message}`)
    .join("; ");
}

function typesettingFailed(reason: string): AppError {
  return new AppError("publishing.typesetting-failed", { reason });
}
