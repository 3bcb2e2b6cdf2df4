import type { ErrorParams } from "../errors.ts";
import { bytesOf, digitsOf } from "./numerals.ts";

/** How the sentences of `errors` read their parameters; one that the thrower did not give is empty. */
export const textOf = (params: ErrorParams, key: string): string =>
  params[key] === undefined ? "" : String(params[key]);

export function sizeOf(params: ErrorParams, key: string): string {
  const value = params[key];
  return typeof value === "number" ? bytesOf(value) : "";
}

export function countOf(params: ErrorParams, key: string): string {
  const value = params[key];
  return typeof value === "number" ? digitsOf(value) : textOf(params, key);
}
