import { describe, expect, it, onTestFinished } from "vitest";
import type { TrialJob } from "../testing/trialThread.ts";
import { openThread, threadUrl } from "./openThread.ts";

function openTrial(options: { longestMs?: number; mostHeapMb?: number; graceMs?: number } = {}) {
  const thread = openThread<TrialJob, string>({
    url: threadUrl("../testing/trialThread", import.meta.url),
    work: "typesetting",
    longestMs: 20_000,
    ...options,
  });
  onTestFinished(() => thread.close());
  return thread;
}

const stopped = { code: "thread.stopped", params: { work: "typesetting" } };

describe("openThread", () => {
  it("does one job after another", async () => {
    const thread = openTrial();
    const answers = await Promise.all(["a", "b", "c"].map((word) => thread.run({ do: "count", word })));
    expect(answers).toEqual(["a 1", "b 2", "c 3"]);
  });

  it("passes on what the thread throws", async () => {
    const thread = openTrial();
    await expect(thread.run({ do: "refuse" })).rejects.toMatchObject({ code: "record.not-found", params: { id: "x" } });
    await expect(thread.run({ do: "fail" })).rejects.toThrow("a fault");
    expect(await thread.run({ do: "count", word: "a" })).toBe("a 1");
  });

  it("tells a new thread by its number, and fails what ran in a dying one", async () => {
    const thread = openTrial();
    const numbers: number[] = [];
    const count = (word: string) =>
      thread.run((number) => {
        numbers.push(number);
        return { do: "count", word };
      });
    await count("a");
    await expect(thread.run({ do: "die" })).rejects.toMatchObject(stopped);
    expect(await count("b")).toBe("b 1");
    expect(numbers).toEqual([1, 2]);
  });

  it("ends a job that never ends, and one that eats all memory", async () => {
    const endless = openTrial({ longestMs: 1_000 });
    await expect(endless.run({ do: "loop" })).rejects.toMatchObject(stopped);
    const hungry = openTrial({ mostHeapMb: 32 });
    await expect(hungry.run({ do: "eat" })).rejects.toMatchObject(stopped);
    expect(await hungry.run({ do: "count", word: "a" })).toBe("a 1");
  });

  it("gives a job up at once, also while it runs, and never starts one that was given up waiting", async () => {
    const thread = openTrial();
    const abort = new AbortController();
    await thread.run({ do: "count", word: "warm" });
    const running = thread.run({ do: "loop" }, abort.signal);
    const waiting = thread.run({ do: "count", word: "b" }, abort.signal);
    const failures = [running, waiting].map((job) => expect(job).rejects.toMatchObject({ code: "call.cancelled" }));
    setTimeout(() => abort.abort(), 50);
    await Promise.all(failures);
    // The loop asks whether it is stopped; the waiting one was not counted.
    expect(await thread.run({ do: "count", word: "c" })).toBe("c 2");
  });

  it("ends a thread that does not hear that its job was given up", async () => {
    const thread = openTrial({ graceMs: 200 });
    const abort = new AbortController();
    await thread.run({ do: "count", word: "warm" });
    const hanging = expect(thread.run({ do: "hang" }, abort.signal)).rejects.toMatchObject({ code: "call.cancelled" });
    const next = thread.run({ do: "count", word: "b" });
    setTimeout(() => abort.abort(), 50);
    await hanging;
    expect(await next).toBe("b 1");
  });

  it("fails what is running when it is closed", async () => {
    const thread = openTrial();
    await thread.run({ do: "count", word: "warm" });
    const running = expect(thread.run({ do: "loop" })).rejects.toMatchObject(stopped);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await thread.close();
    await running;
  });
});
