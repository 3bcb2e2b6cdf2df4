import type { ContentBlock } from "./content.ts";

/** Numbers sections within a chapter, or of a text without one (null); the uppermost level written becomes N.1, or 1. */
export class SectionNumbers {
  readonly #levels: number[];
  readonly #counts: number[] = [];
  readonly #id: string;
  readonly #chapter: number | null;

  constructor(id: string, chapter: number | null, blocks: readonly ContentBlock[]) {
    this.#id = id;
    this.#chapter = chapter;
    this.#levels = [...new Set(blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : [])))].sort();
  }

  next(written: number): { id: string; level: number; number: string } {
    const depth = Math.min(Math.max(this.#levels.indexOf(written), 0), this.#counts.length, 2);
    this.#counts.length = depth + 1;
    this.#counts[depth] = (this.#counts[depth] ?? 0) + 1;
    const above = this.#chapter === null ? [] : [this.#chapter];
    const number = [...above, ...this.#counts].join(".");
    return { id: `${this.#id}-${this.#counts.join("-")}`, level: depth + 1 + above.length, number };
  }
}
