import { useEffect } from "react";

/** Long enough for whoever closed a dialog to put the focus elsewhere. */
const PATIENCE_MS = 20;
/** What floats over the window: dialogs, menus, lists of choices. */
const FLOATING = "[data-portal], [data-mantine-shared-portal-node]";
const DIALOG = "[role=dialog]";

const isDialog = (node: Node): boolean =>
  node instanceof Element && (node.matches(DIALOG) || node.querySelector(DIALOG) !== null);

/** Where the keys of the place act, when what had the focus is gone. */
const mainList = (): HTMLElement | null =>
  document.querySelector<HTMLElement>("[data-queue]") ?? document.querySelector<HTMLElement>("[data-primary=true]");

/** Puts the focus back to where it was before a dialog, once that is gone and has left it to nobody. */
export function useFocusKeeper(): void {
  useEffect(() => {
    let before: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest(FLOATING) === null) before = target;
    };
    const giveBack = () => {
      if (document.activeElement !== document.body || document.querySelector(DIALOG) !== null) return;
      const target = before?.isConnected === true ? before : mainList();
      target?.focus({ preventScroll: true });
    };
    const watch = () => {
      for (const layer of document.querySelectorAll(FLOATING)) observer.observe(layer, { childList: true });
    };
    const observer = new MutationObserver((changes) => {
      watch();
      if (!changes.some(({ removedNodes }) => [...removedNodes].some(isDialog))) return;
      clearTimeout(timer);
      timer = setTimeout(giveBack, PATIENCE_MS);
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true });
    watch();
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
}
