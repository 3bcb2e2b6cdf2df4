import { useEffect, type RefObject } from "react";

/** Puts the focus into a place's list as one arrives there by key or by the rail, but takes it from nobody. */
export function useFocusOnArrival(element: RefObject<HTMLElement | null>, ready: boolean): void {
  useEffect(() => {
    const active = document.activeElement;
    const isFree = active === null || active === document.body || active.closest("nav") !== null;
    if (ready && isFree) element.current?.focus({ preventScroll: true });
  }, [element, ready]);
}
