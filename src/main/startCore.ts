import { MessageChannel, Worker } from "node:worker_threads";
import { createClient } from "#shared/rpc/createClient.ts";
import type { ContractClient } from "#shared/rpc/contractTypes.ts";
import { createPortTransport } from "#shared/rpc/portTransport.ts";
import type { Transport } from "#shared/rpc/transport.ts";
import type { CoreOptions } from "./core/core.ts";
import { hostContract } from "./core/hostContract.ts";
import type { ConnectMessage } from "./core/serveCore.ts";
import type { Log } from "./log.ts";

/** The core in its worker thread, as the main thread sees it. */
export type CoreThread = {
  /** Joins a window: what it sends goes to the core, and back. Stays joined when the core is restarted. */
  join(window: Transport): void;
  readArtifact(artifactId: string): Promise<Uint8Array>;
  /** Lets go of the windows, waits until what they asked for is done, closes the open book and ends the thread. */
  stop(): Promise<void>;
};

export type CoreThreadOptions = { workerUrl: URL; core: CoreOptions; checkAnswers: boolean; log: Log };

/** A core that dies this often within this time would only die again. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;

/** Starts the core's worker, and starts it anew should it die: open calls then fail with `core.restarted`. */
export function startCore({ workerUrl, core, checkAnswers, log }: CoreThreadOptions): CoreThread {
  const windows = new Map<Transport, Transport>();
  const restartTimes: number[] = [];
  let stopping = false;
  let worker = start();
  let host = connectHost();

  function start(): Worker {
    const started = new Worker(workerUrl, { workerData: { core, checkAnswers } });
    started.on("error", (error) => log.writeError("core thread", error));
    started.on("exit", restart);
    return started;
  }

  function openChannel(connect: ConnectMessage["connect"]): Transport {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ connect, port: port2 } satisfies ConnectMessage, [port2]);
    return createPortTransport(port1);
  }

  function connectHost(): ContractClient<typeof hostContract> {
    return createClient(hostContract, openChannel("host")).client;
  }

  function connectWindow(window: Transport): void {
    const channel = openChannel("window");
    channel.onMessage((message) => window.post(message));
    windows.set(window, channel);
  }

  function restart(exitCode: number): void {
    if (stopping) return;
    const now = Date.now();
    restartTimes.push(now);
    log.write(`core thread ended with ${exitCode}`);
    if (restartTimes.filter((time) => now - time < RESTART_WINDOW_MS).length > MAX_RESTARTS) {
      for (const window of windows.keys()) window.close();
      return;
    }
    worker = start();
    host = connectHost();
    for (const window of windows.keys()) {
      connectWindow(window);
      window.post({ type: "restarted" });
    }
  }

  return {
    join(window) {
      connectWindow(window);
      window.onMessage((message) => windows.get(window)?.post(message));
      window.onClose(() => {
        windows.get(window)?.close();
        windows.delete(window);
      });
    },
    readArtifact: (artifactId) => host.host.readArtifact({ artifactId }),
    async stop() {
      stopping = true;
      for (const channel of windows.values()) channel.close();
      windows.clear();
      await host.host.close({}).catch((error: unknown) => log.writeError("closing the core", error));
      await worker.terminate();
    },
  };
}
