import type { ComposedText } from "./composeText.ts";

export function writeDocx(_text: ComposedText): Uint8Array {
  return new Uint8Array();
}
