import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileRoster } from "#core/sanitising/compileRoster.ts";
import { DECODERS } from "#core/sanitising/decoders/decoders.ts";
import { scan } from "#core/sanitising/scan.ts";
import { loadTokenizer } from "#core/sanitising/novelty.ts";
import { ALL_DISGUISES } from "./allDisguises.ts";
import { generateCases, type Plant } from "./generateCases.ts";
import { inventRoster } from "./inventRoster.ts";
import { scoreCases } from "./scoreCases.ts";
import { FILLERS } from "./templates.ts";

const invented = inventRoster(300);
const roster = compileRoster(invented);
/** Another seed by hand: SANITISING_SEED=… SANITISING_CASES=… */
const seed = Number(process.env.SANITISING_SEED ?? 2022);
const cases = Number(process.env.SANITISING_CASES ?? 40);

const show = (missed: readonly Plant[]) =>
  missed.map(({ form, disguise, plain, text }) => `${form} | ${disguise} | ${plain} | ${text}`);

describe("planted identifiers in templates that the engine was not written against", () => {
  it("finds and removes all that must be, nearly all to be reviewed, and leaves the rest alone", async () => {
    const planted = generateCases(invented, { seed, cases, mustsPerCase: 24, templates: "held-out" });
    const { must, review, decoy, indicator } = scoreCases(planted, roster, { tokenizer: await loadTokenizer() });
    process.stdout.write(
      `planted: must ${must.planted - must.missed.length}/${must.planted}, review ${review.planted - review.missed.length}/${review.planted}, ` +
        `decoys damaged ${decoy.missed.length}/${decoy.planted}, indicators lost ${indicator.missed.length}/${indicator.planted}\n`,
    );
    expect(show(must.missed)).toEqual([]);
    expect(show(indicator.missed)).toEqual([]);
    expect(review.missed.length / review.planted, show(review.missed).join("\n")).toBeLessThanOrEqual(0.02);
    expect(decoy.missed.length / decoy.planted, show(decoy.missed).join("\n")).toBeLessThanOrEqual(0.01);
  }, 60_000);
});

describe("a decoder that is taken out", () => {
  const guarded = [...new Set(ALL_DISGUISES.flatMap(({ decoder }) => decoder ?? []))];

  it.each(guarded)("%s: its disguises are missed", (name) => {
    const planted = generateCases(invented, { seed: 5, cases: 6, mustsPerCase: 12, templates: "tuned", decoder: name });
    const decoders = DECODERS.filter((decoder) => decoder.name !== name);
    expect(decoders).toHaveLength(DECODERS.length - 1);
    const whole = scoreCases(planted, roster, { sanitises: false });
    const without = scoreCases(planted, roster, { decoders, sanitises: false });
    expect(show(whole.must.missed)).toEqual([]);
    expect(without.must.missed.length).toBeGreaterThan(without.must.planted / 50);
  });
});

/** The report that the engine was made for; it lies beside the repository, not in it. */
const PUBLISHED = new URL("../../../shared/seed/jcsip-2022q4.txt", import.meta.url);

describe("text fit to be published", () => {
  it("has no must finding, whoever it is about", () => {
    const texts = [PUBLISHABLE, ...(existsSync(PUBLISHED) ? [readFileSync(PUBLISHED, "utf8")] : [])];
    for (const text of texts) {
      for (const { id } of invented.slice(0, 5)) {
        expect(scan(text, roster, { parties: [id] }).filter(({ severity }) => severity === "must")).toEqual([]);
      }
    }
  });
});

const PUBLISHABLE = [
  ...FILLERS,
  "Ａ社によると、複数の攻撃元 IP アドレス（203[.]0[.]113[.]5 ほか）の所有者情報には、同一の企業（X社）が登録されていた。",
  "約 7 割のサーバと、約 2 割の業務用パソコンが暗号化され、対応に約 2,000 万円の費用がかかった。",
  "誘導先は hxxps://login[.]account-check[.]example/auth?k=〔識別子〕 であった（2022 年 12 月時点）。",
].join("\n");
