/** What was copied, as it is pasted inside the application. */
export type Copied = { plain: string; html: string };

/** A type of the system clipboard that carries a number instead of words: other programs find nothing to paste. */
export const INNER_TYPE = "application/x-hub-casebook";

let kept: { token: string; copied: Copied } | null = null;
let last = 0;

/**
 * Keeps what was copied for pasting inside the application.
 * @returns what stands on the system clipboard in its place
 */
export function keepCopied(copied: Copied): string {
  last += 1;
  kept = { token: String(last), copied };
  return kept.token;
}

/** What a paste is to put: what was kept last, if the system clipboard still refers to it or holds the same words. */
export function copiedFor({ token, plain }: { token: string; plain: string }): Copied | null {
  if (kept === null) return null;
  return token === kept.token || (token === "" && plain !== "" && plain === kept.copied.plain) ? kept.copied : null;
}

/** For a locked book: nothing of it stays. */
export function forgetCopied(): void {
  kept = null;
}
