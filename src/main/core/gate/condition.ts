import type { GateCondition, GateVerdict } from "#shared/contract/gate.ts";
import { AppError } from "#shared/errors.ts";

type Params = GateCondition["params"];

/** What is told when it holds, and what when it does not: both go into the sentence. */
export function condition(code: GateCondition["code"], met: boolean, params: Params = {}): GateCondition {
  return { code, met, params };
}

export function verdictOf(conditions: GateCondition[]): GateVerdict {
  return { open: conditions.every(({ met }) => met), conditions };
}

/** @throws AppError gate.closed with the first condition that does not hold */
export function requireOpen({ conditions }: GateVerdict, title: string): void {
  const first = conditions.find(({ met }) => !met);
  if (!first) return;
  const others = conditions.filter(({ met }) => !met).length - 1;
  throw new AppError("gate.closed", { ...first.params, condition: first.code, title, others });
}
