import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { coreContract } from "#shared/contract/index.ts";
import { AppError } from "#shared/errors.ts";
import { createClient } from "#shared/rpc/createClient.ts";
import { createInProcessPair } from "#shared/rpc/inProcess.ts";
import { openLog } from "#main/log.ts";
import { startCore } from "#main/startCore.ts";

const stateFolder = mkdtempSync(join(tmpdir(), "core-thread-"));
afterAll(() => rmSync(stateFolder, { recursive: true }));

function startThread() {
  const core = startCore({
    workerUrl: new URL("./dyingWorker.ts", import.meta.url),
    core: { booksFolder: stateFolder, stateFolder },
    checkAnswers: false,
    log: openLog(stateFolder),
  });
  const [page, window] = createInProcessPair(structuredClone);
  core.join(window);
  return { core, window, ...createClient(coreContract, page) };
}

it("serves windows and the host over ports of their own", async () => {
  const { core, client } = startThread();
  expect(await client.casebook.current({})).toBeNull();
  expect(await core.readArtifact("any")).toStrictEqual(new Uint8Array([1, 2, 3]));
  await core.stop();
});

it("fails open calls when the core dies, says so, and goes on with a new one", async () => {
  const { core, client, onRestarted } = startThread();
  const restarted = new Promise<void>((resolve) => onRestarted(resolve));
  const failure = await client.casebook.listBooks({}).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code: "core.restarted" });
  await restarted;
  expect(await client.casebook.current({})).toBeNull();
  expect(readFileSync(join(stateFolder, "hub-casebook.log"), "utf8")).toContain("core thread ended with 3");
  await core.stop();
});

it("gives up on a core that only dies, and lets the windows know", async () => {
  const { core, client, window } = startThread();
  const closed = new Promise<void>((resolve) => window.onClose(resolve));
  for (let turn = 0; turn < 6; turn += 1) await client.casebook.listBooks({}).catch(() => undefined);
  await closed;
  await core.stop();
});
