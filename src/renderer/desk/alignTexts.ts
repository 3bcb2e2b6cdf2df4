/** What is spoken of, in an editor's text or in a plain one. */
const SPOKEN = ".marking-current, [data-spoken=true]";

/** Room above what is brought into view, as a share of the frame. */
const ABOVE = 0.3;

function topIn(frame: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
}

/** Brings what is spoken of into view in the text, and level with it what belongs to it in the original. */
export function alignTexts(original: HTMLElement | null, text: HTMLElement | null): void {
  if (original === null || text === null) return;
  const spoken = text.querySelector(SPOKEN);
  let level = original.clientHeight * ABOVE;
  if (spoken !== null) {
    const top = topIn(text, spoken);
    const isSeen = top >= 72 && top <= text.clientHeight - 40;
    if (!isSeen) text.scrollTop += top - text.clientHeight * ABOVE;
    level = isSeen ? top : topIn(text, spoken);
  }
  const belonging = original.querySelector(SPOKEN);
  if (belonging === null) return;
  original.scrollTop += topIn(original, belonging) - level;
}
