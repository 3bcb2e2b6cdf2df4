import { loadPdfLibrary, type PdfDocument, type PdfPage } from "./pdfLibrary.ts";
import { emptyReading, type Fault, type FaultKind, type ReadFile } from "./piece.ts";

type Matrix = readonly [number, number, number, number, number, number];
type Box = { left: number; bottom: number; right: number; top: number };
type Shape = Box & { isLight: boolean; isRectangle: boolean };
type Word = { x: number; y: number; sizePt: number; fill: string; mode: number };

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Nobody reads type smaller than this. */
const LEAST_PT = 4;
/** Above this a colour cannot be told from the paper. */
const LIGHT = 0.92;

/** Text that is in the file and that no reader of the page sees, as far as the drawing itself tells. */
export async function readPdfDrawing(pdf: PdfDocument): Promise<ReadFile> {
  const faults: Fault[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const kinds = await hiddenTextOn(await pdf.getPage(number));
    faults.push(...[...kinds].map((kind) => ({ kind, detail: String(number) })));
  }
  return { ...emptyReading(), faults };
}

async function hiddenTextOn(page: PdfPage): Promise<Set<FaultKind>> {
  const { OPS } = await loadPdfLibrary();
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawing = new Drawing();
  const does = new Map<number, (args: readonly unknown[]) => void>([
    [OPS.save, () => drawing.save()],
    [OPS.restore, () => drawing.restore()],
    [OPS.transform, (args) => drawing.transform(toMatrix(args))],
    [OPS.paintFormXObjectBegin, ([matrix]) => drawing.enter(Array.isArray(matrix) ? toMatrix(matrix) : IDENTITY)],
    [OPS.paintFormXObjectEnd, () => drawing.restore()],
    [OPS.beginText, () => drawing.beginText()],
    [OPS.setTextMatrix, (args) => drawing.setTextMatrix(matrixArgument(args))],
    [OPS.moveText, ([x, y]) => drawing.moveText(Number(x), Number(y))],
    [OPS.setFont, ([, size]) => drawing.setFont(Number(size))],
    [OPS.setTextRenderingMode, ([mode]) => drawing.setMode(Number(mode))],
    [OPS.setFillRGBColor, (args) => drawing.setFill(colourArgument(args))],
    [OPS.setFillColorN, () => drawing.setFill("")],
    [OPS.showText, ([glyphs]) => drawing.showText(glyphs)],
    [OPS.showSpacedText, ([glyphs]) => drawing.showText(glyphs)],
    [OPS.constructPath, ([way, data, box]) => drawing.paint(Number(way), data, box, OPS)],
  ]);
  fnArray.forEach((operator: number, index: number) => {
    const args: unknown = argsArray[index];
    does.get(operator)?.(Array.isArray(args) ? args : []);
  });
  return drawing.hidden;
}

/** Follows a page's drawing far enough to know size, colour and place of each word, and what was painted under and over it. */
class Drawing {
  readonly hidden = new Set<FaultKind>();
  #matrix: Matrix = IDENTITY;
  #text: Matrix = IDENTITY;
  #size = 0;
  #mode = 0;
  #fill = "#000000";
  readonly #stack: { matrix: Matrix; size: number; mode: number; fill: string }[] = [];
  readonly #shapes: Shape[] = [];
  readonly #words: Word[] = [];

  save(): void {
    this.#stack.push({ matrix: this.#matrix, size: this.#size, mode: this.#mode, fill: this.#fill });
  }

  restore(): void {
    const kept = this.#stack.pop();
    if (!kept) return;
    this.#matrix = kept.matrix;
    this.#size = kept.size;
    this.#mode = kept.mode;
    this.#fill = kept.fill;
  }

  enter(matrix: Matrix): void {
    this.save();
    this.transform(matrix);
  }

  transform(matrix: Matrix): void {
    this.#matrix = multiply(this.#matrix, matrix);
  }

  beginText(): void {
    this.#text = IDENTITY;
  }

