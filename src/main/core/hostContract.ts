import { z } from "zod";
import { Nothing } from "#shared/contract/common.ts";
import { command, query } from "#shared/contract/define.ts";

/** What the application's main thread may ask of the core's worker. No window can reach this. */
export const hostContract = {
  host: {
    readArtifact: query({
      input: z.strictObject({ artifactId: z.string() }),
      output: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      reads: [],
    }),
    /** Answers when every window has left, what they asked for is done, and the book is closed. */
    close: command({ input: Nothing, output: Nothing, changes: [] }),
  },
};
