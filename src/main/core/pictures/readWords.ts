import { artifactIdOf } from "../storage/artifactStore.ts";
import { openThread, threadUrl } from "../threads/openThread.ts";
import { joinLines, type PictureText } from "./pictureText.ts";
import type { OcrLine, OcrWord } from "./tesseract.ts";

/** `text` is to be scanned. A picture is read in several ways: what it says stands in it as often. */
export type PictureWords = PictureText & { words: OcrWord[] };

/** A mail on a screen takes 3 seconds, a picture of 40 million pixels a minute. */
const LONGEST_MS = 180_000;
/** Its memory, some 300 MB, is given back after this long without a picture. */
const IDLE_MS = 60_000;
const MOST_REMEMBERED = 200;

const thread = openThread<Uint8Array, OcrLine[]>({
  url: threadUrl("ocrThread", import.meta.url),
  work: "pictures",
  longestMs: LONGEST_MS,
});
const remembered = new Map<string, PictureWords>();
let reading = 0;
let ending: NodeJS.Timeout | undefined;

/**
 * Reads what is written in a PNG or JPEG, Japanese and Latin, in a thread of its own and without any network. The answer is
 * kept by the picture's hash until the program ends.
 * @throws AppError cases.not-a-picture, pictures.too-large, pictures.damaged; call.cancelled; thread.stopped: then nothing
 * was read, and the picture must not pass for one without words
 */
export async function readWords(bytes: Uint8Array, signal?: AbortSignal): Promise<PictureWords> {
  const sha256 = artifactIdOf(bytes);
  const known = remembered.get(sha256);
  if (known) return known;
  const lines = await readLines(bytes, signal);
  const read = { ...joinLines(lines), words: lines.flat() };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(sha256, read);
  return read;
}

async function readLines(bytes: Uint8Array, signal?: AbortSignal): Promise<OcrLine[]> {
  clearTimeout(ending);
  reading += 1;
  try {
    return await thread.run(bytes, signal);
  } finally {
    reading -= 1;
    if (reading === 0) ending = setTimeout(() => void thread.close(), IDLE_MS).unref();
  }
}
