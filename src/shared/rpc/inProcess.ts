import { createInbox, type Transport } from "./transport.ts";

/**
 * Two transports joined in one process, for tests and for a renderer beside its core. Messages arrive in order, in a
 * later microtask; `copy` (for example `structuredClone`) stands for what a real wire does to values.
 */
export function createInProcessPair(
  copy: (message: unknown) => unknown = (message) => message,
): [Transport, Transport] {
  const inboxes = [createInbox(), createInbox()] as const;
  const close = () => {
    for (const inbox of inboxes) inbox.markClosed();
  };
  const join = (own: (typeof inboxes)[number], other: (typeof inboxes)[number]): Transport => ({
    post(message) {
      if (own.closed) return;
      const copied = copy(message);
      queueMicrotask(() => other.deliver(copied));
    },
    onMessage: own.onMessage,
    onClose: own.onClose,
    close,
  });
  return [join(inboxes[0], inboxes[1]), join(inboxes[1], inboxes[0])];
}
