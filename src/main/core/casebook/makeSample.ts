import type { BookSession } from "../database/bookSession.ts";
import type { LoadCounts } from "../exchange/loadLines.ts";
import { createSanitiser } from "../sanitising/sanitiser.ts";
import { fillWithSample } from "./sampleBook.ts";
import { workSample } from "./workSample.ts";

/** Fills an empty book with the sample of 2022Q4, with the work of its quarter done. */
export async function makeSample(session: BookSession): Promise<LoadCounts> {
  const counts = fillWithSample(session);
  const sanitiser = createSanitiser(session);
  try {
    await workSample(session, sanitiser);
  } finally {
    sanitiser.close();
  }
  return counts;
}
