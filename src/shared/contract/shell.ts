import { z } from "zod";
import { command, query } from "./define.ts";
import { Nothing } from "./common.ts";

/** What only a shell can do. Answered by the shell, never by the core; files are named by artifact, not by path. */
export const shell = {
  info: query({
    input: Nothing,
    output: z.object({
      shell: z.enum(["electron", "chromium"]),
      version: z.string(),
      platform: z.string(),
      /** Shown in the about line: which browser or Electron carries the window. */
      engine: z.string(),
    }),
    reads: [],
  }),
  /** Puts a copy of an artifact where the user wants it; null when the user thought better of it. */
  saveCopy: command({
    input: z.strictObject({ artifactId: z.string(), fileName: z.string().min(1).max(255) }),
    output: z.object({ savedAs: z.string(), token: z.string() }).nullable(),
    changes: [],
    errors: ["storage.no-permission", "storage.full"],
  }),
  /** Shows a saved copy in the file manager. */
  reveal: command({ input: z.strictObject({ token: z.string() }), output: Nothing, changes: [] }),
  /** Opens an address of the hub's own publications in the system's browser, after the user said yes. */
  openExternal: command({ input: z.strictObject({ url: z.url() }), output: Nothing, changes: [] }),
};
