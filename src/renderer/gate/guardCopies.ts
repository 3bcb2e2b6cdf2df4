import type { TextRef } from "#shared/contract/sanitising.ts";
import { copiedFor, INNER_TYPE, keepCopied, type Copied } from "./innerClipboard.ts";
import { asTextField, leavingTextOf, readCopy } from "./readCopy.ts";

export type CopyGuard = {
  /** Words of a text that is to leave were copied: the gate has to be asked. */
  onLeaving(text: TextRef, passage: string): void;
  /** Other words were copied: they stay inside. */
  onKept(plain: string): void;
};

/**
 * Takes over copy, cut and paste of the whole window. What is copied is kept here; the system clipboard gets a number that
 * only this window understands.
 * @returns ends it
 */
export function guardCopies({ onLeaving, onKept }: CopyGuard): () => void {
  const copy = (event: ClipboardEvent) => {
    const copied = readCopy(event);
    const isTaken = event.defaultPrevented;
    if (isNothing(copied) && !isTaken && document.getSelection()?.isCollapsed !== false) return;
    event.preventDefault();
    event.clipboardData?.clearData();
    if (isNothing(copied)) return;
    event.clipboardData?.setData(INNER_TYPE, keepCopied(copied));
    // An editor cuts by itself; a field is left to us, now that its own cut was stopped.
    if (event.type === "cut" && !isTaken) document.execCommand("delete");
    const text = leavingTextOf(event);
    if (text) onLeaving(text, copied.plain);
    else onKept(copied.plain);
  };
  const paste = (event: ClipboardEvent) => {
    if (!event.isTrusted || event.clipboardData === null) return;
    const data = event.clipboardData;
    const copied = copiedFor({ token: data.getData(INNER_TYPE), plain: data.getData("text/plain") });
    if (copied === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asTextField(event.target)) document.execCommand("insertText", false, copied.plain);
    else event.target?.dispatchEvent(pasteOf(copied.plain, copied.html));
  };
  // After the editors, which put their own reading of the selection there; before them, to give them what they copied.
  window.addEventListener("copy", copy);
  window.addEventListener("cut", copy);
  window.addEventListener("paste", paste, { capture: true });
  return () => {
    window.removeEventListener("copy", copy);
    window.removeEventListener("cut", copy);
    window.removeEventListener("paste", paste, { capture: true });
  };
}

const isNothing = ({ plain, html }: Copied): boolean => plain === "" && html === "";

function pasteOf(plain: string, html: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", plain);
  if (html !== "") clipboardData.setData("text/html", html);
  return new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
}
