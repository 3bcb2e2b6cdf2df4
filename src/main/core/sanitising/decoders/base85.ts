const RFC_1924 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
const ZERO_MQ = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

/** Longer is nothing that somebody wrote into a report by hand. */
const MOST = 4_000;
/** Words, paths, links and Base64 are made of these: what has nothing else is none of the codes below. */
const PLAIN = /^[\w./:@=&?%+#-]*$/;

/** Ascii85, with its marks or without them. */
export function readAscii85(text: string): Uint8Array | undefined {
  const isMarked = text.startsWith("<~");
  const letters = text.replaceAll(/^<~|~>$/g, "").replaceAll("z", "!!!!!");
  if (letters.length > MOST || (!isMarked && PLAIN.test(letters))) return undefined;
  return readGroups(letters, (letter) => letter.charCodeAt(0) - 33, "u");
}

/** As Python and Git write it (RFC 1924's letters). */
export const readRfc1924 = (text: string): Uint8Array | undefined => readLetters(text, RFC_1924);

/** ZeroMQ's. */
export const readZ85 = (text: string): Uint8Array | undefined => readLetters(text, ZERO_MQ);

function readLetters(text: string, alphabet: string): Uint8Array | undefined {
  if (text.length > MOST || PLAIN.test(text)) return undefined;
  return readGroups(text, (letter) => alphabet.indexOf(letter), alphabet.at(-1) ?? "");
}

function readGroups(letters: string, valueOf: (letter: string) => number, filling: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < letters.length; at += 5) {
    const group = letters.slice(at, at + 5);
    if (group.length < 2) break;
    let value = 0;
    for (const letter of group.padEnd(5, filling)) value = value * 85 + valueOf(letter);
    const four = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) % 256);
    bytes.push(...four.slice(0, group.length - 1));
  }
  return Uint8Array.from(bytes);
}
