import { useEffect, useRef } from "react";
import type { Stretch } from "./locateFindings.ts";

/** Shows in the text what a list stands on, and nothing once the list is left. */
export function useSpoken(current: Stretch | undefined, onShow: (stretch: Stretch | null) => void): void {
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  const { start, end, text } = current ?? { start: -1, end: -1, text: "" };
  useEffect(() => {
    show.current(start < 0 ? null : { start, end, text });
  }, [start, end, text]);
  useEffect(() => () => show.current(null), []);
}
