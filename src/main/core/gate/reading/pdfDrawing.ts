import { loadPdfLibrary, type PdfDocument, type PdfPage } from "./pdfLibrary.ts";
import { emptyReading, type Fault, type FaultKind, type Piece, type ReadFile } from "./piece.ts";

type Matrix = readonly [number, number, number, number, number, number];
type Box = { left: number; bottom: number; right: number; top: number };
type Shape = Box & { fill: string; isRectangle: boolean };
type Word = { x: number; y: number; sizePt: number; fill: string; mode: number };

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Nobody reads type smaller than this. */
const LEAST_PT = 4;
/** Colours nearer to each other than this, of 255, cannot be told apart. */
const NEAR = 21;
const PAPER = "#ffffff";
/** Letters narrower than this share of their height, or paler, are read by nobody. */
const LEAST_WIDTH = 0.2;
const LEAST_INK = 0.1;

/** Marks the row of all glyphs of a file. */
export const GLYPHS = "glyphs";

/**
 * Text that is in the file and that no reader of the page sees, as far as the drawing itself tells; and all that was drawn,
 * glyph by glyph: whoever gathers the text of a page leaves out glyphs that stand for a letter and a mark nobody sees.
 */
export async function readPdfDrawing(pdf: PdfDocument): Promise<ReadFile> {
  const faults: Fault[] = [];
  const pieces: Piece[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { hidden, text } = await drawingOf(await pdf.getPage(number));
    faults.push(...[...hidden].map((kind) => ({ kind, detail: String(number) })));
    pieces.push({ place: "page", detail: String(number), text, joined: true });
  }
  const all: Piece = {
    place: "pages-joined",
    detail: GLYPHS,
    text: pieces.map(({ text }) => text).join(""),
    joined: true,
  };
  return { ...emptyReading(), faults, pieces: [...pieces, all] };
}

async function drawingOf(page: PdfPage): Promise<Drawing> {
  const { OPS } = await loadPdfLibrary();
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawing = new Drawing(page.view);
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
    [OPS.setHScale, ([scale]) => drawing.setWidth(Number(scale) / 100)],
    [OPS.setGState, ([states]) => drawing.setStates(states)],
    [OPS.paintImageXObject, () => drawing.cover()],
    [OPS.paintInlineImageXObject, () => drawing.cover()],
    [OPS.constructPath, ([way, data, box]) => drawing.paint(Number(way), data, box, OPS)],
  ]);
  fnArray.forEach((operator: number, index: number) => {
    const args: unknown = argsArray[index];
    does.get(operator)?.(Array.isArray(args) ? args : []);
  });
  return drawing;
}

/** Follows a page's drawing far enough to know size, colour and place of each word, and what was painted under and over it. */
class Drawing {
  readonly hidden = new Set<FaultKind>();
  /** What the glyphs stand for, in the order in which they are drawn. */
  text = "";
  #matrix: Matrix = IDENTITY;
  #text: Matrix = IDENTITY;
  #size = 0;
  #mode = 0;
  #fill = "#000000";
  #width = 1;
  #ink = 1;
  readonly #stack: { matrix: Matrix; size: number; mode: number; fill: string; width: number; ink: number }[] = [];
  readonly #shapes: Shape[] = [];
  readonly #words: Word[] = [];

  readonly #page: Box;

  constructor([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]) {
    this.#page = { left, bottom, right, top };
  }

  save(): void {
    this.#stack.push({
      matrix: this.#matrix,
      size: this.#size,
      mode: this.#mode,
      fill: this.#fill,
      width: this.#width,
      ink: this.#ink,
    });
  }

  restore(): void {
    const kept = this.#stack.pop();
    if (!kept) return;
    this.#matrix = kept.matrix;
    this.#size = kept.size;
    this.#mode = kept.mode;
    this.#fill = kept.fill;
    this.#width = kept.width;
    this.#ink = kept.ink;
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

  /** Of letters, as a share of their own. */
  setWidth(scale: number): void {
    this.#width = Math.abs(scale);
  }

  /** pdf.js: `[name, value]` each; `ca` is how much ink there is in what is filled. */
  setStates(states: unknown): void {
    if (!Array.isArray(states)) return;
    for (const state of states) {
      if (Array.isArray(state) && state[0] === "ca" && typeof state[1] === "number") this.#ink = state[1];
    }
  }

  setFill(colour: string): void {
    this.#fill = colour;
  }

  showText(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    this.text += glyphs.map(readGlyph).join("");
    if (!glyphs.some((glyph) => readGlyph(glyph).trim() !== "")) return;
    const [a, b, c, d, x, y] = multiply(this.#matrix, this.#text);
    const sizePt = this.#size * Math.sqrt(Math.abs(a * d - b * c));
    const word: Word = { x, y, sizePt, fill: this.#fill, mode: this.#mode };
    this.#words.push(word);
    const isOnPage = holds(this.#page, x, y);
    if (this.#mode === 3 || this.#mode === 7 || this.#ink < LEAST_INK || !isOnPage) this.hidden.add("invisible-text");
    if (sizePt < LEAST_PT || this.#width < LEAST_WIDTH) this.hidden.add("tiny-text");
    if (isSameColour(word.fill, this.#groundOf(word))) this.hidden.add("background-text");
  }

  #groundOf({ x, y, sizePt }: Word): string {
    return this.#shapes.findLast((shape) => holds(shape, x + sizePt / 4, y + sizePt / 4))?.fill ?? PAPER;
  }

  /** A picture stands in the unit square of the present matrix. */
  cover(): void {
    const picture = boxUnder(this.#matrix, [0, 0, 1, 1]);
    if (this.#words.some(({ x, y, sizePt }) => holds(picture, x + sizePt / 4, y + sizePt / 4)))
      this.hidden.add("covered-text");
  }

  paint(way: number, data: unknown, box: unknown, ops: { [name: string]: unknown }): void {
    const fills = [ops["fill"], ops["eoFill"], ops["fillStroke"], ops["eoFillStroke"], ops["closeFillStroke"]];
    if (!fills.includes(way)) return;
    const corners = numbersOf(box);
    if (corners.length < 4) return;
    const shape: Shape = {
      ...boxUnder(this.#matrix, corners),
      fill: this.#fill,
      isRectangle: isRectangle(numbersOf(Array.isArray(data) ? data[0] : undefined)),
    };
    this.#shapes.push(shape);
    if (!shape.isRectangle) return;
    if (this.#words.some(({ x, y, sizePt }) => holds(shape, x + sizePt / 4, y + sizePt / 4)))
      this.hidden.add("covered-text");
  }
}

function readGlyph(glyph: unknown): string {
  const isGlyph = typeof glyph === "object" && glyph !== null && "unicode" in glyph;
  return isGlyph && typeof glyph.unicode === "string" ? glyph.unicode : "";
}

const holds = ({ left, right, bottom, top }: Box, x: number, y: number): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;

function isSameColour(one: string, other: string): boolean {
  const [first, second] = [channelsOf(one), channelsOf(other)];
  // Shades and patterns have no one colour.
  if (first.length !== 3 || second.length !== 3) return false;
  return first.every((channel, index) => Math.abs(channel - (second[index] ?? 0)) < NEAR);
}

function channelsOf(colour: string): number[] {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1) ?? [];
  return channels.map((channel) => Number.parseInt(channel, 16));
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
