/*
 * Messages over a wire that carries only text (the DevTools pipe). A message becomes frames, each one string:
 *   "b<id>:<base64>"  a piece of the byte array <id> of the message that follows
 *   "m<text>"         a piece of the message's JSON
 *   "e<text>"         the last piece
 * In the JSON a byte array stands as {"$bytes":[id,length]}; an own key that begins with "$" gets one more "$".
 * Small frames keep a 200 MB attachment under the pipe's message limit, and never in one giant string.
 */

/** Bytes per frame; a multiple of 3, so that every piece but the last is base64 without padding. About 1.5 MB. */
const BYTES_PER_FRAME = 3 * 512 * 1024;
/** UTF-16 units of JSON per frame. */
const TEXT_PER_FRAME = 2 * 1024 * 1024;

type Base64Codec = { encode(bytes: Uint8Array): string; decode(text: string): Uint8Array };

/** Node's own, without its types: shared code must not need them. */
type NodeBuffer = {
  from(text: string, encoding: "base64"): Uint8Array;
  from(memory: ArrayBufferLike, offset: number, length: number): { toString(encoding: "base64"): string };
};

const nodeCodec = (buffer: NodeBuffer): Base64Codec => ({
  encode: (bytes) => buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
  // A plain Uint8Array of its own memory: Node's small buffers are windows into a shared pool.
  decode: (text) => new Uint8Array(buffer.from(text, "base64")),
});

type NativeBase64 = { toBase64?: () => string };
type NativeFromBase64 = { fromBase64?: (text: string) => Uint8Array };

/** Characters handed to `String.fromCharCode` at once; more would overflow the argument stack. */
const CHARS_AT_ONCE = 0x2000;

/** A browser's own base64 (2025 and later), else `btoa`, which every runtime has. */
const webCodec: Base64Codec = {
  encode(bytes) {
    const native = (bytes as NativeBase64).toBase64;
    if (native !== undefined) return native.call(bytes);
    let binary = "";
    for (let at = 0; at < bytes.length; at += CHARS_AT_ONCE) {
      binary += String.fromCharCode(...bytes.subarray(at, at + CHARS_AT_ONCE));
    }
    return btoa(binary);
  },
  decode(text) {
    const native = (Uint8Array as NativeFromBase64).fromBase64;
    if (native !== undefined) return native.call(Uint8Array, text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  },
};

const nodeBuffer = (globalThis as { Buffer?: NodeBuffer }).Buffer;
const base64: Base64Codec = nodeBuffer === undefined ? webCodec : nodeCodec(nodeBuffer);

/** Where to cut `text` at or before `end` without parting a surrogate pair, which a text wire would not survive. */
function cutPoint(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}

/** Frames of one message, in the order they must be sent. */
export function* encodeFrames(message: unknown): Generator<string> {
  const arrays: Uint8Array[] = [];
  const replace = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return { $bytes: [arrays.push(value) - 1, value.length] };
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key.startsWith("$") ? `$${key}` : key, replace(inner)]),
    );
  };
  const text = JSON.stringify(replace(message)) ?? "null";
  for (const [id, bytes] of arrays.entries()) {
    for (let at = 0; at < bytes.length; at += BYTES_PER_FRAME) {
      yield `b${id}:${base64.encode(bytes.subarray(at, at + BYTES_PER_FRAME))}`;
    }
  }
  let from = 0;
  for (let to = cutPoint(text, TEXT_PER_FRAME); to < text.length; to = cutPoint(text, from + TEXT_PER_FRAME)) {
    yield `m${text.slice(from, to)}`;
    from = to;
  }
  yield `e${text.slice(from)}`;
}

/** Puts the pieces of one byte array together; throws when they are not as many as announced. */
function joinPieces(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (at + piece.length > length) throw new Error("more bytes than announced");
    joined.set(piece, at);
    at += piece.length;
  }
  if (at !== length) throw new Error("fewer bytes than announced");
  return joined;
}

/** Takes frames in order; answers a message when its last frame came, else `undefined`. Throws on a malformed frame. */
export type FrameDecoder = { accept(frame: string): { message: unknown } | undefined };

export function createFrameDecoder(): FrameDecoder {
  let pieces = new Map<number, Uint8Array[]>();
  let text = "";

  const restore = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(restore);
    if (typeof value !== "object" || value === null) return value;
    if ("$bytes" in value) {
      const [id, length] = value.$bytes as [number, number];
      return joinPieces(pieces.get(id) ?? [], length);
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key.startsWith("$") ? key.slice(1) : key, restore(inner)]),
    );
  };

  return {
    accept(frame) {
      const rest = frame.slice(1);
      switch (frame[0]) {
        case "b": {
          const colon = rest.indexOf(":");
          const id = Number(rest.slice(0, colon));
          const list = pieces.get(id) ?? [];
          list.push(base64.decode(rest.slice(colon + 1)));
          pieces.set(id, list);
          return undefined;
        }
        case "m":
          text += rest;
          return undefined;
        case "e": {
          const json = text + rest;
          text = "";
          const message = restore(JSON.parse(json));
          pieces = new Map();
          return { message };
        }
        default:
          throw new Error("not a frame");
      }
    },
  };
}
