import { createInbox, type Transport } from "./transport.ts";

/** What the DOM's `MessagePort` and that of `node:worker_threads` have in common. */
export type PortLike = {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { type: string; data?: unknown }) => void): void;
  addEventListener(type: "close", listener: () => void): void;
  start(): void;
  close(): void;
};

/** A transport over a message port of a browser or of Node; values are structured clones, byte arrays included. */
export function createPortTransport(port: PortLike): Transport {
  const inbox = createInbox();
  port.addEventListener("message", (event) => inbox.deliver(event.data));
  port.addEventListener("close", () => inbox.markClosed());
  port.start();
  return {
    post(message) {
      if (!inbox.closed) port.postMessage(message);
    },
    onMessage: inbox.onMessage,
    onClose: inbox.onClose,
    close() {
      port.close();
      inbox.markClosed();
    },
  };
}
