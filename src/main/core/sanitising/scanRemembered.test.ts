import { describe, expect, it } from "vitest";
import { loadObjects, openTestBook } from "../testing/openTestBook.ts";
import { createSanitiser, type Sanitiser } from "./sanitiser.ts";
import { scanRemembered } from "./scanRemembered.ts";

const LINES = [{ type: "organization", id: "O1", name: "霧峰重工業株式会社" }];
const TEXT = { title: "不審メール", body: "霧峰重工業と株式会社あおば化学が受信した。" };

/** The engine over a book, and how often it was asked. */
function openCounted() {
  const { session } = openTestBook(LINES);
  const real = createSanitiser(session);
  const counted = { asked: 0 };
  const sanitiser: Sanitiser = {
    ...real,
    scanAll(texts, options) {
      counted.asked += 1;
      return real.scanAll(texts, options);
    },
  };
  const surfaces = async (text = TEXT, signal?: AbortSignal) => {
    const [, ofBody = []] = await scanRemembered(session, sanitiser, text, {
      parties: ["O1"],
      ...(signal && { signal }),
    });
    return ofBody.filter(({ severity }) => severity === "must").map(({ text: surface }) => surface);
  };
  return { session, counted, surfaces };
}

describe("a text that is asked about again", () => {
  it("is looked through once, also by those who ask at the same time", async () => {
    const { counted, surfaces } = openCounted();
    expect(await Promise.all([surfaces(), surfaces()])).toEqual([["霧峰重工業"], ["霧峰重工業"]]);
    expect(await surfaces()).toEqual(["霧峰重工業"]);
    expect(counted.asked).toBe(1);
  });

  it("is looked through anew when it, or the roster, is another", async () => {
    const { session, counted, surfaces } = openCounted();
    await surfaces();
    expect(await surfaces({ ...TEXT, body: `${TEXT.body}霧峰重工業である。` })).toHaveLength(2);
    loadObjects(session, [{ type: "organization", id: "O2", name: "株式会社あおば化学" }]);
    expect(await surfaces()).toEqual(["霧峰重工業", "株式会社あおば化学"]);
    expect(counted.asked).toBe(3);
  });

  it("is asked anew after somebody gave it up", async () => {
    const { surfaces } = openCounted();
    const stop = new AbortController();
    const given = surfaces(TEXT, stop.signal);
    const waiting = surfaces();
    stop.abort();
    await expect(given).rejects.toMatchObject({ code: "call.cancelled" });
    expect(await waiting).toEqual(["霧峰重工業"]);
    expect(await surfaces()).toEqual(["霧峰重工業"]);
  });

  it("is forgotten when many others came after it", async () => {
    const { counted, surfaces } = openCounted();
    await surfaces();
    for (let at = 0; at < 8; at += 1) await surfaces({ ...TEXT, title: `題 ${at}` });
    await surfaces();
    expect(counted.asked).toBe(10);
  });
});
