import type { Replacement, Trails, View } from "../view.ts";
import type { MatchOptions } from "../matchView.ts";

/** What a decoder met that it would not open to the end: a bomb, a nesting without end. */
export type Refusal = { start: number; end: number };

/**
 * One way that text hides behind other text. `rewrite` replaces what it can read in place, so that a name half encoded and half
 * plain comes together; `branch` gives views of their own for what is one closed token or one of several guesses.
 */
export type Decoder = {
  /** The word that findings name it by. */
  name: string;
  /** Where whole texts are turned on a guess, so many decodings may lie before it; any number when left out. */
  deepest?: number;
  rewrite?(text: string): Replacement[];
  branch?(view: View, trails: Trails, refuse: (refusal: Refusal) => void): Branch[];
};

export type Branch =
  | {
      view: View;
      /** Whether further decoding may follow; islands of text in noise are only matched. */
      goesOn: boolean;
      /** Nothing about it was guessed: if it cannot be followed further, that is a finding. */
      isExact: boolean;
      /** What stands there as it stood before was judged there, beside what really stands beside it. */
      isGuess?: boolean;
    }
  | Guess;

/** A whole text turned by a rule that may mean nothing: matched, and made a view only when something was found in it. */
export type Guess = { text: string; match: MatchOptions; toView(): View };

/** All matches of a global pattern that can be read, as replacements. */
export function replaceMatches(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => string | undefined,
): Replacement[] {
  const replacements: Replacement[] = [];
  for (const match of text.matchAll(pattern)) {
    const read_ = read(match);
    if (read_ === undefined || read_ === match[0]) continue;
    replacements.push({ start: match.index, end: match.index + match[0].length, text: read_ });
  }
  return replacements;
}

/** Whether more may be hidden in what was read: on a guess only where something encoded could be. */
export function mayHideMore({ text, isSure, isExact }: { text: string; isSure: boolean; isExact: boolean }): boolean {
  return isExact || (isSure && /[A-Za-z0-9+/_%&\\-]{8}/.test(text));
}
