import type { ContentBlock } from "./reportContent.ts";

/** Numbers sections within a chapter; whatever levels a writer used, the uppermost becomes N.1. */
export class SectionNumbers {
  readonly #levels: number[];
  readonly #counts: number[] = [];
  readonly #id: string;
  readonly #chapter: number;

  constructor(id: string, chapter: number, blocks: readonly ContentBlock[]) {
    this.#id = id;
    this.#chapter = chapter;
    this.#levels = [...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : [])))].sort();
  }

  next(written: number): { id: string; level: number; number: string } {
    const depth = Math.min(Math.max(this.#levels.indexOf(written), 0), this.#counts.length, 2);
    this.#counts.length = depth + 1;
    this.#counts[depth] = (this.#counts[depth] ?? 0) + 1;
    const number = [this.#chapter, ...this.#counts].join(".");
    return { id: `${this.#id}-${this.#counts.join("-")}`, level: depth + 2, number };
  }
}
