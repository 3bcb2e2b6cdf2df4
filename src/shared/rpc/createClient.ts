import { TOPICS } from "../contract/define.ts";
import { AppError, type ErrorValue } from "../errors.ts";
import type {
  CallOptions,
  ChangedListener,
  ContractClient,
  ContractShape,
  OnChanged,
  Progress,
} from "./contractTypes.ts";
import type { Transport } from "./transport.ts";
import { serverMessageSchema, type ServerMessage } from "./wire.ts";

/** A client and what it hears unasked. */
export type Connection<C extends ContractShape> = {
  client: ContractClient<C>;
  /** Topics that changed; all of them after the core was restarted, since nothing known before can be trusted. */
  onChanged: OnChanged;
  /** Called when the core was restarted: the casebook is no longer open. */
  onRestarted(listener: () => void): () => void;
  close(): void;
};

type OpenCall = {
  resolve(output: unknown): void;
  reject(error: AppError): void;
  onProgress: ((progress: Progress) => void) | undefined;
};

/** The failure as the other side told it; the trace id stays readable in `params.traceId`. */
function errorFromWire(error: ErrorValue): AppError {
  const params = error.traceId === undefined ? error.params : { ...error.params, traceId: error.traceId };
  return new AppError(error.code, params);
}

/** Makes the typed client of `contract` over a transport. Every rejection is an `AppError`. */
export function createClient<C extends ContractShape>(contract: C, transport: Transport): Connection<C> {
  const open = new Map<number, OpenCall>();
  const changedListeners = new Set<ChangedListener>();
  const restartedListeners = new Set<() => void>();
  let nextId = 0;
  let closed = false;

  const failOpenCalls = () => {
    const calls = [...open.values()];
    open.clear();
    for (const call of calls) call.reject(new AppError("core.restarted"));
  };

  const receive = (message: ServerMessage) => {
    switch (message.type) {
      case "result":
        open.get(message.id)?.resolve(message.output);
        return void open.delete(message.id);
      case "error": {
        const { code, params, traceId } = message.error;
        open.get(message.id)?.reject(errorFromWire({ code, params, ...(traceId === undefined ? {} : { traceId }) }));
        return void open.delete(message.id);
      }
      case "progress": {
        const { done, total, note } = message;
        return open.get(message.id)?.onProgress?.(note === undefined ? { done, total } : { done, total, note });
      }
      case "changed":
        for (const listener of [...changedListeners]) listener(message.topics);
        return;
      case "restarted":
        failOpenCalls();
        for (const listener of [...restartedListeners]) listener();
        for (const listener of [...changedListeners]) listener(TOPICS);
        return;
    }
  };

  const unsubscribe = transport.onMessage((raw) => {
    const parsed = serverMessageSchema.safeParse(raw);
    if (parsed.success) receive(parsed.data);
  });
  transport.onClose(() => {
    closed = true;
    failOpenCalls();
  });

  const call = (method: string, input: unknown, { signal, onProgress }: CallOptions = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new AppError("core.restarted"));
      if (signal?.aborted) return reject(new AppError("call.cancelled", { method }));
      const id = nextId++;
      const cancel = () => {
        if (!open.delete(id)) return;
        transport.post({ type: "cancel", id });
        reject(new AppError("call.cancelled", { method }));
      };
      const settle =
        <V>(how: (value: V) => void) =>
        (value: V) => {
          signal?.removeEventListener("abort", cancel);
          how(value);
        };
      open.set(id, { resolve: settle(resolve), reject: settle(reject), onProgress });
      signal?.addEventListener("abort", cancel, { once: true });
      transport.post({ type: "call", id, method, input });
    });

  return {
    client: bindMethods(contract, call),
    onChanged(listener) {
      changedListeners.add(listener);
      return () => void changedListeners.delete(listener);
    },
    onRestarted(listener) {
      restartedListeners.add(listener);
      return () => void restartedListeners.delete(listener);
    },
    close() {
      closed = true;
      unsubscribe();
      failOpenCalls();
      transport.close();
    },
  };
}

type UntypedCall = (method: string, input: unknown, options?: CallOptions) => Promise<unknown>;

/** The contract's tree with a caller at each leaf. The types come from the contract; the server keeps the promise. */
function bindMethods<C extends ContractShape>(contract: C, call: UntypedCall): ContractClient<C> {
  const features = Object.entries(contract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(
      Object.keys(methods).map((name) => [
        name,
        (input: unknown, options?: CallOptions) => call(`${feature}.${name}`, input, options),
      ]),
    ),
  ]);
  return Object.fromEntries(features) as ContractClient<C>;
}
