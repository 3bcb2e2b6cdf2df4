/**
 * What a file is by its first bytes, whatever its name and declared type say. Reads at most the first 4 KiB and, for
 * ZIP containers, the last 64 KiB (names only): nothing is unpacked.
 */

const UNKNOWN = "application/octet-stream";

type Signature = { type: string; at: number; bytes: readonly number[] };

function ascii(type: string, text: string, at = 0): Signature {
  return { type, at, bytes: [...text].map((char) => char.charCodeAt(0)) };
}

const SIGNATURES: readonly Signature[] = [
  ascii("application/pdf", "%PDF-"),
  { type: "application/zip", at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: "application/zip", at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { type: "application/x-ole-storage", at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  ascii("application/x-rar-compressed", "Rar!\u001a\u0007"),
  { type: "application/x-7z-compressed", at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { type: "application/gzip", at: 0, bytes: [0x1f, 0x8b, 0x08] },
  ascii("application/vnd.ms-cab-compressed", "MSCF"),
  ascii("application/x-ace-compressed", "**ACE**", 7),
  ascii("application/x-lzh", "-lh", 2),
  { type: "application/x-elf", at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { type: "application/x-ms-shortcut", at: 0, bytes: [0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0] },
  { type: "application/ms-tnef", at: 0, bytes: [0x78, 0x9f, 0x3e, 0x22] },
  { type: "application/onenote", at: 0, bytes: [0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d] },
  ascii("application/vnd.ms-htmlhelp", "ITSF"),
  ascii("application/x-iso9660-image", "CD001", 0x8001),
  ascii("application/x-vhd", "conectix"),
  ascii("application/x-vhdx", "vhdxfile"),
  { type: "application/x-sqlite3", at: 0, bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  ascii("text/rtf", "{\\rtf"),
  ascii("text/calendar", "BEGIN:VCALENDAR"),
  ascii("image/gif", "GIF8"),
  { type: "image/png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/tiff", at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: "image/tiff", at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  ascii("image/webp", "WEBP", 8),
  { type: "image/x-icon", at: 0, bytes: [0, 0, 1, 0] },
  ascii("image/heic", "ftyphei", 4),
  ascii("video/mp4", "ftyp", 4),
  ascii("audio/mpeg", "ID3"),
  ascii("application/x-msdownload", "MZ"),
  ascii("image/bmp", "BM"),
];

/** Names inside a ZIP that tell which kind of document it is. */
const CONTAINERS: readonly (readonly [name: string, type: string])[] = [
  ["word/vbaProject.bin", "application/vnd.ms-word.document.macroenabled.12"],
  ["xl/vbaProject.bin", "application/vnd.ms-excel.sheet.macroenabled.12"],
  ["ppt/vbaProject.bin", "application/vnd.ms-powerpoint.presentation.macroenabled.12"],
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["META-INF/MANIFEST.MF", "application/java-archive"],
  ["mimetypeapplication/vnd.oasis.opendocument", "application/vnd.oasis.opendocument"],
];

const OLE_STREAMS: readonly (readonly [name: string, type: string])[] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
  ["__properties_version1.0", "application/vnd.ms-outlook"],
];

/** @returns a MIME type; "application/octet-stream" when the bytes tell nothing */
export function sniffType(bytes: Uint8Array): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = SIGNATURES.find(({ at, bytes: magic }) => magic.every((byte, place) => data[at + place] === byte));
  if (found?.type === "application/zip") return refineZip(data);
  if (found?.type === "application/x-ole-storage") return refineOle(data);
  return found?.type ?? sniffText(data.subarray(0, 4096));
}

function refineZip(data: Buffer): string {
  const names = data.toString("latin1", 0, 4096) + data.toString("latin1", Math.max(0, data.length - 65_536));
  return CONTAINERS.find(([name]) => names.includes(name))?.[1] ?? "application/zip";
}

function refineOle(data: Buffer): string {
  return OLE_STREAMS.find(([name]) => data.includes(Buffer.from(name, "utf16le")))?.[1] ?? "application/x-ole-storage";
}

function sniffText(head: Buffer): string {
  if (head.length === 0) return UNKNOWN;
  const controls = head.reduce((sum, byte) => sum + (byte < 0x09 || (byte > 0x0d && byte < 0x1b) ? 1 : 0), 0);
  if (controls > 0) return UNKNOWN;
  const text = head.toString("latin1").trimStart().slice(0, 1024).toLowerCase();
  if (/^(?:\u00ef\u00bb\u00bf)?<(?:!doctype html|html|head|body|script|meta|!--)/.test(text)) return "text/html";
  if (/^(?:\u00ef\u00bb\u00bf)?<svg|<\?xml[^>]*>\s*(?:<!--[^]*?-->\s*)?<svg/.test(text)) return "image/svg+xml";
  if (text.startsWith("<?xml")) return "text/xml";
  return "text/plain";
}
