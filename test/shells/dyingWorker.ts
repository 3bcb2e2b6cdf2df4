import { parentPort } from "node:worker_threads";
import { coreContract, type CoreContract } from "#shared/contract/index.ts";
import type { Handlers } from "#shared/rpc/contractTypes.ts";
import { serveCore } from "#core/serveCore.ts";

/** A worker whose core answers `casebook.current` and dies of `casebook.listBooks`; for startCore.test.ts. */
const answers: Readonly<Record<string, () => unknown>> = {
  "casebook.current": () => null,
  "casebook.listBooks": () => process.exit(3),
};

const untyped = Object.fromEntries(
  Object.entries(coreContract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(Object.keys(methods).map((name) => [name, () => answers[`${feature}.${name}`]?.() ?? null])),
  ]),
);

parentPort?.on(
  "message",
  serveCore(
    {
      handlers: untyped as unknown as Handlers<CoreContract>,
      onChanged: () => () => undefined,
      readArtifact: async () => new Uint8Array([1, 2, 3]),
      close: async () => undefined,
    },
    { checkAnswers: false, logUnexpected: () => undefined },
  ),
);
