import { expect, it } from "vitest";
import { createInProcessPair } from "#shared/rpc/inProcess.ts";
import { splitTransport } from "./splitTransport.ts";

it("gives each call to one side, a cancel to both, and rubbish to none", async () => {
  const [page, window] = createInProcessPair();
  const [own, rest] = splitTransport(window, "shell");
  const seen: { own: unknown[]; rest: unknown[] } = { own: [], rest: [] };
  own.onMessage((message) => seen.own.push(message));
  rest.onMessage((message) => seen.rest.push(message));
  const shellCall = { type: "call", id: 1, method: "shell.info", input: {} };
  const coreCall = { type: "call", id: 2, method: "shellfish.list", input: {} };
  for (const message of [shellCall, coreCall, { type: "cancel", id: 2 }, "rubbish", { type: "call" }])
    page.post(message);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(seen).toStrictEqual({
    own: [shellCall, { type: "cancel", id: 2 }],
    rest: [coreCall, { type: "cancel", id: 2 }],
  });
});

it("tells both sides when the window is gone", async () => {
  const [page, window] = createInProcessPair();
  const sides = splitTransport(window, "shell");
  let closed = 0;
  for (const side of sides) side.onClose(() => (closed += 1));
  page.close();
  expect(closed).toBe(2);
});
