import { INNER_TYPE } from "./innerClipboard.ts";

/**
 * Nothing is dragged out of the window. Rows and parts of a text are moved inside of it; they carry no words that another
 * program could take.
 * @returns ends it
 */
export function guardDrags(onRefused: () => void): () => void {
  const start = (event: DragEvent) => {
    const target = event.target instanceof Node ? event.target : null;
    const element = target instanceof Element ? target : (target?.parentElement ?? null);
    const isMove = element?.closest("[draggable='true'], [contenteditable='true']") != null;
    if (!isMove || event.dataTransfer === null) {
      event.preventDefault();
      onRefused();
      return;
    }
    event.dataTransfer.clearData();
    event.dataTransfer.setData(INNER_TYPE, "move");
  };
  window.addEventListener("dragstart", start);
  return () => window.removeEventListener("dragstart", start);
}
