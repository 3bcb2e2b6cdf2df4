import type { StyleHint } from "#shared/contract/sanitising.ts";

export function styleHints(_text: string): StyleHint[] {
  return [];
}
