import { z } from "zod";

/** UUIDv7 of a record. */
export const Id = z.uuid();
export const Ids = z.array(Id).min(1).max(1000);
export const Title = z.string().trim().min(1).max(500);
export const LongText = z.string().max(2_000_000);
/** Bytes of a file; they travel in, only ids travel out. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const Nothing = z.strictObject({});

/** One window of a long list; `total` counts all rows that match. */
export const Window = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
};

export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ total: z.number().int(), rows: z.array(row) });
}

export const RecordType = z.enum([
  "report",
  "case",
  "campaign",
  "sharing",
  "observable",
  "organization",
  "sig",
  "framework",
]);
export type RecordType = z.infer<typeof RecordType>;

/** A record named in another: enough to show it and to go there. */
export const RecordName = z.object({ id: Id, title: z.string() });
export type RecordName = z.infer<typeof RecordName>;
