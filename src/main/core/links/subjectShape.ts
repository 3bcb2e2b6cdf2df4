import { fold } from "#shared/domain/fold.ts";

/** Shapes shorter than this are anybody's subject (「ご連絡」). */
const SHORTEST = 6;

/**
 * What a campaign's subjects have in common: without Re: and Fw:, without the numbers and dates that change with every
 * mail. "" when too little is left to say anything.
 */
export function subjectShape(subject: string): string {
  const shape = fold(subject)
    .replaceAll(/^(?:\s*(?:re|fwd?|返信|転送)\s*[:：])+/giu, "")
    .replaceAll(/[0-9０-９]+/gu, "#")
    .replaceAll(/[\s\u3000]+/gu, "");
  return shape.replaceAll("#", "").length < SHORTEST ? "" : shape;
}

/** The longest piece of a subject that every subject of its shape holds, to look others up by. */
export function pieceOfSubject(subject: string): string {
  const pieces = fold(subject)
    .replaceAll(/^(?:\s*(?:re|fwd?|返信|転送)\s*[:：])+/giu, "")
    .split(/[0-9\s\u3000]+/u);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}
