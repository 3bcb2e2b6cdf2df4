import { z } from "zod";
import { query } from "./define.ts";
import { Id } from "./common.ts";

export const SearchHit = z.object({
  type: z.enum(["report", "case", "sharing", "observable"]),
  id: Id,
  externalId: z.string(),
  title: z.string(),
  /** Text around the first match, unfolded. */
  snippet: z.string(),
  /** Where the matches lie in the snippet, UTF-16 offsets. */
  marks: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  at: z.number().int().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = {
  /** Words joined by and, "quoted" exact; both sides folded. `total` counts all matches. */
  find: query({
    input: z.strictObject({
      text: z.string().max(1000),
      types: z.array(z.enum(["report", "case", "sharing", "observable"])).default([]),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ total: z.number().int(), hits: z.array(SearchHit) }),
    reads: ["reports", "cases", "sharings"],
  }),
  /** The reports in which an observable occurs, newest first. */
  observable: query({
    input: z.strictObject({ id: Id }),
    output: z.object({
      id: Id,
      kind: z.string(),
      value: z.string(),
      reports: z.array(z.object({ id: Id, title: z.string(), receivedAt: z.number().int() })),
    }),
    reads: ["reports"],
  }),
};
