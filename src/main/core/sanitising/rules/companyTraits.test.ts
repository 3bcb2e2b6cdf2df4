import { describe, expect, it } from "vitest";
import { findTraits } from "./companyTraits.ts";

const found = (text: string) => findTraits(text).map(({ start, end }) => text.slice(start, end));

describe("findTraits", () => {
  it.each([
    ["従業員約 12,000 名の会社", "従業員約 12,000 名"],
    ["売上高 3,456億円の会社", "売上高 3,456億円"],
    ["創業 1923 年の会社", "創業 1923 年"],
    ["受信者の社員番号は １０２９３８ であった", "社員番号は １０２９３８"],
    ["問い合わせ番号：AB-20221", "問い合わせ番号：AB-20221"],
    ["電話の下四桁は 2345 であった", "下四桁は 2345"],
    ["位置情報 35.4956, 139.6853 が残っていた", "35.4956, 139.6853"],
    ["北緯35度29分の施設", "北緯35度29分"],
    ["2021 年に社名を変えた会社", "社名を変え"],
    ["合併により生まれた会社", "合併により"],
    ["2019年に大規模な情報漏えいを起こした会社が狙われた", "2019年に大規模な情報漏えいを起こした会社"],
    ["過去に不正アクセスを公表した組織", "過去に不正アクセスを公表した組織"],
  ])("is asked about what tells a company by itself: %s", (text, trait) => {
    expect(found(text)).toEqual([trait]);
  });

  it.each([
    "2022年に不正アクセスが増えた。",
    "管理番号の付け方を見直した。",
    "CVE-2022-42475 の脆弱性が悪用された。",
    "バージョン 35.4, 36.2 が影響を受ける。",
    "攻撃者は 203.0.113.9 から接続した。",
    "下の四つの手順で確認する。",
    "受付で確認した。",
  ])("is not asked about what many have: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
