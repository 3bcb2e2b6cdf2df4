import { HERE_ARE_EVENTS, listenToFrames, REQUEST_WIRE, sendFrame, TO_PAGE, TO_SHELL } from "#shared/rpc/bridge.ts";

/*
 * Runs in an isolated world of the page, before the page's own script (the counterpart of Electron's preload). It carries
 * the page's frames to the shell's binding, and back. The page sees neither the binding nor this script.
 */

declare global {
  /** Set by the shell with Runtime.addBinding, in this world only. */
  var callShell: (frame: string) => void;
  /** Called by the shell for each frame that comes from the core. */
  var receiveFrame: (frame: string) => void;
}

let isHandedOver = false;

window.addEventListener("message", (event) => {
  if (event.source !== window || event.data !== REQUEST_WIRE || isHandedOver) return;
  isHandedOver = true;
  listenToFrames(window, TO_SHELL, (frame) => globalThis.callShell(frame));
  globalThis.receiveFrame = (frame) => sendFrame(window, TO_PAGE, frame);
  window.postMessage(HERE_ARE_EVENTS, "/");
});
