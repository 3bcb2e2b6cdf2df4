import { isQuarter } from "../../domain/quarter.ts";
import { FIGURES } from "../../domain/vocabulary.ts";
import { NO_BREAK } from "../numerals.ts";
import { format } from "./format.ts";
import { vocabulary } from "./vocabulary.ts";

function quarterOf(params: Record<string, string | number>): string {
  const quarter = String(params["quarter"] ?? "");
  return isQuarter(quarter) ? `${format.quarter(quarter)}の` : "";
}

function figureOf(params: Record<string, string | number>): string {
  const figure = FIGURES.find((name) => name === params["figure"]);
  return figure === undefined ? "" : vocabulary.figure[figure];
}

function othersOf(params: Record<string, string | number>): string {
  const count = params["count"];
  return typeof count === "number" && count > 1 ? `（ほか${NO_BREAK}${count - 1}${NO_BREAK}か所）` : "";
}

export const publishing = {
  outline: "目次",
  outlineEmpty: "組版すると、ここに目次が出ます。",
  text: "内容",
  pages: "紙面",
  page: (page: number, total: number) => `${page} / ${total} ページ`,
  pageLabel: (page: number) => `${page} ページ`,
  zoom: { label: "紙面の大きさ", fit: "枠に合わせる", actual: "実寸", larger: "大きく", smaller: "小さく" },
  exportDraft: "下書きを書き出す",
  release: "公開を許可",
  releaseReading: "こうかいをきょか",
  releaseHint: "報告書を最後に変えた人とは別の担当者が押します。",
  released: "この報告書の公開を許可しました。",
  draftWritten: "公開の条件がそろっていないため、全ページに「下書き・公開前」と入れて書き出しました。",
  typesetting: "組版中",
  typesettingFirst: "紙面を組んでいます",
  upToDate: "最新",
  previewFailed: "紙面を作れませんでした。",
  issues: {
    text: {
      "undetermined-open": (params: Record<string, string | number>) =>
        `判定していない情報提供が${NO_BREAK}${params["count"] ?? ""}${NO_BREAK}件`,
      "not-frozen": () => "集計値が未確定",
      conflict: (params: Record<string, string | number>) =>
        `公表値と記録の食い違い（${quarterOf(params)}${figureOf(params)}）`,
      "chapter-without-narrative": (params: Record<string, string | number>) =>
        `「${params["title"] ?? ""}」に本文がない`,
      "chapter-without-writeup": (params: Record<string, string | number>) =>
        `「${params["title"] ?? ""}」の事例解説がまだない`,
      "figure-source": (params: Record<string, string | number>) =>
        `図「${params["caption"] ?? ""}」の${params["line"] ?? 1}行目が読めない: ${params["text"] ?? ""}`,
      "citation-unknown": (params: Record<string, string | number>) =>
        `引いた公表が見つからない: ${params["label"] ?? ""}`,
      "character-unprintable": (params: Record<string, string | number>) =>
        `紙面の書体にない文字${NO_BREAK}${params["text"] ?? ""}${params["title"] === undefined ? "" : `（${params["title"]}）`}`,
      "provider-named": (params: Record<string, string | number>) =>
        `情報提供元が分かる言葉「${params["text"] ?? ""}」がある${params["title"] === undefined ? "" : `（${params["title"]}）`}`,
      "words-telling": (params: Record<string, string | number>) =>
        `報告書の言葉に、情報提供元が分かるもの「${params["text"] ?? ""}」がある${othersOf(params)}`,
      "words-to-check": (params: Record<string, string | number>) =>
        `報告書の言葉に、確かめていないもの「${params["text"] ?? ""}」がある${othersOf(params)}`,
    },
    next: "次へ",
    all: (count: number) => `全${NO_BREAK}${count}${NO_BREAK}件`,
  },
  /** What no write-up holds: decided here as on the desk. */
  own: {
    title: "報告書の言葉",
    hint: "前書き、要約、一連の攻撃の名前など、事例解説の外の言葉です。ここで決めます。",
    show: "報告書の言葉を確かめる",
    hide: "報告書の言葉をたたむ",
    reading: "ほうこくしょのことば たしかめる とくめいか まえがき ようやく",
    parts: {
      lead: "前書き",
      title: "案件の題名",
      summary: "要約",
      campaign: "一連の攻撃の名前",
      reference: "引用する公表",
      sig: "SIG（業界）の名前",
      framework: "情報連携体制の書き方",
      category: "分類の名前",
    },
    allowed: (count: number) => `そのまま${NO_BREAK}${count}${NO_BREAK}か所`,
    waiting: (count: number) => `確かめる言葉${NO_BREAK}${count}`,
    clear: "報告書の言葉に、確かめるものは残っていません。文を直すと、また確かめます。",
  },
  parts: {
    front: "表題と前書き",
    publishedOn: "公表日",
    publishedOnHint: "2023-01-26 の形で。空なら書かない。",
    lead: "前書き",
    leadHint: "空なら、集計値から書いた前書きになります。",
    entries: "載せる案件",
    provided: "参加組織から提供された情報（2.2 節）",
    hub: "IPAが集めた情報（2.3 節）",
    noEntries: "この四半期の案件はまだありません。案件を起こすと、ここに並びます。",
    noneInSection: "この節に載る案件はありません。",
  },
  place: { label: "載せ方", chapter: "章", digest: "概要だけ", "left-out": "載せない" },
  placeHint: "章にする（1）、概要だけ（2）、載せない（3）、上へ（Alt+↑）、下へ（Alt+↓）、開く（Enter）",
  chapterOf: (number: string) => `${number} 章`,
  noNarrative: "本文がない",
  noSummary: "要約がない",
  moveUp: (title: string) => `「${title}」を上へ`,
  moveDown: (title: string) => `「${title}」を下へ`,
  drag: (title: string) => `「${title}」をつかんで動かす`,
  editTitle: "載せる文",
  summary: "要約（2章の一段落）",
  summaryHint: "2章に載る一段落。匿名化した言葉で書きます。",
  narrative: "本文（章）",
  narrativeHint: "ここに書くと章になります。",
  openCase: "案件を開く",
  choose: "案件を選ぶと、ここで要約と本文を直せます。",
  backToParts: "載せる案件へ",
  export: "報告書をPDFに書き出す",
  exportReading: "ほうこくしょ PDF かきだす しゅつりょく えくすぽーと",
  exporting: "書き出しています",
  exported: (fileName: string, pages: number) => `「${fileName}」（${pages}${NO_BREAK}ページ）を書き出しました`,
  savedAs: (name: string) => `保存先: ${name}`,
  notSaved: "保存先が選ばれなかったので、ファイルは書いていません。報告書は案件帳の中にあります。",
  saveAgain: "もう一度保存する",
  reveal: "フォルダで見る",
  sha256: "SHA-256",
  dismiss: "結果を閉じる",
  goToPage: (title: string, page: number) => `${title}、${page} ページへ`,
  frozenNote: "集計値は確定済み",
};
