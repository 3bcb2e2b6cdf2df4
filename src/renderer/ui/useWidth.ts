import { useLayoutEffect, useState, type RefObject } from "react";

/**
 * The inner width of an element, px, as it changes; 0 until it stands.
 * @param isShown whether it is in the page: it may come and go within its component
 */
export function useWidth(element: RefObject<HTMLElement | null>, isShown: boolean): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const node = element.current;
    if (!isShown || node === null) return undefined;
    setWidth(node.clientWidth);
    const observer = new ResizeObserver(() => setWidth(node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, isShown]);
  return width;
}
