import { describe, expect, it } from "vitest";
import { renderPdf } from "./renderPdf.ts";

/** The template misses its data, so it cannot be typeset. */
const SOURCE = { template: "quarterlyReport.typ", data: {} };
const failed = { code: "publishing.typesetting-failed" };

describe("renderPdf", () => {
  it("passes on what the typesetter says, one document after another, and blocks nobody meanwhile", async () => {
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 5);
    await Promise.all([1, 2].map(() => expect(renderPdf(SOURCE)).rejects.toMatchObject(failed)));
    clearInterval(clock);
    // Starting the typesetter alone takes half a second.
    expect(ticks).toBeGreaterThan(20);
  });

  it("answers an abort at once, while another document is typeset", async () => {
    const abort = new AbortController();
    const first = expect(renderPdf(SOURCE)).rejects.toMatchObject(failed);
    const second = renderPdf({ ...SOURCE, signal: abort.signal });
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: "call.cancelled" });
    await first;
  });
});
