/** Ends a subscription. Calling it twice does nothing more. */
export type Unsubscribe = () => void;

/**
 * An ordered, reliable pipe of messages to one peer. Messages are plain values that may hold `Uint8Array`s; a transport
 * that can carry only text encodes them with `bytes.ts`. Messages that come before the first listener are kept for it.
 */
export type Transport = {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): Unsubscribe;
  /** Called once when the peer is gone; at once when it is gone already. */
  onClose(listener: () => void): Unsubscribe;
  close(): void;
};

/** The receiving half of a transport: keeps early messages until somebody listens, and says "closed" once. */
export type Inbox = {
  deliver(message: unknown): void;
  markClosed(): void;
  readonly closed: boolean;
  onMessage: Transport["onMessage"];
  onClose: Transport["onClose"];
};

/** Makes the receiving half; every transport is one of these and a way to post. */
export function createInbox(): Inbox {
  const messageListeners = new Set<(message: unknown) => void>();
  const closeListeners = new Set<() => void>();
  let early: unknown[] = [];
  let closed = false;
  return {
    get closed() {
      return closed;
    },
    deliver(message) {
      if (closed) return;
      if (messageListeners.size === 0) early.push(message);
      for (const listener of [...messageListeners]) listener(message);
    },
    markClosed() {
      if (closed) return;
      closed = true;
      for (const listener of [...closeListeners]) listener();
      closeListeners.clear();
      messageListeners.clear();
      early = [];
    },
    onMessage(listener) {
      messageListeners.add(listener);
      const kept = early;
      early = [];
      for (const message of kept) listener(message);
      return () => void messageListeners.delete(listener);
    },
    onClose(listener) {
      if (closed) listener();
      else closeListeners.add(listener);
      return () => void closeListeners.delete(listener);
    },
  };
}
