import { decodeText } from "./charset.ts";
import { charsetOfCodePage } from "./mapiProperties.ts";

/** The body of an Outlook message that is kept as RTF only: compressed (MS-OXRTFCP), often HTML inside (MS-OXRTFEX). */

const DICTIONARY =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4096;
const MAX_RTF_BYTES = 32 * 1024 * 1024;

/** @returns the RTF, or null when it is not compressed RTF */
export function unpackRtf(packed: Buffer): Buffer | null {
  if (packed.length < 16) return null;
  const kind = packed.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return packed.subarray(16);
  if (kind !== COMPRESSED) return null;
  const rawBytes = Math.min(packed.readUInt32LE(4), MAX_RTF_BYTES);
  const window = Buffer.alloc(WINDOW, 0x20);
  window.write(DICTIONARY, "latin1");
  const out: number[] = [];
  let at = 16;
  let write = DICTIONARY.length;
  const put = (byte: number): void => {
    out.push(byte);
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  while (at < packed.length && out.length < rawBytes) {
    const control = packed[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < packed.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at] ?? 0);
        at += 1;
        continue;
      }
      const token = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0);
      at += 2;
      const offset = token >> 4;
      if (offset === write) return Buffer.from(out);
      for (let step = 0; step < (token & 15) + 2; step += 1) put(window[(offset + step) % WINDOW] ?? 0);
    }
  }
  return Buffer.from(out);
}

/** Groups whose content is not text of the message. */
const SKIPPED = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "info",
  "pict",
  "object",
  "themedata",
  "datastore",
  "xmlnstbl",
]);
const SYMBOLS: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  row: "\n",
  tab: "\t",
  cell: "\t",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  endash: "–",
  emdash: "—",
};
/** Windows font charsets with more than one byte a character. */
const FONT_CHARSETS: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950, 0: 1252, 204: 1251 };

type Group = { skip: boolean; htmlTag: boolean; htmlRtf: boolean; unicodeSkip: number; font: number };

const TOKEN = /\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

/** @returns the text, or the HTML that Outlook had wrapped in RTF */
export function readRtf(rtf: Buffer): { text: string | null; html: string | null } {
  const reader = new RtfReader();
  for (const match of rtf.toString("latin1").matchAll(TOKEN)) {
    const [, word, number, hex, symbol, brace, plain] = match;
    if (brace === "{") reader.open();
    else if (brace === "}") reader.close();
    else if (hex !== undefined) reader.bytes(String.fromCharCode(Number.parseInt(hex, 16)));
    else if (plain !== undefined) reader.bytes(plain);
    else if (word !== undefined) reader.control(word.toLowerCase(), number === undefined ? null : Number(number));
    else if (symbol !== undefined) reader.symbol(symbol);
  }
  return reader.finish();
}

class RtfReader {
  #group: Group = { skip: false, htmlTag: false, htmlRtf: false, unicodeSkip: 1, font: -1 };
  readonly #outer: Group[] = [];
  readonly #out: string[] = [];
  readonly #fonts = new Map<number, string>();
  #pending = "";
  #charset = "windows-1252";
  #fromHtml = false;
  #star = false;
  #toSkip = 0;
  #inFonts = false;
  #font = -1;

  open(): void {
    this.#flush();
    if (this.#outer.length < 1000) this.#outer.push({ ...this.#group });
    this.#star = false;
  }

  close(): void {
    this.#flush();
    if (this.#outer.length <= 2) this.#inFonts = false;
    this.#group = this.#outer.pop() ?? this.#group;
    this.#toSkip = 0;
  }

  symbol(symbol: string): void {
    if (symbol === "*") this.#star = true;
    else if (symbol === "~") this.#write("\u00a0");
    else if (/[\\{}]/.test(symbol)) this.bytes(symbol);
    else if (symbol === "\n" || symbol === "\r") this.#write("\n");
  }

  /** Text as bytes of the current code page; a second byte may well be an ordinary letter. */
  bytes(text: string): void {
    let shown = text;
    if (this.#toSkip > 0) {
      shown = text.slice(this.#toSkip);
      this.#toSkip -= text.length - shown.length;
    }
    if (this.#shows()) this.#pending += shown;
  }

  control(word: string, number: number | null): void {
    this.#flush();
    const starred = this.#star;
    this.#star = false;
    if (word === "fromhtml") this.#fromHtml = true;
    else if (word === "ansicpg") this.#charset = charsetOfCodePage(number) || this.#charset;
    else if (word === "fonttbl") this.#enterFonts();
    else if (word === "htmltag") this.#group.htmlTag = true;
    else if (word === "htmlrtf") this.#group.htmlRtf = number !== 0;
    else if (word === "uc") this.#group.unicodeSkip = number ?? 1;
    else if (word === "u") this.#unicode(number ?? 0);
    else if (word === "f" || word === "fcharset") this.#setFont(word, number ?? 0);
    else if (SKIPPED.has(word) || starred) this.#group.skip = true;
    else if (this.#shows()) this.#write(this.#fromHtml && word === "par" ? "\r\n" : (SYMBOLS[word] ?? ""));
  }

  finish(): { text: string | null; html: string | null } {
    this.#flush();
    const text = this.#out.join("");
    return this.#fromHtml ? { text: null, html: text } : { text: text.trim(), html: null };
  }

  #shows(): boolean {
    if (this.#group.skip) return false;
    return !this.#fromHtml || this.#group.htmlTag || !this.#group.htmlRtf;
  }

  #enterFonts(): void {
    this.#inFonts = true;
    this.#group.skip = true;
  }

  #setFont(word: string, number: number): void {
    if (word === "f") {
      this.#font = number;
      if (!this.#inFonts) this.#group.font = number;
    } else if (this.#inFonts) this.#fonts.set(this.#font, charsetOfCodePage(FONT_CHARSETS[number] ?? null));
  }

  #unicode(code: number): void {
    if (this.#shows()) this.#out.push(String.fromCharCode(code & 0xffff));
    this.#toSkip = this.#group.unicodeSkip;
  }

  #write(text: string): void {
    this.#flush();
    if (this.#shows()) this.#out.push(text);
  }

  #flush(): void {
    if (this.#pending === "") return;
    const font = this.#fonts.get(this.#group.font);
    this.#out.push(decodeText(Buffer.from(this.#pending, "latin1"), font || this.#charset));
    this.#pending = "";
  }
}
