import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { command, query, type Topic } from "../contract/define.ts";
import { AppError } from "../errors.ts";
import type { CallContext, ChangedListener, Handlers } from "./contractTypes.ts";
import { createClient } from "./createClient.ts";
import { createServer, type UnexpectedFailure } from "./createServer.ts";
import { createInProcessPair } from "./inProcess.ts";

const contract = {
  sums: {
    add: query({ input: z.strictObject({ a: z.number(), b: z.number().default(1) }), output: z.number(), reads: [] }),
    uncopyable: query({ input: z.strictObject({}), output: z.unknown(), reads: [] }),
    misreport: query({ input: z.strictObject({}), output: z.string(), reads: [] }),
    explode: query({ input: z.strictObject({}), output: z.null(), reads: [] }),
    refuse: query({ input: z.strictObject({}), output: z.null(), reads: [] }),
    wait: query({ input: z.strictObject({}), output: z.string(), reads: [] }),
    count: query({ input: z.strictObject({ to: z.number() }), output: z.number(), reads: [] }),
  },
  tape: {
    append: command({
      input: z.strictObject({ text: z.string(), turns: z.number() }),
      output: z.string(),
      changes: ["reports"],
    }),
  },
};

function startPair() {
  const [near, far] = createInProcessPair(structuredClone);
  const failures: UnexpectedFailure[] = [];
  const changed = new Set<ChangedListener>();
  const tape: string[] = [];
  let stopped = 0;
  const handlers: Handlers<typeof contract> = {
    sums: {
      add: ({ a, b }) => a + b,
      uncopyable: () => () => "a function",
      misreport: () => JSON.parse("7") as string,
      explode: () => {
        throw new Error("secret detail");
      },
      refuse: () => {
        throw new AppError("storage.not-found", { file: "会議.eml" });
      },
      wait: (_, { signal }: CallContext) =>
        new Promise<string>((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            stopped += 1;
            reject(new Error("stopped"));
          });
        }),
      count: ({ to }, { progress }) => {
        for (let done = 1; done <= to; done += 1) progress(done, to);
        return to;
      },
    },
    tape: {
      append: async ({ text, turns }) => {
        tape.push(`<${text}`);
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        tape.push(`${text}>`);
        return text;
      },
    },
  };
  const server = createServer(contract, handlers, far, {
    checkAnswers: true,
    logUnexpected: (failure) => failures.push(failure),
    onChanged(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
  });
  const connection = createClient(contract, near);
  const announce = (topics: Topic[]) => changed.forEach((listener) => listener(topics));
  return { ...connection, server, near, far, failures, tape, announce, changed, stoppedCount: () => stopped };
}

async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error("expected an AppError");
  return error;
}

describe("a call", () => {
  it("gets the answer of its own question, however many are open", async () => {
    const { client } = startPair();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer(), fc.integer())), async (pairs) => {
        const answers = await Promise.all(pairs.map(([a, b]) => client.sums.add({ a, b })));
        expect(answers).toStrictEqual(pairs.map(([a, b]) => a + b));
      }),
    );
  });

  it("fills the contract's defaults and refuses what does not fit, naming the field", async () => {
    const { client } = startPair();
    expect(await client.sums.add({ a: 4 })).toBe(5);
    const error = await failureOf(client.sums.add(JSON.parse('{"a":"four"}') as { a: number }));
    expect(error.code).toBe("call.invalid");
    expect(error.params.reason).toContain("a:");
  });

  it("to a method that is not in the contract is refused, also for names every object has", async () => {
    const { near } = startPair();
    const answers: unknown[] = [];
    near.onMessage((message) => answers.push(message));
    for (const [id, method] of ["sums.constructor", "__proto__.toString", "sums", ""].entries()) {
      near.post({ type: "call", id, method, input: {} });
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answers).toHaveLength(4);
    for (const answer of answers) expect(answer).toMatchObject({ type: "error", error: { code: "call.invalid" } });
  });

  it("carries a foreseen failure as it is, an unforeseen one as a trace id only", async () => {
    const { client, failures } = startPair();
    expect(await failureOf(client.sums.refuse({}))).toMatchObject({
      code: "storage.not-found",
      params: { file: "会議.eml" },
    });
    const error = await failureOf(client.sums.explode({}));
    expect(error.code).toBe("internal");
    expect(JSON.stringify(error.params)).not.toContain("secret");
    expect(failures).toHaveLength(1);
    expect(error.params.traceId).toBe(failures[0]?.traceId);
  });

  it("with an answer that breaks the contract fails when answers are checked", async () => {
    const { client, failures } = startPair();
    expect((await failureOf(client.sums.misreport({}))).code).toBe("internal");
    expect(failures).toHaveLength(1);
  });

  it("with an answer that the wire cannot carry fails like any other fault", async () => {
    const { client, failures } = startPair();
    expect((await failureOf(client.sums.uncopyable({}))).code).toBe("internal");
    expect(failures).toHaveLength(1);
  });

  it("tells its progress, in order", async () => {
    const { client } = startPair();
    const seen: number[] = [];
    await client.sums.count({ to: 3 }, { onProgress: ({ done }) => seen.push(done) });
    expect(seen).toStrictEqual([1, 2, 3]);
  });
});

