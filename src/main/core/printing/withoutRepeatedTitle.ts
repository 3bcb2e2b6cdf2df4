import type { Block } from "#shared/narrative/narrative.ts";
import { plainWords } from "./printWords.ts";

/** A heading that only says the title again is the title: it is not printed twice. */
export function withoutRepeatedTitle(blocks: readonly Block[], title: string): Block[] {
  const [first, ...rest] = blocks;
  const repeats = first?.kind === "heading" && plainWords(first.children).trim() === title.trim();
  return repeats ? rest : [...blocks];
}
