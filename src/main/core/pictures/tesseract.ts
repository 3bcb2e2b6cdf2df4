import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import createTesseract, {
  type TesseractApi,
  type TesseractModule,
} from "tesseract.js-core/tesseract-core-simd-lstm.js";
import { inkPicture } from "./inkPicture.ts";
import { prepareForReading, writeGreymap, type GreyPicture } from "./prepareForReading.ts";
import type { Box, Raster } from "./raster.ts";
import { mayBeUpsideDown, turnBack } from "./turnedWords.ts";
import { turnUpright } from "./turnUpright.ts";

/** A word as recognised, with its place in the picture; `confidence` 0 to 100. */
export type OcrWord = { text: string; box: Box; confidence: number };
export type OcrLine = OcrWord[];

const LANGUAGES = ["jpn", "eng"];

const Place = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const Symbols = z.array(z.object({ text: z.string(), bbox: Place, confidence: z.number() }));
const Recognised = z.object({
  blocks: z.array(
    z.object({
      paragraphs: z.array(z.object({ lines: z.array(z.object({ words: z.array(z.object({ symbols: Symbols })) })) })),
    }),
  ),
});

/**
 * How a picture is looked at, one after the other; what any of them reads counts. As ink it is read like a page; as it is,
 * and in another size, like scattered words and labels; and once more for Latin alone, since in a Japanese eye `files`
 * becomes `fhiles`.
 */
const LOOKS: readonly Look[] = [
  { isInk: true, share: 1, languages: "jpn+eng", layout: "3" },
  { isInk: false, share: 0.75, languages: "jpn+eng", layout: "11" },
  { isInk: false, share: 1, languages: "eng", layout: "6", keeps: isLatin },
];

/** `layout` is Tesseract's page segmentation mode: 3 page, 6 one block, 11 sparse. */
type Look = { isInk: boolean; share: number; languages: string; layout: string; keeps?: (word: OcrWord) => boolean };

/** An English eye makes capitals and signs of Japanese letters. */
function isLatin({ text, confidence }: OcrWord): boolean {
  return confidence >= 50 && /[a-z0-9][a-z0-9._@-]{4,}/.test(text);
}

/** Reads what is written in a picture, line by line in each of the looks. */
export type ReadLines = (raster: Raster, isStopped: () => boolean) => OcrLine[];

/**
 * Starts Tesseract from the files beside its code: the WebAssembly itself, without the wrapper around it that would fetch
 * what it misses from the internet.
 */
export async function openTesseract(): Promise<ReadLines> {
  const module = await createTesseract({
    wasmBinary: await readModuleFile("tesseract.js-core/tesseract-core-simd-lstm.wasm"),
    // It talks of what it does; nobody listens.
    print: () => {},
    printErr: () => {},
  });
  for (const language of LANGUAGES) {
    const file = `${language}.traineddata`;
    module.FS.writeFile(
      `./${file}`,
      gunzipSync(await readModuleFile(`@tesseract.js-data/${language}/4.0.0_best_int/${file}.gz`)),
    );
  }
  const readers = new Map<string, TesseractApi>();
  for (const { languages } of LOOKS) {
    if (!readers.has(languages)) readers.set(languages, openReader(module, languages));
  }
  const lookAt = (look: Look, raster: Raster): OcrLine[] => {
    const reader = readers.get(look.languages);
    if (reader === undefined) return [];
    const picture = prepareForReading(raster, look.share);
    module.FS.writeFile("/input", writeGreymap(look.isInk ? inkPicture(picture) : picture));
    return recognise(reader, look, picture);
  };
  return (raster, isStopped) => {
    const looks = (picture: Raster) => LOOKS.map((look) => (isStopped() ? [] : lookAt(look, picture)));
    const upright = looks(raster);
    // The first look finds lines that run up or down; those on their head it reads as if they were not.
    if (!mayBeUpsideDown(upright[0] ?? [])) return upright.flat();
    return [...upright.flat(), ...turnBack(looks(turnUpright(raster, UPSIDE_DOWN)).flat(), raster)];
  };
}

/** EXIF's number of a picture that has to be turned by 180 degrees. */
const UPSIDE_DOWN = 3;

function openReader(module: TesseractModule, languages: string): TesseractApi {
  const api = new module.TessBaseAPI();
  if (api.Init(null, languages, 1) !== 0) throw new Error("the language data of Tesseract cannot be read");
  return api;
}

function recognise(api: TesseractApi, { layout, keeps = () => true }: Look, picture: GreyPicture): OcrLine[] {
  api.SetVariable("tessedit_pageseg_mode", layout);
  if (api.SetImageFile(1, 0) !== 0) throw new Error("Tesseract cannot read a greymap");
  api.Recognize(null);
  const { blocks } = Recognised.parse(JSON.parse(api.GetJSONText()));
  const lines = blocks.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines
    .map(({ words }) => words.map(({ symbols }) => wordOf(symbols, picture)).filter((word) => word !== undefined))
    .map((line) => line.filter(keeps))
    .filter((line) => line.length > 0);
}

/** The word's own box is at times that of its neighbours: that of its letters is right. */
function wordOf(symbols: z.infer<typeof Symbols>, { scale, width, height }: GreyPicture): OcrWord | undefined {
  const text = symbols.map((symbol) => symbol.text).join("");
  if (text.trim() === "") return undefined;
  const places = symbols.map(({ bbox }) => bbox);
  const x = Math.floor(Math.max(0, Math.min(...places.map(({ x0 }) => x0))) / scale);
  const y = Math.floor(Math.max(0, Math.min(...places.map(({ y0 }) => y0))) / scale);
  const right = Math.ceil(Math.min(width, Math.max(...places.map(({ x1 }) => x1))) / scale);
  const bottom = Math.ceil(Math.min(height, Math.max(...places.map(({ y1 }) => y1))) / scale);
  const confidence = Math.min(...symbols.map((symbol) => symbol.confidence));
  return { text, box: { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }, confidence };
}

async function readModuleFile(specifier: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(specifier)));
}
