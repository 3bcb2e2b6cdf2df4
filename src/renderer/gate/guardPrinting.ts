/**
 * The window is no document: what is printed is a file that went through the gate. The browser's own ways to print a page,
 * to save it, and to copy a picture of it are closed.
 * @returns ends it
 */
export function guardPrinting(onRefused: () => void): () => void {
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const pressed = event.key.toLowerCase();
    if (pressed === "s") event.preventDefault();
    if (pressed !== "p") return;
    event.preventDefault();
    onRefused();
  };
  const menu = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("img, svg, canvas") !== null) event.preventDefault();
  };
  window.addEventListener("keydown", key);
  window.addEventListener("contextmenu", menu);
  return () => {
    window.removeEventListener("keydown", key);
    window.removeEventListener("contextmenu", menu);
  };
}
