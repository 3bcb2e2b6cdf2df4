import { createFrameTransport } from "./frameTransport.ts";
import { createPortTransport, type PortLike } from "./portTransport.ts";
import type { Transport } from "./transport.ts";

/**
 * How a page gets its one connection. Each shell runs a small script before the page's own, in a world apart (Electron:
 * preload; Chromium: a script injected over DevTools). The page posts `REQUEST_WIRE` to itself, and that script answers
 * once, with all that it ever hands over: Electron's with one message port, Chromium's with the word that it listens to
 * `TO_SHELL` and speaks with `TO_PAGE`, events whose `detail` is a frame.
 *
 * Why events there: they reach the other world before `dispatchEvent` returns. A port's message reaches it in a later
 * task, which a page that is being closed never comes to, and with it the last words that were typed would be lost.
 * Electron's port leads out of the page by itself.
 */
export const REQUEST_WIRE = "hub-casebook:request-wire";
export const HERE_IS_PORT = "hub-casebook:here-is-port";
export const HERE_ARE_EVENTS = "hub-casebook:here-are-events";
export const TO_SHELL = "hub-casebook:to-shell";
export const TO_PAGE = "hub-casebook:to-page";

type BridgeMessage = { source: unknown; data: unknown; ports: readonly PortLike[] };

/** The part of `Window` used here. */
export type BridgeWindow = {
  addEventListener(type: "message", listener: (event: BridgeMessage) => void): void;
  addEventListener(type: string, listener: (event: object) => void): void;
  removeEventListener(type: "message", listener: (event: BridgeMessage) => void): void;
  postMessage(message: string, targetOrigin: string): void;
  dispatchEvent(event: object): boolean;
  CustomEvent: new (type: string, init: { detail: string }) => object;
};

/** Calls `listener` with each frame that comes as an event of this type. */
export function listenToFrames(
  page: Pick<BridgeWindow, "addEventListener">,
  type: typeof TO_SHELL | typeof TO_PAGE,
  listener: (frame: string) => void,
): void {
  page.addEventListener(type, (event: object) => {
    if ("detail" in event && typeof event.detail === "string") listener(event.detail);
  });
}

/** Sends a frame as an event of this type; whoever listens has it before this returns. */
export function sendFrame(
  page: Pick<BridgeWindow, "dispatchEvent" | "CustomEvent">,
  type: typeof TO_SHELL | typeof TO_PAGE,
  frame: string,
): void {
  page.dispatchEvent(new page.CustomEvent(type, { detail: frame }));
}

function openEventWire(page: BridgeWindow): Transport {
  const { transport, accept } = createFrameTransport(
    (frame) => sendFrame(page, TO_SHELL, frame),
    // The wire belongs to the page and goes with it.
    () => undefined,
  );
  listenToFrames(page, TO_PAGE, accept);
  return transport;
}

/** Asks the shell's script for the connection to the core. Call it once a page: `requestCoreTransport(window)`. */
export function requestCoreTransport(page: BridgeWindow): Promise<Transport> {
  return new Promise((resolve) => {
    const receive = ({ source, data, ports: [port] }: BridgeMessage) => {
      if (source !== page) return;
      if (data === HERE_ARE_EVENTS) resolve(openEventWire(page));
      else if (data === HERE_IS_PORT && port !== undefined) resolve(createPortTransport(port));
      else return;
      page.removeEventListener("message", receive);
    };
    page.addEventListener("message", receive);
    page.postMessage(REQUEST_WIRE, "/");
  });
}
