import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrameDecoder, encodeFrames } from "./bytes.ts";

function throughText(messages: readonly unknown[]): unknown[] {
  const decoder = createFrameDecoder();
  const decoded: unknown[] = [];
  for (const message of messages) {
    for (const frame of encodeFrames(message)) {
      expect(frame.isWellFormed()).toBe(true);
      const done = decoder.accept(frame);
      if (done !== undefined) decoded.push(done.message);
    }
  }
  return decoded;
}

const { value: anyMessage } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ unit: "binary" }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom("$bytes", "$", "$$bytes", "bytes"), fc.string()), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

describe("frames", () => {
  it("carry every message unchanged, in order", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 3 }), (messages) => {
        expect(throughText(messages)).toStrictEqual(messages);
      }),
    );
  });

  it("carry a byte array of any length over frame borders", () => {
    const frameBytes = 3 * 512 * 1024;
    for (const length of [0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes + 2]) {
      const bytes = new Uint8Array(length).map((_, at) => (at * 31) & 0xff);
      const [decoded] = throughText([{ bytes }]) as [{ bytes: Uint8Array }];
      expect(Buffer.compare(decoded.bytes, bytes)).toBe(0);
    }
  });

  it("cut long text between characters, never inside one", () => {
    for (const shift of [0, 1]) {
      const text = "x".repeat(shift) + "𠮷".repeat(1_500_000);
      expect(throughText([text])).toStrictEqual([text]);
    }
  });

  it("refuse a message with fewer bytes than announced", () => {
    expect(() => createFrameDecoder().accept('e{"$bytes":[0,4]}')).toThrow("fewer bytes");
    expect(() => createFrameDecoder().accept("zoo")).toThrow("not a frame");
  });
});
