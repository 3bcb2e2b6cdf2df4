import initCompiler from "@myriaddreamin/typst-ts-web-compiler";
import initRenderer from "@myriaddreamin/typst-ts-renderer";
import { createTypstCompiler, type TypstCompiler, type TypstWorld } from "@myriaddreamin/typst.ts/compiler";
import { disableDefaultFontAssets, loadFonts } from "@myriaddreamin/typst.ts/options.init";
import { createTypstRenderer, type TypstRenderer } from "@myriaddreamin/typst.ts/renderer";
import { AppError } from "#shared/errors.ts";
import { readFonts, readTemplates, readWasm } from "./documentAssets.ts";
import { splitPages, type PageImage } from "./splitPages.ts";

/** A document as the typesetter takes it. */
export type TypesettingJob = {
  make: "pdf" | "pages";
  /** File name in `templates/`. */
  template: string;
  /** JSON, UTF-8. */
  data: Uint8Array;
  /** Pictures, by the path under which the data names them. */
  files: ReadonlyMap<string, Uint8Array>;
};

/** A place the template marked: a heading or the like, with its page (from 1) and distance from the page's top in pt. */
export type DocumentAnchor = { id: string; page: number; topPt: number };

export type TypesetPdf = { bytes: Uint8Array; pages: number };
export type TypesetPages = { pages: PageImage[]; anchors: DocumentAnchor[] };
export type Typeset = { pdf: TypesetPdf } | { images: TypesetPages };

/** Typesets one document; the compiler's files are shared, so the next must wait for it. */
export async function typeset(job: TypesettingJob): Promise<Typeset> {
  return job.make === "pdf" ? { pdf: await compile(job, makePdf) } : { images: await compile(job, makePages) };
}

async function makePdf(world: TypstWorld): Promise<TypesetPdf> {
  const anchors = await readAnchors(world);
  const { result } = await world.pdf({ diagnostics: "full" });
  if (result === undefined) throw typesettingFailed("no PDF");
  return { bytes: result, pages: anchors.pages };
}

async function makePages(world: TypstWorld): Promise<TypesetPages> {
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
}

type Typst = { compiler: TypstCompiler; renderer: TypstRenderer };

let starting: Promise<Typst> | undefined;

/** Compiler and renderer live as long as the thread: starting them costs half a second, a warm run some 50 ms. */
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

async function compile<T>(
  { template, data, files }: TypesettingJob,
  use: (world: TypstWorld) => Promise<T>,
): Promise<T> {
  const { compiler } = await startTypst();
  compiler.mapShadow("/data.json", data);
  for (const [path, bytes] of files) compiler.mapShadow(path, bytes);
  try {
    return await compiler.runWithWorld({ mainFilePath: `/${template}`, inputs: {} }, async (world) => {
      const { hasError, diagnostics } = await world.compile({ diagnostics: "full" });
      if (hasError) throw typesettingFailed(describe(diagnostics ?? []));
      return await use(world);
    });
  } finally {
    for (const path of files.keys()) compiler.unmapShadow(path);
  }
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
