import { useEffect } from "react";

/** While no casebook is open a dropped file goes nowhere: not into a book, and not into the window as a page. */
export function useRefuseDrops(active: boolean, onRefused: () => void): void {
  useEffect(() => {
    if (!active) return;
    const hold = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      onRefused();
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("drop", drop);
    };
  }, [active, onRefused]);
}
