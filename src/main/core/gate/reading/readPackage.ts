import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import {
  emptyReading,
  holdsMachinePath,
  joinReadings,
  type Fault,
  type FaultKind,
  type Piece,
  type ReadFile,
  TIME_OF_DAY,
} from "./piece.ts";
import { readPictureFile } from "./readPictureFile.ts";
import { readDocumentTables } from "./readDocumentTables.ts";
import { readSheet } from "./readSheet.ts";
import { tableSeams } from "./seams.ts";

const MOST_UNPACKED = 512 * 1024 * 1024;
/** Where one paragraph, cell or shared string ends; runs inside of it belong together. */
const BLOCK_ENDS = /^(?:w:p|a:p|p|si|is|c|row|comment|text|vt:lpstr|dc:\w+|cp:\w+|[a-z]+:?title)$/i;
const PICTURE = /\.(?:png|jpe?g)$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const XML_PART = /\.(?:xml|rels|vml)$/i;
/** Files inside a document nobody looks into before it goes out. */
const EMBEDDED =
  /(?:^|\/)(?:embeddings|activeX|customXml\/_rels)\/|vbaProject|\.bin$|printerSettings|\.(?:docx|xlsx|pdf|zip|msg|eml|wmf|emf)$/i;
/** What an export is made of; anything else was not written here, or not for reading. */
const KNOWN_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:document|styles|numbering|footnotes|settings|header\d+|footer\d+)\.xml|word\/_rels\/\w+\.xml\.rels|word\/media\/\w+\.(?:png|jpe?g)|xl\/(?:workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;
const COLOUR = /^[0-9A-F]{6}$/i;
/** Each channel so near to white that it is read on no paper; with an alpha in front or without. */
const PALE = /^(?:FF)?(?:[EF][0-9A-F]){3}$/i;
const HIDDEN_SHEET = /^(?:hidden|veryHidden)$/;

/** Each looks into one place of an Office document: its texts, what is written beside them, the names of its parts. */
export const PACKAGE_READERS = {
  texts: (parts: Parts): ReadFile => joinReadings(parts.map(readTexts)),
  attributes: (parts: Parts): ReadFile => joinReadings(parts.map(readAttributes)),
  names: readNames,
  pictures: (parts: Parts): ReadFile => joinReadings(parts.map(readPicture)),
} as const;
export type PackageReader = keyof typeof PACKAGE_READERS;

type Part = { name: string; bytes: Uint8Array };
type Parts = readonly Part[];

/**
 * DOCX, XLSX: every part of the package, text by paragraph, and every attribute (comments, tracked changes, alternative
 * texts, properties, targets of relationships).
 */
export function readPackage(bytes: Uint8Array, without: readonly string[] = []): ReadFile {
  const parts = unpack(bytes);
  const readings = Object.entries(PACKAGE_READERS).flatMap(([name, read]) =>
    without.includes(name) ? [] : [read(parts)],
  );
  return joinReadings([...readings, ...(without.includes("names") ? [] : [readArchiveFrame(bytes, parts)])]);
}

function unpack(bytes: Uint8Array): Part[] {
  let left = MOST_UNPACKED;
  const files = unzipSync(bytes, {
    filter({ originalSize }) {
      left -= originalSize;
      if (left < 0) throw new RangeError("too much is packed in it");
      return true;
    },
  });
  return Object.entries(files).map(([name, content]) => ({ name, bytes: content }));
}

function readTexts({ name, bytes }: Part): ReadFile {
  if (PICTURE.test(name)) return emptyReading();
  if (!XML_PART.test(name)) return otherPart({ name, bytes });
  const blocks: string[] = [];
  let block = "";
  const endBlock = () => {
    if (block.trim() !== "") blocks.push(block);
    block = "";
  };
  const asides: string[] = [];
  parseXml(bytes, {
    ontext: (text) => (block += text),
    onclosetag: (tag) => BLOCK_ENDS.test(tag) && endBlock(),
    oncomment: (text) => asides.push(text),
    onprocessinginstruction: (_, text) => asides.push(text),
  });
  endBlock();
  const pieces = [...blocks, ...asides].map((text): Piece => ({ place: "part-text", detail: name, text }));
  const isTimed = name.startsWith("docProps/") && blocks.some((text) => TIME_OF_DAY.test(text));
  const faults: Fault[] = isTimed ? [{ kind: "time-of-day", detail: name }] : [];
  if (SHEET.test(name)) return joinReadings([readSheet(name, decodeXml(bytes)), { ...emptyReading(), pieces }]);
  const joined: Piece = { place: "part-text", detail: name, text: blocks.join(""), joined: true };
  const seams = readDocumentTables(decodeXml(bytes)).flatMap((rows) => tableSeams(rows));
  return { ...emptyReading(), pieces: [...pieces, joined, ...seams], faults };
}

/** What is neither XML nor a picture is read as text in the encodings it may have. */
function otherPart({ name, bytes }: Part): ReadFile {
  const pieces = ["utf-8", "utf-16le"].map((encoding) => ({
    place: "part-text" as const,
    detail: name,
    text: new TextDecoder(encoding).decode(bytes),
  }));
  return { ...emptyReading(), pieces };
}

function readAttributes({ name, bytes }: Part): ReadFile {
  if (!XML_PART.test(name)) return emptyReading();
  const reading = emptyReading();
  const fault = (kind: FaultKind) => reading.faults.push({ kind, detail: name });
  let run: RunLook = {};
  parseXml(bytes, {
    onopentag(tag, attributes) {
      for (const [key, text] of Object.entries(attributes)) {
        if (key.startsWith("xmlns") || text === "" || COLOUR.test(text) || isNumbering(tag, key, text)) continue;
        reading.pieces.push({ place: "part-attribute", detail: `${name} ${tag} ${key}`, text });
        if (holdsMachinePath(text) && !text.startsWith("/")) fault("machine-path");
      }
      if (tag === "w:rPr") run = {};
      if (tag === "f" && SHEET.test(name)) fault("hidden-part");
      run = lookOf(run, tag, attributes);
      for (const kind of hiddenBy(tag, attributes)) fault(kind);
    },
    onclosetag(tag) {
      if (tag === "w:rPr" && PALE.test(run.colour ?? "") && run.ground === undefined) fault("background-text");
    },
  });
  return reading;
}

/** B12 of a cell, 12 of a row: there are as many as cells. */
const isNumbering = (tag: string, key: string, text: string): boolean =>
  key === "r" && (tag === "c" || tag === "row") && /^[A-Z]{0,3}\d{1,7}$/.test(text);

type Attributes = Readonly<Record<string, string>>;
/** Colour of a run's letters, and of what they stand on. */
type RunLook = { colour?: string; ground?: string };

function lookOf(run: RunLook, tag: string, attributes: Attributes): RunLook {
  if (tag === "w:color") {
    const isPaper = /^(?:background|light)/.test(attributes["w:themeColor"] ?? "");
    return { ...run, colour: isPaper ? "FFFFFF" : (attributes["w:val"] ?? "") };
  }
  const isGround = tag === "w:shd" || tag === "w:highlight";
  return isGround ? { ...run, ground: attributes["w:fill"] ?? attributes["w:val"] ?? "" } : run;
}

const HIDES = /^(?:w:vanish|w:specVanish|w:webHidden)$/;
const CHANGES = /^w:(?:del|ins|moveFrom|moveTo)$/;
/** In half points. */
const LEAST_SIZE = 8;
/** Letters narrower than this, in percent of their own width, are read by nobody. */
const LEAST_WIDTH = 20;

function hiddenBy(tag: string, attributes: Attributes): FaultKind[] {
  if (HIDES.test(tag)) return ["invisible-text"];
  if (CHANGES.test(tag)) return ["second-revision"];
  if (tag === "w:sz" && Number(attributes["w:val"]) < LEAST_SIZE) return ["tiny-text"];
  if (tag === "w:w" && Number.parseInt(attributes["w:val"] ?? "100", 10) < LEAST_WIDTH) return ["tiny-text"];
  if (tag === "numFmt" && (attributes["formatCode"] ?? "").includes(";;;")) return ["invisible-text"];
  if (tag === "color" && PALE.test(attributes["rgb"] ?? "")) return ["background-text"];
  const isHidden = /^(?:1|true)$/.test(attributes["hidden"] ?? "") || HIDDEN_SHEET.test(attributes["state"] ?? "");
  return isHidden && /^(?:row|col|sheet|definedName)$/.test(tag) ? ["hidden-part"] : [];
}

function readNames(parts: Parts): ReadFile {
  return {
    ...emptyReading(),
    pieces: parts.map(({ name }) => ({ place: "part-name", detail: name, text: name })),
    faults: parts.flatMap(({ name }): Fault[] => {
      if (EMBEDDED.test(name)) return [{ kind: "embedded-file", detail: name }];
      return KNOWN_PART.test(name) ? [] : [{ kind: "unknown-part", detail: name }];
    }),
  };
}

function readPicture({ name, bytes }: Part): ReadFile {
  return PICTURE.test(name) ? readPictureFile(name, bytes) : emptyReading();
}

const LOCAL_HEADER = Buffer.from("504b0304", "hex");
const DIRECTORY_END = Buffer.from("504b0506", "hex");

/** What an archive can hold beside its files: a remark at the end, files that its directory does not name. */
function readArchiveFrame(bytes: Uint8Array, parts: Parts): ReadFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(DIRECTORY_END);
  const remark = end < 0 ? "" : file.subarray(end + 22).toString("utf8");
  const reading = emptyReading();
  if (remark !== "") reading.pieces.push({ place: "structure", detail: "zip", text: remark });
  let headers = 0;
  let isTimed = false;
  for (let at = file.indexOf(LOCAL_HEADER); at >= 0; at = file.indexOf(LOCAL_HEADER, at + 4)) {
    // Packed data may hold the mark by chance; a name after it that is a path is no chance.
    const length = file.readUInt16LE(Math.min(at + 26, file.length - 2));
    const name = file.subarray(at + 30, at + 30 + length).toString("utf8");
    if (length === 0 || length >= 300 || !/^[\w[\]./ -]+$/.test(name)) continue;
    headers += 1;
    if (file.readUInt16LE(at + 10) !== 0) isTimed = true;
  }
  if (isTimed) reading.faults.push({ kind: "time-of-day", detail: "zip" });
  if (headers > parts.length || file.indexOf(LOCAL_HEADER) > 0)
    reading.faults.push({ kind: "hidden-part", detail: "zip" });
  return reading;
}

function parseXml(bytes: Uint8Array, on: ConstructorParameters<typeof Parser>[0]): void {
  const parser = new Parser(on, { xmlMode: true, decodeEntities: true });
  parser.end(decodeXml(bytes));
}

function decodeXml(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
