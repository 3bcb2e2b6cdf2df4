import type { Readable, Writable } from "node:stream";
import { z } from "zod";

/** A message of the browser: an answer to a command, or an event of a session. */
const incomingSchema = z.object({
  id: z.int().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  sessionId: z.string().optional(),
});

export type DevtoolsParams = Readonly<Record<string, unknown>>;
export type DevtoolsEvent = { method: string; params: DevtoolsParams; sessionId: string | undefined };

/** The DevTools protocol over two pipes: JSON texts, each ended by a zero byte. */
export type DevtoolsPipe = {
  /** Rejects when the browser refuses the command or is gone. `sessionId` names the page; without it, the browser. */
  send(method: string, params?: DevtoolsParams, sessionId?: string): Promise<DevtoolsParams>;
  onEvent(listener: (event: DevtoolsEvent) => void): void;
  onClose(listener: () => void): void;
};

type OpenCommand = { method: string; resolve(result: DevtoolsParams): void; reject(error: Error): void };

/** Speaks over the pipes of a browser started with `--remote-debugging-pipe` (its file descriptors 3 and 4). */
export function openDevtoolsPipe(toBrowser: Writable, fromBrowser: Readable): DevtoolsPipe {
  const open = new Map<number, OpenCommand>();
  const eventListeners: ((event: DevtoolsEvent) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let nextId = 1;
  let closed = false;

  const close = () => {
    if (closed) return;
    closed = true;
    for (const { method, reject } of open.values()) reject(new Error(`the browser closed during ${method}`));
    open.clear();
    for (const listener of closeListeners) listener();
  };

  const receive = (text: string) => {
    const { id, result, error, method, params, sessionId } = incomingSchema.parse(JSON.parse(text));
    if (id !== undefined) {
      const command = open.get(id);
      open.delete(id);
      if (error === undefined) command?.resolve(result ?? {});
      else command?.reject(new Error(`${command.method}: ${error.message}`));
    } else if (method !== undefined) {
      for (const listener of eventListeners) listener({ method, params: params ?? {}, sessionId });
    }
  };

  splitAtZeroBytes(fromBrowser, receive);
  for (const stream of [toBrowser, fromBrowser]) {
    stream.on("close", close);
    // A browser that is gone breaks the pipe; the "close" that follows says all there is to say.
    stream.on("error", () => undefined);
  }

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error(`the browser is closed, so it cannot do ${method}`));
        const id = nextId++;
        open.set(id, { method, resolve, reject });
        toBrowser.write(
          `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
        );
      }),
    onEvent: (listener) => void eventListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
  };
}

/** Calls `receive` for each text; a long text comes in many chunks, which are joined only once. */
function splitAtZeroBytes(stream: Readable, receive: (text: string) => void): void {
  let pending: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      pending.push(chunk.subarray(from, end));
      const text = Buffer.concat(pending).toString("utf8");
      pending = [];
      from = end + 1;
      receive(text);
    }
    if (from < chunk.length) pending.push(chunk.subarray(from));
  });
}
