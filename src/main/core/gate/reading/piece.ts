/** Where in a written file something stands. Words: `messages/LANGUAGE/gate.ts`. */
export const PLACES = [
  "file-name",
  "page",
  "pages-joined",
  "metadata",
  "outline",
  "annotation",
  "alt-text",
  "attachment",
  "script",
  "destination",
  "page-label",
  "layer",
  "raw-string",
  "picture",
  "part-text",
  "part-attribute",
  "part-name",
  "table-cell",
  "key",
  "value",
  "header",
  "body",
  "structure",
] as const;
export type Place = (typeof PLACES)[number];

/** A text that a written file holds, visible or not, and where. */
export type Piece = {
  place: Place;
  /** Page, name of the part or key: to find it again. */
  detail: string;
  text: string;
  /**
   * Text that was put together by the reader (page after page, column after column): what belongs to different sentences
   * stands side by side in it, so that it is good for finding names only.
   */
  joined?: boolean;
  /** Read as it stands, without decoding: nobody decodes what is spread over the cells of a table. */
  plain?: boolean;
};

/** A picture inside a written file: its pixels are read by OCR. */
export type EnclosedPicture = { detail: string; bytes: Uint8Array };

/** What a file that leaves may not have at all, whatever it says. */
export const FAULTS = [
  "invisible-text",
  "tiny-text",
  "background-text",
  "covered-text",
  "attachment",
  "annotation",
  "script",
  "hidden-layer",
  "second-revision",
  "author",
  "machine-path",
  "embedded-file",
  "hidden-part",
  "picture-metadata",
  "time-of-day",
  "unknown-part",
] as const;
export type FaultKind = (typeof FAULTS)[number];
export type Fault = { kind: FaultKind; detail: string };

/** All that was found in the bytes of a file. */
export type ReadFile = { pieces: Piece[]; pictures: EnclosedPicture[]; faults: Fault[] };

export const emptyReading = (): ReadFile => ({ pieces: [], pictures: [], faults: [] });

export function joinReadings(readings: readonly ReadFile[]): ReadFile {
  return {
    pieces: readings.flatMap(({ pieces }) => pieces),
    pictures: readings.flatMap(({ pictures }) => pictures),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

/** The same words in the same kind of place, once: a table of thousands of rows says most things in each. */
export function distinctPieces(pieces: readonly Piece[]): Piece[] {
  const known = new Map<string, Piece>();
  for (const piece of pieces) {
    const key = `${piece.place} ${piece.joined === true} ${piece.plain === true} ${piece.text}`;
    if (!known.has(key)) known.set(key, piece);
  }
  return [...known.values()];
}

/** A moment other than a day's beginning: it could be held against somebody's logs, and tells who was at work. */
export const TIME_OF_DAY = /\d{4}-\d\d-\d\dT(?!00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\d))\d\d:\d\d/;

/** Paths of the machine that a file was made on tell who made it. */
const MACHINE_PATH = /(?:\b[A-Za-z]:\\(?!\\)|file:\/\/|\/(?:home|Users|tmp|var|root)\/|\\\\[\w.-]+\\)/;
export const holdsMachinePath = (text: string): boolean => MACHINE_PATH.test(text);
