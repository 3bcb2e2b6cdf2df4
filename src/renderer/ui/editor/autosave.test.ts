import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAutosave } from "./autosave.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("autosave", () => {
  it("waits for typing to rest, then saves the last value once", async () => {
    const saved: string[] = [];
    const autosave = createAutosave<string>({ save: async (value) => saved.push(value) });
    autosave.note("案");
    autosave.note("案件");
    expect(autosave.state).toBe("waiting");
    await vi.advanceTimersByTimeAsync(699);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(["案件"]);
    expect(autosave.state).toBe("saved");
  });

  it("saves typing that never rests", async () => {
    const saved: number[] = [];
    const autosave = createAutosave<number>({ save: async (value) => saved.push(value), longestMs: 1000 });
    for (let step = 0; step < 12; step += 1) {
      autosave.note(step);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved.length).toBeGreaterThan(0);
  });

  it("sends the last value at once when one leaves, also past a slow save under way", async () => {
    const begun: string[] = [];
    const autosave = createAutosave<string>({
      save: async (value) => {
        begun.push(value);
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      },
    });
    autosave.note("一つめ");
    autosave.leave();
    expect(begun).toEqual(["一つめ"]);
    autosave.note("二つめ");
    autosave.leave();
    expect(begun).toEqual(["一つめ", "二つめ"]);
    expect(autosave.pending?.value).toBe("二つめ");
  });

  it("keeps the text of a failed save and saves it with the next flush", async () => {
    const saved: string[] = [];
    let full = true;
    const autosave = createAutosave<string>({
      save: async (value) => {
        if (full) throw new Error("disk full");
        saved.push(value);
      },
    });
    autosave.note("失われてはならない");
    await autosave.flush();
    expect(autosave.state).toBe("failed");
    expect(autosave.pending?.value).toBe("失われてはならない");
    full = false;
    await autosave.flush();
    expect(saved).toEqual(["失われてはならない"]);
    expect(autosave.pending).toBeUndefined();
  });

  it("ends with the last noted value saved last, whatever the order of typing, resting and slow saves", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("note" as const), value: fc.nat(1000) }),
      fc.record({ do: fc.constant("rest" as const), ms: fc.integer({ min: 1, max: 3000 }) }),
      fc.record({ do: fc.constant("flush" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.nat(2000), async (steps, saveMs) => {
        const saved: number[] = [];
        let running = 0;
        const autosave = createAutosave<number>({
          save: async (value) => {
            running += 1;
            expect(running).toBe(1);
            await new Promise((resolve) => setTimeout(resolve, saveMs));
            saved.push(value);
            running -= 1;
          },
        });
        let last: number | undefined;
        for (const each of steps) {
          if (each.do === "note") autosave.note((last = each.value));
          else if (each.do === "rest") await vi.advanceTimersByTimeAsync(each.ms);
          else void autosave.flush();
        }
        await vi.advanceTimersByTimeAsync(20_000);
        expect(saved.at(-1)).toBe(last);
        expect(autosave.state).toBe("saved");
      }),
      { numRuns: 60 },
    );
  });
});
