import { describe, expect, it, onTestFinished } from "vitest";
import { openTestBook, loadObjects } from "../testing/openTestBook.ts";
import { createSanitiser, outsideEntity } from "./sanitiser.ts";

const AOBA = {
  type: "organization",
  id: "aoba",
  name: "株式会社青葉重工業",
  reading: "あおばじゅうこうぎょう",
  aliases: ["青葉"],
  domains: ["aoba-heavy.example"],
};

function openSanitiser() {
  const { session } = openTestBook([AOBA]);
  const sanitiser = createSanitiser(session);
  onTestFinished(() => sanitiser.close());
  return { session, sanitiser };
}

describe("createSanitiser", () => {
  it("finds and masks what the roster holds", async () => {
    const { sanitiser } = openSanitiser();
    const [finding] = await sanitiser.scan("提供元は青葉重工業であった。", { novelty: false });
    expect(finding).toMatchObject({ kind: "organization", entity: "aoba", text: "青葉重工業" });
    const { text, left } = await sanitiser.sanitise("青葉重工業の端末", { labels: { aoba: "A社" } });
    expect({ text, left }).toEqual({ text: "A社の端末", left: [] });
  });

  it("knows the roster as it is now", async () => {
    const { session, sanitiser } = openSanitiser();
    const text = "椋沢化学工業と青葉重工業";
    const entities = async () => (await sanitiser.scan(text, { novelty: false })).map(({ entity }) => entity);
    expect(await entities()).not.toContain("mukusawa");
    loadObjects(session, [{ type: "organization", id: "mukusawa", name: "椋沢化学工業株式会社" }]);
    expect(await entities()).toEqual(["mukusawa", "aoba"]);
  });

  it("keeps two books apart", async () => {
    const { sanitiser } = openSanitiser();
    const other = createSanitiser(openTestBook([{ ...AOBA, id: "other" }]).session);
    onTestFinished(() => other.close());
    for (let round = 0; round < 2; round += 1) {
      expect((await sanitiser.scan("青葉重工業", { novelty: false }))[0]?.entity).toBe("aoba");
      expect((await other.scan("青葉重工業", { novelty: false }))[0]?.entity).toBe("other");
    }
  });

  it("takes outsiders for secret too, beside the roster", async () => {
    const { sanitiser } = openSanitiser();
    const outsiders = ["株式会社霧峰電子"];
    const findings = await sanitiser.scan("霧峰電子と青葉重工業", { outsiders, novelty: false });
    expect(findings.map(({ entity, severity }) => ({ entity, severity }))).toEqual([
      { entity: outsideEntity("株式会社霧峰電子"), severity: "must" },
      { entity: "aoba", severity: "must" },
    ]);
    const without = await sanitiser.scan("霧峰電子と青葉重工業", { novelty: false });
    expect(without.filter(({ severity }) => severity === "must").map(({ entity }) => entity)).toEqual(["aoba"]);
  });

  it("answers an abort at once, and goes on", async () => {
    const { sanitiser } = openSanitiser();
    const abort = new AbortController();
    const long = sanitiser.scanAll(
      Array.from({ length: 2_000 }, (_, index) => `${Buffer.from(`報告書 ${index}`).toString("base64")} `.repeat(50)),
      { signal: abort.signal },
    );
    const failure = expect(long).rejects.toMatchObject({ code: "call.cancelled" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    abort.abort();
    const startedAt = performance.now();
    await failure;
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(await sanitiser.scan("青葉重工業", { novelty: false })).toHaveLength(1);
    // The rest of the given-up work was not done first.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it("starts anew after the thread was ended, with the roster", async () => {
    const { sanitiser } = openSanitiser();
    await sanitiser.scan("青葉", { novelty: false });
    sanitiser.close();
    expect(await sanitiser.scan("青葉重工業", { novelty: false })).toHaveLength(1);
  });

  it("does not block the thread that asks", async () => {
    const { sanitiser } = openSanitiser();
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 10);
    await sanitiser.scanAll(Array.from({ length: 40 }, () => "青葉重工業から連絡があった。".repeat(200)));
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
  });
});
