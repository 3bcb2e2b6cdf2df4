import type { z } from "zod";
import type { AnyMethod, CommandMethod, QueryMethod } from "#shared/contract/define.ts";
import { contract, type Contract } from "#shared/contract/index.ts";
import type { CallOptions, ContractClient, ContractShape } from "#shared/rpc/contractTypes.ts";

/** One method of the contract, as the hooks take it: `useRead(api.reports.get, { id })`. */
export type MethodRef<M extends AnyMethod = AnyMethod> = {
  readonly feature: string;
  readonly method: string;
  readonly contract: M;
};
export type QueryRef<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = MethodRef<QueryMethod<I, O>>;
export type CommandRef<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = MethodRef<
  CommandMethod<I, O>
>;

export type Client = ContractClient<Contract>;
type ApiOf<C extends ContractShape> = {
  readonly [F in keyof C]: { readonly [N in keyof C[F]]: MethodRef<C[F][N]> };
};
type Api = ApiOf<Contract>;
type UntypedClient = {
  readonly [feature: string]: {
    readonly [method: string]: (input: unknown, options?: CallOptions) => Promise<unknown>;
  };
};

function collectMethods(): Api {
  const features = Object.entries(contract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(
      Object.entries(methods).map(([method, entry]) => [method, { feature, method, contract: entry as AnyMethod }]),
    ),
  ]);
  return Object.fromEntries(features) as Api;
}

/** Every method the window can ask for. */
export const api: Api = collectMethods();

/** `feature.method` */
export function wireNameOf(ref: MethodRef): string {
  return `${ref.feature}.${ref.method}`;
}

/** Calls the method a reference names. The types come from the contract entry, the name from the same place. */
export function callMethod<I extends z.ZodType, O extends z.ZodType>(
  client: Client,
  ref: QueryRef<I, O> | CommandRef<I, O>,
  input: z.input<I>,
  options?: CallOptions,
): Promise<z.output<O>> {
  const method = (client as UntypedClient)[ref.feature]?.[ref.method];
  if (method === undefined) return Promise.reject(new Error(`the contract has no ${wireNameOf(ref)}`));
  return method(input, options) as Promise<z.output<O>>;
}
