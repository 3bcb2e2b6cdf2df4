import exifr from "exifr";
import { isPng, readPngChunks } from "./pngChunks.ts";
import { readJpegSegments, startsWith } from "./jpegSegments.ts";
import { readPngText } from "./readPngText.ts";

/** Something a picture's file says beside its pixels. `name` is the format's own: `exif.GPSLatitude`, `png.tEXt.Author`. */
export type PictureMetadata = { name: string; value: string };

/** Names for what has no name in the formats; `messages/LANGUAGE/pictures.ts` has words for them. */
export const TRAILING = "after-end";

const MOST_ENTRIES = 300;
const LONGEST_VALUE = 300;

/** Lists what redrawing a picture drops. Never throws: what cannot be read is named with its size. */
export async function readMetadata(bytes: Uint8Array): Promise<PictureMetadata[]> {
  const own = isPng(bytes) ? pngEntries(bytes) : jpegEntries(bytes);
  const entries = [...own, ...(await taggedEntries(bytes))];
  return entries.slice(0, MOST_ENTRIES).map(({ name, value }) => ({ name, value: shorten(value) }));
}

const PIXEL_CHUNKS = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

function pngEntries(bytes: Uint8Array): PictureMetadata[] {
  const { chunks, trailing } = readPngChunks(bytes);
  const extra = chunks.filter(({ type }) => !PIXEL_CHUNKS.has(type));
  return [
    ...extra.map(({ type, data }) => readPngText(type, data) ?? sized(`png.${type}`, data)),
    ...afterEnd(trailing),
  ];
}

/** The markers of what is drawn: frames, tables, scans, restart intervals. */
const DRAWN = /^(c.|d[a-f])$/;

function jpegEntries(bytes: Uint8Array): PictureMetadata[] {
  const { segments, trailing } = readJpegSegments(bytes);
  const extra = segments.filter(({ marker, data }) => !DRAWN.test(marker.toString(16)) && !startsWith(data, "JFIF\0"));
  return [
    ...extra.map(({ marker, data }) =>
      marker === 0xfe
        ? { name: "jpeg.COM", value: Buffer.from(data).toString("utf8") }
        : sized(nameOf(marker, data), data),
    ),
    ...afterEnd(trailing),
  ];
}

/** Application segments begin with the name of what they hold. */
function nameOf(marker: number, data: Uint8Array): string {
  const id = /^[\x20-\x7e]{2,40}/.exec(Buffer.from(data.subarray(0, 40)).toString("latin1"))?.[0].trim();
  return `jpeg.APP${marker - 0xe0}${id === undefined ? "" : `.${id}`}`;
}

const sized = (name: string, { byteLength }: Uint8Array): PictureMetadata => ({ name, value: `${byteLength} bytes` });

const afterEnd = (trailing: Uint8Array): PictureMetadata[] =>
  trailing.byteLength > 0 ? [sized(TRAILING, trailing)] : [];

const TAGS = {
  tiff: true,
  ifd1: true,
  exif: true,
  gps: true,
  interop: true,
  xmp: true,
  iptc: true,
  icc: true,
  ihdr: false,
  jfif: false,
};

/** Camera, place, time, author, editing history: EXIF, GPS, XMP, IPTC and colour profile, tag by tag. */
async function taggedEntries(bytes: Uint8Array): Promise<PictureMetadata[]> {
  try {
    const options = { ...TAGS, userComment: true, mergeOutput: false, translateValues: true, reviveValues: true };
    const blocks: unknown = await exifr.parse(Buffer.from(bytes), options);
    return entriesOf(blocks, []);
  } catch {
    // Broken tags: their segment is listed by its size.
    return [];
  }
}

function entriesOf(value: unknown, path: readonly string[]): PictureMetadata[] {
  if (value === undefined || value === null) return [];
  if (value instanceof Uint8Array) return [sized(path.join("."), value)];
  if (value instanceof Date) return [{ name: path.join("."), value: value.toISOString() }];
  if (typeof value !== "object") return [{ name: path.join("."), value: String(value) }];
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
    return [{ name: path.join("."), value: value.map(String).join(", ") }];
  }
  return path.length > 6 ? [] : Object.entries(value).flatMap(([name, inner]) => entriesOf(inner, [...path, name]));
}

function shorten(value: string): string {
  // Control characters would be drawn as nothing, and some turn the text around them.
  const shown = value.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown;
}
