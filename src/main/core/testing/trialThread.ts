import { AppError } from "#shared/errors.ts";
import { serveThread } from "../threads/serveThread.ts";

/** What the tests of threads ask of one. */
export type TrialJob =
  | { do: "count"; word: string }
  | { do: "refuse" }
  | { do: "fail" }
  | { do: "die" }
  | { do: "loop" | "hang" }
  | { do: "eat" };

let counted = 0;

serveThread<TrialJob, string>((job, stopped) => {
  switch (job.do) {
    case "count":
      counted += 1;
      return `${job.word} ${counted}`;
    case "refuse":
      throw new AppError("record.not-found", { id: "x" });
    case "fail":
      throw new Error("a fault");
    case "die":
      return process.exit(7);
    case "loop":
      while (!stopped());
      return "stopped";
    case "hang":
      for (;;);
    case "eat": {
      const eaten: string[][] = [];
      for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => `${index} ${eaten.length}`));
    }
  }
});
