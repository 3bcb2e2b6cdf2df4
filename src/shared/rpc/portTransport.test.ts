import { MessageChannel } from "node:worker_threads";
import { expect, it } from "vitest";
import { createPortTransport } from "./portTransport.ts";

it("carries byte arrays, and tells both ends when one closes", async () => {
  const { port1, port2 } = new MessageChannel();
  const [near, far] = [createPortTransport(port1), createPortTransport(port2)];
  const message = await new Promise((resolve) => {
    far.onMessage(resolve);
    near.post({ bytes: new Uint8Array([1, 2]) });
  });
  expect(message).toStrictEqual({ bytes: new Uint8Array([1, 2]) });
  await new Promise<void>((resolve) => {
    far.onClose(resolve);
    near.close();
  });
});
