import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { z } from "zod";
import type { AppError } from "#shared/errors.ts";
import { callMethod, wireNameOf, type QueryRef } from "./api.ts";
import { useClient } from "./CoreProvider.tsx";

export type ReadOptions = {
  /** Keep showing the answer to the former input until the new one is there. */
  keepPrevious?: boolean;
};

/**
 * Asks the core and stays up to date: `useRead(api.reports.get, { id })`. With `null` for an input nothing is asked.
 * An answer that is no longer wanted (the input changed, the component left) is cancelled in the core too.
 */
export function useRead<I extends z.ZodType, O extends z.ZodType>(
  ref: QueryRef<I, O>,
  input: z.input<I> | null,
  { keepPrevious = false }: ReadOptions = {},
): UseQueryResult<z.output<O>, AppError> {
  const client = useClient();
  return useQuery<z.output<O>, AppError>({
    queryKey: [wireNameOf(ref), input],
    queryFn: ({ signal }) => callMethod(client, ref, input as z.input<I>, { signal }),
    enabled: input !== null,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
