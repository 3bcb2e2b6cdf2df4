import { foldString } from "../sanitising/folding/foldText.ts";
import { HUB_SENTENCES } from "./hubWords.ts";

/** Tells of words found in a file whether somebody has looked at them already. */
export type AllowedWords = (words: string) => boolean;

/**
 * @param lookedAt exact words that were allowed, and texts all of whose findings were decided; what the hub prints in its
 *   own name is added. Compared without spaces, breaks and punctuation, as the engine reads.
 */
export function allowWords(lookedAt: readonly string[]): AllowedWords {
  // Line ends keep the end of one from making a word with the beginning of the next.
  const known = [...lookedAt, ...HUB_SENTENCES].map(foldString).join("\n");
  return (words) => {
    const folded = foldString(words);
    return folded === "" || known.includes(folded);
  };
}
