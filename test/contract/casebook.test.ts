import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createCore } from "#core/createCore.ts";
import { makeTestFolder } from "#core/testing/openTestBook.ts";
import type { CallContext } from "#shared/rpc/contractTypes.ts";

const CONTEXT: CallContext = { signal: new AbortController().signal, progress: () => undefined };
const WORDS = { passphrase: "himitsu-desu", analyst: "佐伯" };

async function startCore() {
  const folder = makeTestFolder();
  const booksFolder = join(folder, "books");
  const core = await createCore({ booksFolder, stateFolder: join(folder, "state") });
  onTestFinished(() => core.close());
  return { core, booksFolder, casebook: core.handlers.casebook };
}

test("a book is made, listed without its place, closed, and opened again by its id", async () => {
  const { casebook, booksFolder } = await startCore();
  const made = await casebook.create({ name: "ハブ 2026", ...WORDS }, CONTEXT);
  expect(made).toMatchObject({ name: "ハブ 2026", analyst: "佐伯" });
  const [known] = await casebook.listBooks({}, CONTEXT);
  expect(known).toMatchObject({ name: "ハブ 2026", missing: false });
  expect(JSON.stringify(known)).not.toContain(booksFolder);
  await casebook.close({}, CONTEXT);
  expect(await casebook.current({}, CONTEXT)).toBeNull();
  const id = known?.id ?? "";
  await expect(async () => casebook.open({ id, ...WORDS, passphrase: "chigau-kotoba" }, CONTEXT)).rejects.toMatchObject(
    {
      code: "casebook.wrong-passphrase",
    },
  );
  expect(await casebook.open({ id, ...WORDS }, CONTEXT)).toMatchObject({ name: "ハブ 2026" });
});

test("the open book can be opened again, under another name too", async () => {
  const { casebook, booksFolder } = await startCore();
  await casebook.create({ name: "一", ...WORDS }, CONTEXT);
  symlinkSync(join(booksFolder, "一.casebook"), join(booksFolder, "二.casebook"));
  for (const { id, name } of await casebook.listBooks({}, CONTEXT)) {
    expect(await casebook.open({ id, ...WORDS }, CONTEXT)).toMatchObject({ name });
  }
});

test("a short passphrase and a name that is taken make no book", async () => {
  const { casebook } = await startCore();
  await expect(async () =>
    casebook.create({ name: "一", ...WORDS, passphrase: "短い" }, CONTEXT),
  ).rejects.toMatchObject({
    code: "casebook.passphrase-too-short",
  });
  expect(await casebook.listBooks({}, CONTEXT)).toEqual([]);
  await casebook.create({ name: "一", ...WORDS }, CONTEXT);
  await expect(async () => casebook.create({ name: "一", ...WORDS }, CONTEXT)).rejects.toMatchObject({
    code: "casebook.exists",
  });
});

test("nothing is answered while no book is open", async () => {
  const { core } = await startCore();
  await expect(async () => core.handlers.campaigns.list({}, CONTEXT)).rejects.toMatchObject({
    code: "casebook.not-open",
  });
});

test("what a command changed is announced, and only once it is stored", async () => {
  const { core, casebook } = await startCore();
  await casebook.create({ name: "一", ...WORDS }, CONTEXT);
  const heard: unknown[] = [];
  onTestFinished(core.onChanged((topics) => heard.push(topics)));
  await core.handlers.campaigns.create({ name: "一連", since: "2017-10" }, CONTEXT);
  expect(heard).toEqual([expect.arrayContaining(["campaigns", "audit"])]);
  await expect(async () =>
    core.handlers.links.remove({ id: "01900000-0000-7000-8000-000000000000" }, CONTEXT),
  ).rejects.toMatchObject({
    code: "record.not-found",
  });
  expect(heard).toHaveLength(1);
});
