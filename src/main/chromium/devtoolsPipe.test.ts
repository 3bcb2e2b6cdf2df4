import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDevtoolsPipe, type DevtoolsEvent } from "./devtoolsPipe.ts";

describe("the DevTools pipe", () => {
  it("reads the same events however the bytes are cut", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.array(fc.integer({ min: 1, max: 9 })), (texts, sizes) => {
        const fromBrowser = new PassThrough();
        const pipe = openDevtoolsPipe(new PassThrough(), fromBrowser);
        const seen: DevtoolsEvent[] = [];
        pipe.onEvent((event) => seen.push(event));
        const wire = Buffer.from(
          texts.map((text) => `${JSON.stringify({ method: "e", params: { text } })}\0`).join(""),
        );
        for (let at = 0, turn = 0; at < wire.length; turn += 1) {
          const size = sizes[turn % Math.max(1, sizes.length)] ?? 4;
          fromBrowser.emit("data", wire.subarray(at, at + size));
          at += size;
        }
        expect(seen.map(({ params }) => params.text)).toStrictEqual(texts);
      }),
    );
  });

  it("gives each command its own answer or refusal", async () => {
    const [toBrowser, fromBrowser] = [new PassThrough(), new PassThrough()];
    const pipe = openDevtoolsPipe(toBrowser, fromBrowser);
    const good = pipe.send("Page.enable", {}, "S");
    const bad = pipe.send("Page.fly");
    fromBrowser.write('{"id":2,"error":{"message":"cannot fly"}}\0{"id":1,"result":{"ok":true}}\0');
    expect(await good).toStrictEqual({ ok: true });
    await expect(bad).rejects.toThrow("Page.fly: cannot fly");
    expect(toBrowser.read()?.toString()).toContain('"sessionId":"S"');
  });

  it("fails what is open when the browser goes away, and what comes later", async () => {
    const fromBrowser = new PassThrough();
    const pipe = openDevtoolsPipe(new PassThrough(), fromBrowser);
    const open = pipe.send("Page.enable");
    fromBrowser.destroy();
    await expect(open).rejects.toThrow("closed during Page.enable");
    await expect(pipe.send("Page.enable")).rejects.toThrow("is closed");
  });
});
