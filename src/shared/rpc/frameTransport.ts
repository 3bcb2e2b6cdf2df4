import { createFrameDecoder, encodeFrames } from "./bytes.ts";
import { createInbox, type Transport } from "./transport.ts";

/** A transport over a wire that carries only text, and the end of it that the wire feeds. */
export type FrameTransport = {
  transport: Transport;
  /** Takes the next frame off the wire. */
  accept(frame: string): void;
  /** To be called when the wire is cut from the other side. */
  markClosed(): void;
};

/**
 * Makes a transport of a wire that carries frames in order. `send` puts a frame on the wire before it returns: what was
 * posted while a page is being left is then out of it. `close` cuts the wire.
 */
export function createFrameTransport(send: (frame: string) => void, close: () => void): FrameTransport {
  const inbox = createInbox();
  const decoder = createFrameDecoder();
  return {
    transport: {
      post(message) {
        if (inbox.closed) return;
        for (const frame of encodeFrames(message)) send(frame);
      },
      onMessage: inbox.onMessage,
      onClose: inbox.onClose,
      close() {
        close();
        inbox.markClosed();
      },
    },
    accept(frame) {
      const done = decoder.accept(frame);
      if (done !== undefined) inbox.deliver(done.message);
    },
    markClosed: inbox.markClosed,
  };
}
