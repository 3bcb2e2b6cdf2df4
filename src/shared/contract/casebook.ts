import { z } from "zod";
import { Quarter } from "../domain/quarter.ts";
import { command, query } from "./define.ts";
import { Nothing } from "./common.ts";

export const PASSPHRASE_MIN_LENGTH = 8;

/** A casebook this machine knows. `id` is opaque: where the file lies never reaches the window. */
export const KnownBook = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  openedAt: z.number().nullable(),
  missing: z.boolean(),
});
export type KnownBook = z.infer<typeof KnownBook>;

export const OpenBook = z.object({
  name: z.string(),
  analyst: z.string(),
  openedAt: z.number(),
  /** The quarter to show first: the latest that holds a report or sharing, else today's. */
  quarter: Quarter,
});
export type OpenBook = z.infer<typeof OpenBook>;

/** Open work for the rail and the status line. */
export const Overview = z.object({
  reportsInQuarter: z.number(),
  undetermined: z.number(),
  awaitingApproval: z.number(),
  lastSavedAt: z.number().nullable(),
});

const Passphrase = z.string().min(1).max(1024);
const Analyst = z.string().trim().min(1).max(100);

export const casebook = {
  listBooks: query({ input: Nothing, output: z.array(KnownBook), reads: ["casebook"] }),
  current: query({ input: Nothing, output: OpenBook.nullable(), reads: ["casebook"] }),
  overview: query({
    input: z.strictObject({ quarter: Quarter }),
    output: Overview,
    reads: ["casebook", "reports", "sharings", "audit"],
  }),
  create: command({
    input: z.strictObject({ name: z.string().trim().min(1).max(100), passphrase: Passphrase, analyst: Analyst }),
    output: OpenBook,
    changes: ["casebook"],
    errors: ["casebook.exists", "casebook.passphrase-too-short", "storage.no-permission", "storage.full"],
  }),
  createSample: command({
    input: z.strictObject({ passphrase: Passphrase, analyst: Analyst }),
    output: OpenBook,
    changes: ["casebook"],
    errors: ["casebook.passphrase-too-short", "storage.no-permission", "storage.full"],
  }),
  open: command({
    input: z.strictObject({ id: z.string(), passphrase: Passphrase, analyst: Analyst }),
    output: OpenBook,
    changes: ["casebook"],
    errors: [
      "casebook.not-found",
      "casebook.wrong-passphrase",
      "casebook.in-use",
      "casebook.damaged",
      "casebook.not-a-casebook",
      "database.from-newer-app",
    ],
  }),
  /** Lock: closes the book and forgets the key. */
  close: command({ input: Nothing, output: Nothing, changes: ["casebook"] }),
};
