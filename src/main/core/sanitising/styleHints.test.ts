import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { styleHints } from "./styleHints.ts";

const hintsOf = (text: string) =>
  styleHints(text).map(({ code, text: found, suggestion }) => [code, found, suggestion]);

function apply(text: string): string {
  return styleHints(text)
    .toReversed()
    .reduce(
      (whole, { start, end, suggestion }) =>
        whole.slice(0, start) + (suggestion ?? whole.slice(start, end)) + whole.slice(end),
      text,
    );
}

const cases: readonly (readonly [code: string, text: string, applied: string])[] = [
  ["wide-letter", "Ａ社によると", "A社によると"],
  ["wide-letter", "ＵＲＬを開く", "URLを開く"],
  ["pseudonym-spacing", "参加組織（A 社）", "参加組織（A社）"],
  ["ip-address-spacing", "4 つの IPアドレス", "4 つの IP アドレス"],
  ["unit-spacing", "3 件のうち 2 件、1件は", "3 件のうち 2 件、1 件は"],
  ["unit-spacing", "3件のうち2件、1 件は", "3件のうち2件、1件は"],
  ["wave-dash", "10 月〜12 月", "10 月～12 月"],
  ["defang-style", "evil(.)example と a[at]evil[.]example", "evil[.]example と a[@]evil[.]example"],
  ["defang-style", "hXXps://evil[.]com/a を開く", "hxxps://evil[.]com/a を開く"],
  ["defang-style", "https://evil.com/a を開く", "hxxps://evil[.]com/a を開く"],
  ["tlp-wording", "TLP：WHITE とする", "TLP:CLEAR とする"],
  ["tlp-wording", "tlp amber+strict とする", "TLP:AMBER+STRICT とする"],
  ["kana-style", "何等かの警告が出来る", "何らかの警告ができる"],
];

describe("hints of house style", () => {
  it.each(cases)("%s: %s", (code, text, applied) => {
    expect(styleHints(text).map((hint) => hint.code)).toContain(code);
    expect(apply(text)).toBe(applied);
    expect(styleHints(applied)).toEqual([]);
  });

  it.each([
    "A社の 4 つの IP アドレスから、10 月～12 月に通信があった。hxxps://evil[.]com/a、TLP:AMBER、https://www.ipa.go.jp/",
    "件名は `Ａ社 何等か` であった。",
    "```mail 図題\n差出人: Ａ社\n件名: 何等か 1件\n\n2 件\n```",
    "出来事、様々な、又聞き",
  ])("has none for %s", (text) => {
    expect(hintsOf(text)).toEqual([]);
  });

  it("asks who or why only where a sentence tells it as a fact", () => {
    const flat = [
      "攻撃者は検知を避ける目的で細工をした。",
      "攻撃者の狙いはアカウント情報の詐取である。",
      "侵入の原因は脆弱性の悪用である。",
      "本件は国家による攻撃である。",
    ];
    const hedged = [
      "攻撃者は検知を避ける目的で細工をしたとみられる。",
      "侵入の原因は情報提供外のため不明である。",
      "攻撃者は初期侵入後に AD を侵害した。",
      "原因は総当たり攻撃による認証の突破と推測している。",
      "攻撃者はそのタイミングで攻撃を行ってくる場合がある。",
    ];
    expect(hintsOf([...flat, ...hedged].join("")).map(([code, text]) => [code, text])).toEqual(
      flat.map((text) => ["bare-assertion", text]),
    );
  });

  it("sees a figure that is not there, and a letter that is two", () => {
    const figure = "```attack-flow 流れ {#flow}\n攻撃者 -> サーバ: 侵入\n```\n\n";
    expect(hintsOf(`${figure}[図](#flow)と[図](#1)、[図](#none)、図 1、図 2`)).toEqual([
      ["figure-missing", "[図](#none)", null],
      ["figure-missing", "図 2", null],
    ]);
    expect(hintsOf("参加組織（B社）とセキュリティベンダ（B社）、別の参加組織（A社）と参加組織（A社）")).toEqual([
      ["letter-of-two", "セキュリティベンダ（B社）", null],
    ]);
  });

  it("changes what it is about and nothing else", () => {
    const piece = fc.constantFrom(
      "Ａ社",
      "A 社",
      "IPアドレス",
      "3件",
      "4 件",
      "〜",
      "evil(.)com",
      "何等か",
      "。",
      "\n\n",
      "`",
      "|",
      "- ",
      "攻撃者は",
      "図 9",
      "tlp:red",
      "とみられる",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const hints = styleHints(text).filter(({ suggestion }) => suggestion !== null);
        let reached = 0;
        for (const { start, end, text: found } of hints) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(text.slice(start, end)).toBe(found);
          reached = end;
        }
        const cut = (whole: string, length: (hint: (typeof hints)[number]) => number) => {
          let moved = 0;
          return hints.reduce((rest, hint) => {
            const start = hint.start + moved;
            const next = rest.slice(0, start) + rest.slice(start + length(hint));
            moved -= hint.end - hint.start;
            return next;
          }, whole);
        };
        const before = cut(text, ({ start, end }) => end - start);
        let after = apply(text);
        let moved = 0;
        for (const { start, end, suggestion } of hints) {
          const length = suggestion?.length ?? 0;
          after = after.slice(0, start + moved) + after.slice(start + moved + length);
          moved -= end - start;
        }
        expect(after).toBe(before);
      }),
    );
  });
});

/** The report whose style is the house's; it lies beside the repository, not in it. */
const PUBLISHED = new URL("../../../../../shared/seed/jcsip-2022q4.txt", import.meta.url);

describe("the published report", () => {
  it("words what it infers as inferred", () => {
    const texts = existsSync(PUBLISHED) ? [readFileSync(PUBLISHED, "utf8")] : [];
    for (const text of texts) {
      const hints = styleHints(text).filter(({ code }) => code === "bare-assertion");
      expect(hints.length).toBeLessThanOrEqual(3);
    }
  });
});
