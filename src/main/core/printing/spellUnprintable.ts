import type { IsPrintable } from "../documents/printableCharacters.ts";

/** Parts of a model that are no text on the page. */
const NO_TEXT = new Set(["kind", "id", "target", "path", "align", "url", "tlp", "pdfTitle"]);

/**
 * The same model with characters that the fonts have no picture of spelled by their code (［U+1F600］): on the page they
 * would be empty boxes, and lost to whoever copies them.
 */
export function spellUnprintable<Model>(model: Model, isPrintable: IsPrintable): Model;
export function spellUnprintable(model: unknown, isPrintable: IsPrintable): unknown {
  if (typeof model === "string") return spell(model, isPrintable);
  if (Array.isArray(model)) return model.map((one: unknown) => spellUnprintable(one, isPrintable));
  if (typeof model !== "object" || model === null) return model;
  return Object.fromEntries(
    Object.entries(model).map(([key, value]) => [key, NO_TEXT.has(key) ? value : spellUnprintable(value, isPrintable)]),
  );
}

function spell(text: string, isPrintable: IsPrintable): string {
  if ([...text].every(isPrintable)) return text;
  return [...text].map((character) => (isPrintable(character) ? character : codeOf(character))).join("");
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `［U+${code.toString(16).toUpperCase().padStart(4, "0")}］`;
}
