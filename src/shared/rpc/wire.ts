import { z } from "zod";
import { ERROR_CODES } from "../errors.ts";
import { TOPICS } from "../contract/define.ts";

const callId = z.int().nonnegative();

/** What crosses the wire in place of an exception. */
export const errorValueSchema = z.object({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  traceId: z.string().optional(),
});

/** What a window sends to the core: a call, or that its answer is no longer wanted. */
export const clientMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("call"), id: callId, method: z.string().max(100), input: z.unknown() }),
  z.object({ type: z.literal("cancel"), id: callId }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/**
 * What the core sends to a window: exactly one `result` or `error` a call, any number of `progress` before it, and
 * unasked: `changed` after a commit, `restarted` (sent by the shell) when the core died and a new one took its place.
 */
export const serverMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("result"), id: callId, output: z.unknown() }),
  z.object({ type: z.literal("error"), id: callId, error: errorValueSchema }),
  z.object({
    type: z.literal("progress"),
    id: callId,
    done: z.number(),
    total: z.number(),
    note: z.string().optional(),
  }),
  z.object({ type: z.literal("changed"), topics: z.array(z.enum(TOPICS)) }),
  z.object({ type: z.literal("restarted") }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
