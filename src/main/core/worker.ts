import { parentPort, workerData } from "node:worker_threads";
import { openLog } from "#main/log.ts";
import type { CoreOptions } from "./core.ts";
import { preferCommonJs } from "./preferCommonJs.ts";
import { serveCore } from "./serveCore.ts";

/** What the main thread hands to the worker at its start. */
export type WorkerData = { core: CoreOptions; checkAnswers: boolean };

if (parentPort === null) throw new Error("worker.ts runs in a worker thread only");
const { core: coreOptions, checkAnswers } = workerData as WorkerData;
// The window waits for the core: what slows its imports is taken out of the way before they begin.
preferCommonJs();
const { createCore } = await import("./createCore.ts");
const log = openLog(coreOptions.stateFolder);
const connect = serveCore(await createCore(coreOptions), {
  checkAnswers,
  logUnexpected: ({ traceId, method, error }) => log.writeError(`${method} ${traceId}`, error),
});
parentPort.on("message", connect);
