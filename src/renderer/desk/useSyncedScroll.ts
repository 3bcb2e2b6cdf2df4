import { useEffect, useRef, type RefObject } from "react";

type Side = "left" | "right";

/** Where in a text the top of the view is: a block of it and how far into that block, or a share of the whole. */
type Spot = { block: number; into: number } | { share: number };

const blocksOf = (scroller: HTMLElement): HTMLElement[] =>
  [...(scroller.querySelector(".narrative")?.children ?? [])].filter((child) => child instanceof HTMLElement);

function topOf(scroller: HTMLElement, block: HTMLElement): number {
  return block.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
}

function readSpot(scroller: HTMLElement, byBlocks: boolean): Spot {
  const blocks = byBlocks ? blocksOf(scroller) : [];
  const at = blocks.findIndex((block) => topOf(scroller, block) + block.offsetHeight > scroller.scrollTop);
  const block = blocks[at];
  if (block === undefined || scroller.scrollTop === 0) {
    return { share: scroller.scrollTop / Math.max(1, scroller.scrollHeight - scroller.clientHeight) };
  }
  return { block: at, into: (scroller.scrollTop - topOf(scroller, block)) / Math.max(1, block.offsetHeight) };
}

function scrollTo(scroller: HTMLElement, spot: Spot): void {
  if ("share" in spot) {
    scroller.scrollTop = spot.share * (scroller.scrollHeight - scroller.clientHeight);
    return;
  }
  const block = blocksOf(scroller)[spot.block];
  if (block !== undefined) scroller.scrollTop = topOf(scroller, block) + spot.into * block.offsetHeight;
}

/**
 * Two texts scroll together: block by block while they have as many, as right after one was made from the other, else
 * by their lengths. Only the one a person moves leads, so that they never push one another.
 */
export function useSyncedScroll(): { left: RefObject<HTMLDivElement | null>; right: RefObject<HTMLDivElement | null> } {
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [first, second] = [left.current, right.current];
    if (first === null || second === null) return undefined;
    let leader: Side | null = null;
    const lead = (side: Side) => () => void (leader = side);
    const follow = (side: Side) => () => {
      if (leader !== side) return;
      const [from, to] = side === "left" ? [first, second] : [second, first];
      const isAlike = blocksOf(from).length === blocksOf(to).length;
      scrollTo(to, readSpot(from, isAlike));
    };
    const stop = new AbortController();
    for (const [side, scroller] of [
      ["left", first],
      ["right", second],
    ] as const) {
      for (const name of ["wheel", "pointerdown", "keydown"]) {
        scroller.addEventListener(name, lead(side), { signal: stop.signal, passive: true });
      }
      scroller.addEventListener("scroll", follow(side), { signal: stop.signal, passive: true });
    }
    // What brings a finding into view moves both by itself.
    window.addEventListener(
      "keydown",
      (event) => {
        if (!(event.target instanceof Element) || event.target.closest("[data-scrolls-together]") === null)
          leader = null;
      },
      { signal: stop.signal, capture: true },
    );
    return () => stop.abort();
  }, []);
  return { left, right };
}
