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

function startThread(workerUrl = new URL("./dyingWorker.ts", import.meta.url)) {
  const core = startCore({
    workerUrl,
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

it("does what a window asked for before it closed, however busy the core is, and only then closes the book", async () => {
  const realCore = new URL("../../src/main/core/worker.ts", import.meta.url);
  const identity = { passphrase: "himitsu-desu", analyst: "佐藤" };
  const first = startThread(realCore);
  await first.client.casebook.create({ name: "busy", ...identity });
  const asked: Promise<unknown>[] = Array.from({ length: 20 }, () => first.client.casebook.listBooks({}));
  for (const title of ["前の案件", "閉じる直前の案件"]) {
    asked.push(first.client.cases.create({ title, kind: "incident", origin: "provided", openedAt: "2022-10-01" }));
  }
  const settled = Promise.allSettled(asked);
  await Promise.resolve();
  first.window.close();
  await first.core.stop();
  await settled;

  const second = startThread(realCore);
  const [book] = await second.client.casebook.listBooks({});
  await second.client.casebook.open({ id: book?.id ?? "", ...identity });
  const { rows } = await second.client.cases.list({
    filter: {},
    sort: { by: "title", descending: false },
    offset: 0,
    limit: 10,
  });
  expect(rows.map(({ title }) => title).sort()).toStrictEqual(["前の案件", "閉じる直前の案件"].sort());
  await second.core.stop();
});
