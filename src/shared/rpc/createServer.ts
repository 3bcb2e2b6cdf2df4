import type { AnyMethod } from "../contract/define.ts";
import { AppError, type ErrorValue } from "../errors.ts";
import type { CallContext, ContractShape, Handlers, OnChanged } from "./contractTypes.ts";
import { createSerialQueue, type SerialQueue } from "./serialQueue.ts";
import type { Transport } from "./transport.ts";
import { clientMessageSchema, type ClientMessage, type ServerMessage } from "./wire.ts";

/** A failure nobody foresaw, for the log. The window gets only the trace id. */
export type UnexpectedFailure = { traceId: string; method: string; error: unknown };

export type ServerOptions = {
  /** Check answers too: on in tests and development, off in daily work. Default false. */
  checkAnswers?: boolean;
  /** Shared by all servers of one core, so that commands of two windows never overlap. Default: one of its own. */
  commandQueue?: SerialQueue;
  /** Where changed topics come from; they are passed on to the window. */
  onChanged?: OnChanged;
  logUnexpected?: (failure: UnexpectedFailure) => void;
};

export type Server = { close(): void };

type UntypedHandler = (input: unknown, context: CallContext) => unknown;
type Route = { name: string; method: AnyMethod; handle: UntypedHandler };

/**
 * A call under way. Its handler is told to stop when it is cancelled and when the window is gone; only a cancelled one is
 * never begun. What a window asked for before it closed (the words typed last) is still done.
 */
type RunningCall = { handler: AbortController; cancelled: AbortController };

/** Every method with its handler, by wire name. A lookup in a Map cannot be led to a prototype's property. */
function collectRoutes<C extends ContractShape>(contract: C, handlers: Handlers<C>): Map<string, Route> {
  const untyped = handlers as { readonly [feature: string]: { readonly [method: string]: UntypedHandler } };
  const routes = new Map<string, Route>();
  for (const [feature, methods] of Object.entries(contract)) {
    for (const [name, method] of Object.entries(methods)) {
      const handle = untyped[feature]?.[name];
      const wireName = `${feature}.${name}`;
      if (handle === undefined) throw new Error(`no handler for ${wireName}`);
      routes.set(wireName, { name: wireName, method, handle });
    }
  }
  return routes;
}

/** First thing wrong with an input, in one line: "field: reason". */
function describeIssue(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const [first] = issues;
  if (first === undefined) return "";
  return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}

/** Answers the calls that come over `transport`. Queries run side by side, commands one after another. */
export function createServer<C extends ContractShape>(
  contract: C,
  handlers: Handlers<C>,
  transport: Transport,
  options: ServerOptions = {},
): Server {
  const routes = collectRoutes(contract, handlers);
  const commandQueue = options.commandQueue ?? createSerialQueue();
  const running = new Map<number, RunningCall>();
  const post = (message: ServerMessage) => transport.post(message);

  const answer = async (call: Extract<ClientMessage, { type: "call" }>, own: RunningCall) => {
    const { signal } = own.handler;
    const route = routes.get(call.method);
    if (route === undefined) throw new AppError("call.invalid", { method: call.method, reason: "no such method" });
    const input = await route.method.input.safeParseAsync(call.input);
    if (!input.success) {
      throw new AppError("call.invalid", { method: call.method, reason: describeIssue(input.error.issues) });
    }
    const context: CallContext = {
      signal,
      progress(done, total, note) {
        if (signal.aborted || running.get(call.id) !== own) return;
        post({ type: "progress", id: call.id, done, total, ...(note === undefined ? {} : { note }) });
      },
    };
    const run = () => route.handle(input.data, context);
    const output = route.method.kind === "command" ? await commandQueue.run(run, own.cancelled.signal) : await run();
    return options.checkAnswers === true ? route.method.output.parseAsync(output) : output;
  };

  const describeFailure = (method: string, signal: AbortSignal, error: unknown): ErrorValue => {
    if (error instanceof AppError) return { code: error.code, params: error.params };
    // What a handler throws after it was told to stop is the stopping, not a fault.
    if (signal.aborted) return { code: "call.cancelled", params: { method } };
    const traceId = createTraceId();
    options.logUnexpected?.({ traceId, method, error });
    return { code: "internal", params: {}, traceId };
  };

  const receiveCall = async (call: Extract<ClientMessage, { type: "call" }>) => {
    if (running.has(call.id)) return; // a second call of the same number would make its answers ambiguous
    const own = { handler: new AbortController(), cancelled: new AbortController() };
    running.set(call.id, own);
    const { id } = call;
    try {
      const output = await answer(call, own);
      running.delete(id);
      // Inside the try: an answer that the wire cannot carry is a fault like any other.
      post({ type: "result", id, output });
    } catch (error) {
      running.delete(id);
      post({ type: "error", id, error: describeFailure(call.method, own.handler.signal, error) });
    }
  };

  const cancel = (id: number) => {
    running.get(id)?.cancelled.abort();
    running.get(id)?.handler.abort();
  };
  const stopMessages = transport.onMessage((raw) => {
    const parsed = clientMessageSchema.safeParse(raw);
    if (!parsed.success) return;
    if (parsed.data.type === "cancel") cancel(parsed.data.id);
    else void receiveCall(parsed.data);
  });
  const stopChanged = options.onChanged?.((topics) => post({ type: "changed", topics: [...topics] }));
  const abortAll = () => {
    stopChanged?.();
    for (const { handler } of running.values()) handler.abort();
  };
  transport.onClose(abortAll);

  return {
    close() {
      stopMessages();
      abortAll();
      transport.close();
    },
  };
}

/** Short enough to be read out over the telephone; unique enough to find one line in a log. */
function createTraceId(): string {
  const random = Math.floor(Math.random() * 36 ** 4);
  return `${Date.now().toString(36)}-${random.toString(36).padStart(4, "0")}`;
}
