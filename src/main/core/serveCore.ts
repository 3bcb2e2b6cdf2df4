import type { MessagePort } from "node:worker_threads";
import { coreContract } from "#shared/contract/index.ts";
import { createServer, type UnexpectedFailure } from "#shared/rpc/createServer.ts";
import { createPortTransport } from "#shared/rpc/portTransport.ts";
import { createSerialQueue } from "#shared/rpc/serialQueue.ts";
import type { Core } from "./core.ts";
import { hostContract } from "./hostContract.ts";

/** Sent by the main thread to the worker: one end of a channel whose other end belongs to a window, or to the host. */
export type ConnectMessage = { connect: "window" | "host"; port: MessagePort };

export type ServeOptions = { checkAnswers: boolean; logUnexpected(failure: UnexpectedFailure): void };

/** Makes the function that joins a window or the host to the core; all of them share one queue of commands. */
export function serveCore(core: Core, options: ServeOptions): (message: ConnectMessage) => void {
  const commandQueue = createSerialQueue();
  return ({ connect, port }) => {
    const transport = createPortTransport(port);
    if (connect === "window") {
      createServer(coreContract, core.handlers, transport, { ...options, commandQueue, onChanged: core.onChanged });
      return;
    }
    const host = {
      readArtifact: ({ artifactId }: { artifactId: string }) => core.readArtifact(artifactId),
      close: async () => {
        await core.close();
        return {};
      },
    };
    createServer(hostContract, { host }, transport, { ...options, commandQueue });
  };
}
