import type { MessagePort } from "node:worker_threads";
import { coreContract } from "#shared/contract/index.ts";
import { createServer, type UnexpectedFailure } from "#shared/rpc/createServer.ts";
import { createPortTransport } from "#shared/rpc/portTransport.ts";
import { createSerialQueue } from "#shared/rpc/serialQueue.ts";
import type { Transport } from "#shared/rpc/transport.ts";
import type { Core } from "./core.ts";
import { hostContract } from "./hostContract.ts";

/** Sent by the main thread to the worker: one end of a channel whose other end belongs to a window, or to the host. */
export type ConnectMessage = { connect: "window" | "host"; port: MessagePort };

export type ServeOptions = { checkAnswers: boolean; logUnexpected(failure: UnexpectedFailure): void };

/** Makes the function that joins a window or the host to the core; all windows share one queue of commands. */
export function serveCore(core: Core, options: ServeOptions): (message: ConnectMessage) => void {
  const commandQueue = createSerialQueue();
  const windows = new Set<Promise<void>>();

  const joinWindow = (window: Transport) => {
    const gone = new Promise<void>((resolve) => void window.onClose(resolve)).then(() => void windows.delete(gone));
    windows.add(gone);
    createServer(coreContract, core.handlers, window, { ...options, commandQueue, onChanged: core.onChanged });
  };
  const host = {
    readArtifact: ({ artifactId }: { artifactId: string }) => core.readArtifact(artifactId),
    /** Ports know no order among them: a window's last command may come after the host's call, but never after its own end. */
    close: async () => {
      await Promise.all(windows);
      await commandQueue.idle();
      await core.close();
      return {};
    },
  };
  return ({ connect, port }) => {
    const transport = createPortTransport(port);
    if (connect === "window") joinWindow(transport);
    else createServer(hostContract, { host }, transport, options);
  };
}
