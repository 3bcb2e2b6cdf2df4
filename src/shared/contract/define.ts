import type { z } from "zod";
import type { ErrorCode } from "../errors.ts";

/** What a query reads and a command changes. A change to a topic makes every query that reads it stale. */
export const TOPICS = [
  "casebook",
  "roster",
  "reports",
  "cases",
  "campaigns",
  "sharings",
  "figures",
  "drafts",
  "texts",
  "audit",
] as const;
export type Topic = (typeof TOPICS)[number];

export type QueryMethod<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: "query";
  input: I;
  output: O;
  reads: readonly Topic[];
};

export type CommandMethod<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: "command";
  input: I;
  output: O;
  changes: readonly Topic[];
  errors: readonly ErrorCode[];
};

export type AnyMethod = QueryMethod | CommandMethod;

/** A method that answers and changes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  method: Omit<QueryMethod<I, O>, "kind">,
): QueryMethod<I, O> {
  return { kind: "query", ...method };
}

/** A method that changes the casebook (or which one is open); commands run one after another. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  method: Omit<CommandMethod<I, O>, "kind" | "errors"> & { errors?: readonly ErrorCode[] },
): CommandMethod<I, O> {
  return { kind: "command", errors: [], ...method };
}