  setTextMatrix(matrix: Matrix): void {
    this.#text = matrix;
  }

  moveText(x: number, y: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, x, y]);
  }

  setFont(size: number): void {
    this.#size = Math.abs(size);
  }

  setMode(mode: number): void {
    this.#mode = mode;
  }

  setFill(colour: string): void {
    this.#fill = colour;
  }

  showText(glyphs: unknown): void {
    if (!Array.isArray(glyphs) || !glyphs.some(isVisibleGlyph)) return;
    const [a, b, c, d, x, y] = multiply(this.#matrix, this.#text);
    const sizePt = this.#size * Math.sqrt(Math.abs(a * d - b * c));
    const word: Word = { x, y, sizePt, fill: this.#fill, mode: this.#mode };
    this.#words.push(word);
    if (this.#mode === 3 || this.#mode === 7) this.hidden.add("invisible-text");
    if (sizePt < LEAST_PT) this.hidden.add("tiny-text");
    if (isLight(word.fill) && !this.#liesOnDark(word)) this.hidden.add("background-text");
  }

  #liesOnDark({ x, y, sizePt }: Word): boolean {
    const ground = this.#shapes.findLast((shape) => holds(shape, x + sizePt / 4, y + sizePt / 4));
    return ground !== undefined && !ground.isLight;
  }

  paint(way: number, data: unknown, box: unknown, ops: { [name: string]: unknown }): void {
    const fills = [ops["fill"], ops["eoFill"], ops["fillStroke"], ops["eoFillStroke"], ops["closeFillStroke"]];
    if (!fills.includes(way)) return;
    const corners = numbersOf(box);
    if (corners.length < 4) return;
    const shape: Shape = {
      ...boxUnder(this.#matrix, corners),
      isLight: isLight(this.#fill),
      isRectangle: isRectangle(numbersOf(Array.isArray(data) ? data[0] : undefined)),
    };
    this.#shapes.push(shape);
    if (!shape.isRectangle) return;
    if (this.#words.some(({ x, y, sizePt }) => holds(shape, x + sizePt / 4, y + sizePt / 4)))
      this.hidden.add("covered-text");
  }
}

const isVisibleGlyph = (glyph: unknown): boolean =>
  typeof glyph === "object" &&
  glyph !== null &&
  "unicode" in glyph &&
  typeof glyph.unicode === "string" &&
  glyph.unicode.trim() !== "";

const holds = ({ left, right, bottom, top }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;

function isLight(colour: string): boolean {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1) ?? [];
  return channels.length === 3 && channels.every((channel) => Number.parseInt(channel, 16) / 255 >= LIGHT);
}

function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

function numbersOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.map(Number);
  return value instanceof Float32Array ? [...value] : [];
}

function toMatrix(args: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = args.map(Number);
  return [a, b, c, d, e, f];
}

/** pdf.js gives a matrix as one argument or as six. */
const matrixArgument = (args: readonly unknown[]): Matrix => {
  const [first] = args;
  return args.length === 1 ? toMatrix(numbersOf(first)) : toMatrix(args);
};

function colourArgument([first, ...rest]: readonly unknown[]): string {
  if (typeof first === "string") return first;
  return `#${[first, ...rest].map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}

function boxUnder(matrix: Matrix, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Box {
  const points = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => multiply(matrix, [1, 0, 0, 1, x, y]));
  const xs = points.map((point) => point[4]);
  const ys = points.map((point) => point[5]);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** Move, lines along the axes, close: pdf.js writes the kind of each step (0 move, 1 line, 4 close) before its point. */
function isRectangle(path: readonly number[]): boolean {
  const points: [number, number][] = [];
  for (let at = 0; at < path.length;) {
    const step = path[at];
    if (step === 4) at += 1;
    else if (step === 0 || step === 1) {
      points.push([path[at + 1] ?? 0, path[at + 2] ?? 0]);
      at += 3;
    } else return false;
  }
  if (points.length < 4 || points.length > 5) return false;
  return points.every(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    return x === nextX || y === nextY;
  });
}
