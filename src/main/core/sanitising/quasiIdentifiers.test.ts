import { describe, expect, it } from "vitest";
import { compileRoster } from "./compileRoster.ts";
import { quasiSightings } from "./quasiIdentifiers.ts";
import type { RosterOrganization } from "./roster.ts";

function member(id: string, address: string, industry: string): RosterOrganization {
  return {
    id,
    name: `会社${id}`,
    aliases: [],
    domains: [],
    persons: [],
    products: [],
    addresses: [address],
    phones: [],
    industries: [industry],
  };
}

const roster = compileRoster([
  member("a", "長野県上田市中央3丁目7番1号", "工作機械業界"),
  ...["東京都", "東京都", "千葉県", "埼玉県", "神奈川県", "茨城県"].map((place, index) =>
    member(`k${index}`, `${place}中央1-${index}`, "工作機械業界"),
  ),
]);
const party = new Set([0]);
const found = (text: string, parties: ReadonlySet<number> = party) =>
  quasiSightings(text, roster, parties).map(({ start, end, severity }) => `${severity} ${text.slice(start, end)}`);

describe("quasiSightings", () => {
  it("takes an industry and a region that only the provider fits for its name", () => {
    expect(found("長野県内の工作機械メーカーで発生した。")).toEqual(["must 長野県内の工作機械"]);
    expect(found("甲信越の工作機械メーカーで発生した。")).toEqual(["must 甲信越の工作機械"]);
  });

  it("asks about one that only another fits, and about few", () => {
    expect(found("長野県内の工作機械メーカーで発生した。", new Set([1]))).toEqual(["review 長野県内の工作機械"]);
    expect(found("東京都の工作機械メーカーで発生した。")).toEqual(["review 東京都の工作機械"]);
  });

  it("leaves those alone that many fit, or none", () => {
    expect(found("関東の工作機械メーカーで発生した。")).toEqual([]);
    expect(found("沖縄の工作機械メーカーで発生した。")).toEqual([]);
    expect(found("工作機械業界では注意が必要である。")).toEqual([]);
  });

  it("asks about a region that another sentence of the paragraph completes", () => {
    expect(found("工作機械業界の例である。\n標的は長野の拠点であった。")).toEqual(["review 長野"]);
    expect(found("工作機械業界の例である。\n\n長野では雪が降った。")).toEqual([]);
  });

  it.each([
    "従業員数は約 1,200 名",
    "国内最大手",
    "世界シェア7割",
    "連結売上高 3,456 億円",
    "2022年12月8日",
    "東証プライム上場",
    "ニュースリリース",
    "創業 120 年",
    "昭和 12 年創業",
    "拠点数 32 か所",
  ])("asks about %s", (trait) => {
    expect(found(`同社は${trait}であり、`)).toEqual([`review ${trait}`]);
  });

  it.each(["約 2,000 万円", "約 7 割", "1,000 万件弱", "2022 年 12 月時点", "参加組織", "1 か月強"])(
    "leaves %s alone, as published reports have it",
    (rounded) => {
      expect(found(`対応には${rounded}を要した。`)).toEqual([]);
    },
  );
});
