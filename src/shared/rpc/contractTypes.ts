import type { z } from "zod";
import type { AnyMethod, Topic } from "../contract/define.ts";
import type { Unsubscribe } from "./transport.ts";

/** A contract: features, each a set of methods. The wire name of a method is "feature.method". */
export type ContractShape = { readonly [feature: string]: { readonly [method: string]: AnyMethod } };

/** What a handler is given beside its input. `progress` is free to be called often; it is not an answer. */
export type CallContext = {
  readonly signal: AbortSignal;
  progress(done: number, total: number, note?: string): void;
};

/** The function that answers one method: gets the validated input, answers what the contract says. */
export type Handler<M extends AnyMethod> = (
  input: z.output<M["input"]>,
  context: CallContext,
) => z.output<M["output"]> | Promise<z.output<M["output"]>>;

/** One handler for each method of the contract. */
export type Handlers<C extends ContractShape> = {
  readonly [F in keyof C]: { readonly [N in keyof C[F]]: Handler<C[F][N]> };
};

export type CallOptions = {
  /** Aborting it rejects the call with `call.cancelled` at once and tells the core to stop. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
};
export type Progress = { done: number; total: number; note?: string };

export type ClientMethod<M extends AnyMethod> = (
  input: z.input<M["input"]>,
  options?: CallOptions,
) => Promise<z.output<M["output"]>>;

/** The typed client of a contract: `client.reports.list(input, { signal })`. */
export type ContractClient<C extends ContractShape> = {
  readonly [F in keyof C]: { readonly [N in keyof C[F]]: ClientMethod<C[F][N]> };
};

export type ChangedListener = (topics: readonly Topic[]) => void;
export type OnChanged = (listener: ChangedListener) => Unsubscribe;
