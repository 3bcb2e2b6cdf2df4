/** What is spoken of, in an editor's text or in a plain one. */
const SPOKEN = ".marking-current, [data-spoken=true]";

/** Room above what is brought into view, as a share of the frame. */
const ABOVE = 0.3;

function topIn(frame: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
}

/**
 * Brings what is spoken of into view in the text, and level with it what belongs to it in the original.
 * @param place which of several that belong to it, from 0
 */
export function alignTexts(original: HTMLElement | null, text: HTMLElement | null, place: number): void {
  if (original === null || text === null) return;
  const spoken = text.querySelector(SPOKEN);
  if (spoken !== null) {
    const top = topIn(text, spoken);
    if (top < 72 || top > text.clientHeight - 40) text.scrollTop += top - text.clientHeight * ABOVE;
  }
  const own = [...original.querySelectorAll(SPOKEN)];
  const belonging = own[Math.min(place, own.length - 1)];
  if (belonging === undefined) return;
  const level = spoken === null ? original.clientHeight * ABOVE : topIn(text, spoken);
  original.scrollTop += topIn(original, belonging) - level;
}