describe("cancelling", () => {
  it("rejects at once and stops the handler", async () => {
    const { client, stoppedCount, failures } = startPair();
    const controller = new AbortController();
    const answer = client.sums.wait({}, { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect((await failureOf(answer)).code).toBe("call.cancelled");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(stoppedCount()).toBe(1);
    expect(failures).toHaveLength(0);
  });

  it("keeps a command that still waits in line from starting", async () => {
    const { client, tape } = startPair();
    const controller = new AbortController();
    const first = client.tape.append({ text: "a", turns: 50 });
    const second = client.tape.append({ text: "b", turns: 0 }, { signal: controller.signal });
    controller.abort();
    expect((await failureOf(second)).code).toBe("call.cancelled");
    await first;
    await client.tape.append({ text: "c", turns: 0 });
    expect(tape).toStrictEqual(["<a", "a>", "<c", "c>"]);
  });

  it("is not what a closing window does: what it asked for last is still done", async () => {
    const { client, far, tape } = startPair();
    const first = client.tape.append({ text: "a", turns: 50 });
    const second = client.tape.append({ text: "b", turns: 0 });
    await Promise.resolve();
    far.close();
    expect((await failureOf(first)).code).toBe("core.restarted");
    expect((await failureOf(second)).code).toBe("core.restarted");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tape).toStrictEqual(["<a", "a>", "<b", "b>"]);
  });

  it("before the call begins asks nothing of the core", async () => {
    const { client } = startPair();
    expect((await failureOf(client.sums.add({ a: 1 }, { signal: AbortSignal.abort() }))).code).toBe("call.cancelled");
  });
});

describe("commands", () => {
  it("never overlap, whatever their lengths", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { maxLength: 8 }), async (lengths) => {
        const { client, tape } = startPair();
        await Promise.all(lengths.map((turns, at) => client.tape.append({ text: String(at), turns })));
        expect(tape).toStrictEqual(lengths.flatMap((_, at) => [`<${at}`, `${at}>`]));
      }),
    );
  });
});

describe("what comes unasked", () => {
  it("changed topics reach the listeners until they leave, and stop with the server", async () => {
    const { onChanged, announce, server, changed } = startPair();
    const heard: (readonly Topic[])[] = [];
    const leave = onChanged((topics) => heard.push(topics));
    announce(["reports"]);
    await Promise.resolve();
    leave();
    announce(["cases"]);
    await Promise.resolve();
    expect(heard).toStrictEqual([["reports"]]);
    server.close();
    expect(changed.size).toBe(0);
  });

  it("a restarted core fails open calls but not later ones, and makes everything stale", async () => {
    const { client, far, onChanged } = startPair();
    let stale: readonly Topic[] = [];
    onChanged((topics) => (stale = topics));
    const open = client.sums.wait({});
    far.post({ type: "restarted" });
    expect((await failureOf(open)).code).toBe("core.restarted");
    expect(stale).toContain("casebook");
    expect(await client.sums.add({ a: 1 })).toBe(2);
  });

  it("a closed transport fails open and later calls", async () => {
    const { client, near } = startPair();
    const open = client.sums.wait({});
    near.close();
    expect((await failureOf(open)).code).toBe("core.restarted");
    expect((await failureOf(client.sums.add({ a: 1 }))).code).toBe("core.restarted");
  });

  it("rubbish on the wire is ignored by both sides", async () => {
    const { client, near, far } = startPair();
    for (const rubbish of [null, 7, "call", {}, { type: "call" }, { type: "result", id: -1 }, []]) {
      near.post(rubbish);
      far.post(rubbish);
    }
    expect(await client.sums.add({ a: 1 })).toBe(2);
  });
});
