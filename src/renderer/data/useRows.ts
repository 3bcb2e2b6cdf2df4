import { useQueries } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { z } from "zod";
import type { AppError } from "#shared/errors.ts";
import { callMethod, wireNameOf, type QueryRef } from "./api.ts";
import { useClient } from "./CoreProvider.tsx";
import { pagesOf, PAGE_ROWS, ROWS_AHEAD } from "./rowPages.ts";

/** An input that takes a window of rows; `useRows` fills `offset` and `limit`. */
type WindowInput = z.ZodType<unknown, { offset?: number | undefined; limit?: number | undefined }>;
type PageOutput<Row> = z.ZodType<{ total: number; rows: Row[] }>;

export type Rows<Row> = {
  /** How many rows there are in all; undefined until known. */
  total: number | undefined;
  /** The row at an index, or undefined while its page is on the way. */
  rowAt(index: number): Row | undefined;
  /** Tells which rows are on screen, so that their pages are fetched. */
  show(first: number, last: number): void;
  error: AppError | null;
  /** True while what is shown answers a former filter or order. */
  stale: boolean;
};

/**
 * A list of any length, fetched by pages as it is scrolled: 100,000 rows cost what is on screen. While a new filter's
 * first page is on the way the former rows stay, so that nothing jumps.
 */
export function useRows<I extends WindowInput, Row>(
  ref: QueryRef<I, PageOutput<Row>>,
  input: Omit<z.input<I>, "offset" | "limit">,
): Rows<Row> {
  const client = useClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const former = useRef<{ total: number; pages: ReadonlyMap<number, readonly Row[]> } | undefined>(undefined);
  const pages = pagesOf(range.first, range.last);
  const answers = useQueries({
    queries: pages.map((page) => {
      const windowInput = { ...input, offset: page * PAGE_ROWS, limit: PAGE_ROWS } as z.input<I>;
      return {
        queryKey: [wireNameOf(ref), windowInput],
        queryFn: ({ signal }: { signal: AbortSignal }) => callMethod(client, ref, windowInput, { signal }),
      };
    }),
  });
  const known = answers.find((answer) => answer.data !== undefined)?.data;
  const arrived = new Map<number, readonly Row[]>();
  answers.forEach((answer, position) => {
    const page = pages[position];
    if (page !== undefined && answer.data !== undefined) arrived.set(page, answer.data.rows);
  });
  if (known !== undefined) former.current = { total: known.total, pages: arrived };
  const shown = known === undefined ? former.current : { total: known.total, pages: arrived };
  const failed = answers.find((answer) => answer.error !== null)?.error;
  return {
    total: shown?.total,
    rowAt: (index) => shown?.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    show(first, last) {
      const end = Math.max(last, Math.min(last + ROWS_AHEAD, (shown?.total ?? 0) - 1));
      const wanted = pagesOf(first - ROWS_AHEAD, end);
      if (wanted.at(0) !== pages.at(0) || wanted.at(-1) !== pages.at(-1)) {
        setRange({ first: first - ROWS_AHEAD, last: end });
      }
    },
    error: (failed ?? null) as AppError | null,
    stale: known === undefined && former.current !== undefined,
  };
}
