import type { TextRef } from "#shared/contract/sanitising.ts";
import type { Copied } from "./innerClipboard.ts";

/** Marks a text that is to leave: its words may be copied out once the gate has looked at them. */
export const leavingAttribute = ({ kind, id }: TextRef) => ({ "data-leaving": `${kind}:${id}` });

/** The write-up or sharing that all of a copy belongs to; null when any of it is not sanitised. */
export function leavingTextOf(event: ClipboardEvent): TextRef | null {
  const selection = asTextField(event.target) ? null : document.getSelection();
  const selected =
    selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0).commonAncestorContainer : null;
  const node = selected ?? (event.target instanceof Node ? event.target : null);
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const [kind, id] = element?.closest("[data-leaving]")?.getAttribute("data-leaving")?.split(":") ?? [];
  return (kind === "writeup" || kind === "sharing") && id !== undefined ? { kind, id } : null;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

export const asTextField = (target: EventTarget | null): TextField | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;

/** What a copy would have put on the system clipboard: an editor's own choice, a field's selection, or the page's. */
export function readCopy(event: ClipboardEvent): Copied {
  const own = event.clipboardData;
  if (event.defaultPrevented && own !== null) {
    return { plain: own.getData("text/plain"), html: own.getData("text/html") };
  }
  const field = asTextField(event.target);
  if (field) return { plain: selectionOf(field), html: "" };
  const selection = document.getSelection();
  return { plain: selection?.toString() ?? "", html: "" };
}

function selectionOf(field: TextField): string {
  // A password goes nowhere, as in every browser.
  if (field.type === "password") return "";
  return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}
