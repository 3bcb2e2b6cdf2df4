import { createInbox, type Transport } from "#shared/rpc/transport.ts";
import { clientMessageSchema } from "#shared/rpc/wire.ts";

/**
 * Parts a window's messages in two: calls of `feature` go to the first transport, all else to the second. Both answer
 * into the same window. A cancel goes to both, since only the receiver of the call knows its number.
 */
export function splitTransport(window: Transport, feature: string): [own: Transport, rest: Transport] {
  const [own, rest] = [createInbox(), createInbox()];
  window.onMessage((raw) => {
    const parsed = clientMessageSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.type === "cancel") {
      own.deliver(message);
      rest.deliver(message);
    } else if (message.method.startsWith(`${feature}.`)) own.deliver(message);
    else rest.deliver(message);
  });
  window.onClose(() => {
    own.markClosed();
    rest.markClosed();
  });
  const side = ({ onMessage, onClose }: typeof own): Transport => ({
    post: window.post,
    onMessage,
    onClose,
    close: window.close,
  });
  return [side(own), side(rest)];
}
