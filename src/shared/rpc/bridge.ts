import { createPortTransport, type PortLike } from "./portTransport.ts";
import type { Transport } from "./transport.ts";

/**
 * How a page gets its one connection. Each shell runs a small script before the page's own (Electron: preload;
 * Chromium: a script injected over DevTools). The page posts `REQUEST_PORT` to itself; that script answers with
 * `HERE_IS_PORT` and one message port, which is all that it ever hands over: no functions, no channels by name.
 */
export const REQUEST_PORT = "hub-casebook:request-port";
export const HERE_IS_PORT = "hub-casebook:here-is-port";

type BridgeEvent = { source: unknown; data: unknown; ports: readonly PortLike[] };

/** The part of `Window` used here. */
export type BridgeWindow = {
  addEventListener(type: "message", listener: (event: BridgeEvent) => void): void;
  removeEventListener(type: "message", listener: (event: BridgeEvent) => void): void;
  postMessage(message: string, targetOrigin: string): void;
};

/** Asks the shell's script for the connection to the core. Call it once a page: `requestCoreTransport(window)`. */
export function requestCoreTransport(page: BridgeWindow): Promise<Transport> {
  return new Promise((resolve) => {
    const receive = (event: BridgeEvent) => {
      const [port] = event.ports;
      if (event.source !== page || event.data !== HERE_IS_PORT || port === undefined) return;
      page.removeEventListener("message", receive);
      resolve(createPortTransport(port));
    };
    page.addEventListener("message", receive);
    page.postMessage(REQUEST_PORT, "/");
  });
}
