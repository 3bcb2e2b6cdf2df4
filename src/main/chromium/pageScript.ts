import { createFrameDecoder, encodeFrames } from "#shared/rpc/bytes.ts";
import { HERE_IS_PORT, REQUEST_PORT } from "#shared/rpc/bridge.ts";

/*
 * Runs in an isolated world of the page, before the page's own script (the counterpart of Electron's preload). It hands
 * one message port to the page and carries what comes over it to the shell's binding, and back. The page sees neither
 * the binding nor this script.
 */

declare global {
  /** Set by the shell with Runtime.addBinding, in this world only. */
  var sendFrame: (frame: string) => void;
  /** Called by the shell for each frame that comes from the core. */
  var receiveFrame: (frame: string) => void;
}

let isHandedOver = false;

window.addEventListener("message", (event) => {
  if (event.source !== window || event.data !== REQUEST_PORT || isHandedOver) return;
  isHandedOver = true;
  const { port1, port2 } = new MessageChannel();
  const decoder = createFrameDecoder();
  port1.onmessage = ({ data }) => {
    for (const frame of encodeFrames(data)) globalThis.sendFrame(frame);
  };
  globalThis.receiveFrame = (frame) => {
    const done = decoder.accept(frame);
    if (done !== undefined) port1.postMessage(done.message);
  };
  window.postMessage(HERE_IS_PORT, "/", [port2]);
});
