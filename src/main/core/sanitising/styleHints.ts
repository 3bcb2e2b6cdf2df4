import type { StyleHint } from "#shared/contract/sanitising.ts";
import { certaintyHints } from "./styleHintsCertainty.ts";
import { figureHints, letterOfTwoHints } from "./styleHintsReferences.ts";
import { QUOTED } from "./quotedText.ts";
import {
  addressWordHints,
  defangHints,
  kanaHints,
  letterHints,
  tlpHints,
  unitHints,
  waveHints,
  wideHints,
} from "./styleHintsWording.ts";

/**
 * House style and certainty words, in order of their place. Hints bar nothing; of those that overlap the first stands.
 * Applied, a suggestion changes the words between its offsets and nothing else.
 */
export function styleHints(text: string): StyleHint[] {
  const prose = text.replaceAll(QUOTED, (quoted) => quoted.replaceAll(/[^\n]/gu, "\0"));
  const hints = [
    ...letterHints(prose),
    ...wideHints(prose),
    ...addressWordHints(prose),
    ...unitHints(prose),
    ...waveHints(prose),
    ...tlpHints(prose),
    ...kanaHints(prose),
    ...certaintyHints(prose),
    ...letterOfTwoHints(text),
    ...defangHints(text),
    ...figureHints(text),
  ].map((hint) => ({ ...hint, text: text.slice(hint.start, hint.end) }));
  return withoutOverlaps(hints);
}

/** Only suggestions can get into one another's way. */
function withoutOverlaps(hints: readonly StyleHint[]): StyleHint[] {
  let reached = 0;
  return hints
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end, suggestion }) => {
      if (suggestion === null) return true;
      if (start < reached) return false;
      reached = end;
      return true;
    });
}
