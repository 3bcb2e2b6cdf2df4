/** The parts of Tesseract's WebAssembly that are used here; the package has no types of its own. */
declare module "tesseract.js-core/tesseract-core-simd-lstm.js" {
  export type TesseractApi = {
    /** @returns 0 when the language data was read; `engine` 1 is LSTM only */
    Init(dataPath: null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Takes the picture written to `/input`. @returns 1 when it cannot be read */
    SetImageFile(exifOrientation: number, angle: number): number;
    Recognize(monitor: null): number;
    /** Blocks, paragraphs, lines, words, with their boxes. */
    GetJSONText(): string;
  };
  export type TesseractModule = {
    TessBaseAPI: new () => TesseractApi;
    FS: { writeFile(path: string, bytes: Uint8Array): void };
  };
  export default function createTesseract(options: {
    wasmBinary: Uint8Array;
    print?(line: string): void;
    printErr?(line: string): void;
  }): Promise<TesseractModule>;
}
