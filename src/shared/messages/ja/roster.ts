import { NO_BREAK } from "../numerals.ts";

export const roster = {
  listLabel: "参加組織の一覧",
  columns: { name: "名称", reading: "読み", sigs: "SIG（業界）", domains: "ドメイン", parent: "親組織" },
  filterPlaceholder: "名称、読み、別名、ドメイン",
  filterLabel: "絞り込み",
  allSigs: (count: number) => `全 ${count}${NO_BREAK}業界`,
  sigSize: (name: string, count: number) => `${name}（${count}）`,
  sentence: { sig: "の参加組織で、語は" },
  structure: {
    title: (day: string) => `${day}時点の体制`,
    summary: (sigs: number, organizations: number, frameworks: number) =>
      `${sigs}${NO_BREAK}業界 ${organizations}${NO_BREAK}組織（延べ）＋${frameworks}${NO_BREAK}情報連携体制`,
    frameworks: "情報連携体制",
    sigs: "SIG（業界）",
    organizations: "組織",
    from: "開始",
    noLabel: "規模の記載なし",
  },
  facts: {
    name: "名称",
    reading: "読み",
    nameEn: "英語名",
    aliases: "別名",
    domains: "ドメイン",
    parent: "親組織",
    children: "グループ会社",
    persons: "担当者",
    products: "製品",
    addresses: "住所",
    phones: "電話",
    externalId: "番号",
  },
  memberships: { title: "所属", sig: "SIG（業界）", from: "開始", to: "終了", now: "現在" },
  secret: "この欄の内容は外に出しません",
  empty: {
    title: "参加組織の名簿がありません",
    detail: "交換形式（.ndjson）の名簿を casebook load で読み込むと、ここに並びます。",
    filtered: "この条件に当たる参加組織はありません",
    filteredDetail: "読みや別名でも探せます。",
    none: "左の一覧から選ぶと、組織の詳細をここに表示します",
  },
};
