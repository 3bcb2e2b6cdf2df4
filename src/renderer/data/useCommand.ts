import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { AppError } from "#shared/errors.ts";
import type { Progress } from "#shared/rpc/contractTypes.ts";
import { callMethod, type CommandRef } from "./api.ts";
import { useClient } from "./CoreProvider.tsx";

export type CommandState<I, O> = {
  /** Answers the output, or undefined when it failed or was cancelled: `error` then says why. */
  run(input: I): Promise<O | undefined>;
  pending: boolean;
  /** Of the latest run; stands beside what caused it until the next run or `forget`. */
  error: AppError | null;
  progress: Progress | null;
  cancel(): void;
  forget(): void;
};

type Status = { pending: boolean; error: AppError | null; progress: Progress | null };
const IDLE: Status = { pending: false, error: null, progress: null };

/** Runs a command of the core: `const assess = useCommand(api.reports.assess); await assess.run({ ids, assessment })`. */
export function useCommand<I extends z.ZodType, O extends z.ZodType>(
  ref: CommandRef<I, O>,
): CommandState<z.input<I>, z.output<O>> {
  const client = useClient();
  const [status, setStatus] = useState<Status>(IDLE);
  const running = useRef<AbortController | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);

  const run = useCallback(
    async (input: z.input<I>): Promise<z.output<O> | undefined> => {
      const controller = new AbortController();
      running.current = controller;
      const show = (next: Status) => {
        if (mounted.current && running.current === controller) setStatus(next);
      };
      show({ ...IDLE, pending: true });
      try {
        const output = await callMethod(client, ref, input, {
          signal: controller.signal,
          onProgress: (progress) => show({ pending: true, error: null, progress }),
        });
        show(IDLE);
        return output;
      } catch (error) {
        const failure = error instanceof AppError ? error : new AppError("internal", {}, { cause: error });
        show({ ...IDLE, error: failure.code === "call.cancelled" ? null : failure });
        return undefined;
      }
    },
    [client, ref],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const forget = useCallback(() => setStatus(IDLE), []);
  return { run, ...status, cancel, forget };
}
