import type { MessagePortMain } from "electron";
import { createInbox, type Transport } from "#shared/rpc/transport.ts";

/** A transport over Electron's own kind of message port. */
export function createMainPortTransport(port: MessagePortMain): Transport {
  const inbox = createInbox();
  port.on("message", ({ data }: { data: unknown }) => inbox.deliver(data));
  port.on("close", () => inbox.markClosed());
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
