import { NO_BREAK } from "../numerals.ts";

/** The place 匿名化: the list of write-ups. */
export const writeups = {
  listLabel: "事例解説の一覧",
  written: "事例解説",
  unwritten: "まだ起こしていない案件",
  filter: {
    label: "絞り込み",
    period: "期間",
    anyQuarter: "全期間",
    after: { quarter: "の案件の事例解説で", anyQuarter: "の案件の事例解説で", text: "を含むもの" },
    placeholder: "題名の言葉",
  },
  released: "公開を許可済み",
  notReleased: "未許可",
  row: (author: string, moment: string) => `${author}・${moment}`,
  count: (count: number) => `${count}${NO_BREAK}件`,
  begin: "事例解説を起こす",
  beginFor: (title: string) => `「${title}」の事例解説を起こす`,
  open: "事例解説を開く",
  ofCase: "この案件の事例解説",
  ofCaseReading: "じれいかいせつ とくめいか おこす ひらく",
  rewrite: "本文から書き直す",
  rewriteHint: "案件の本文から作り直します。呼び名はそのまま残ります。元に戻すで取り消せます。",
  rewritten: "本文から書き直しました",
  backToList: "一覧",
  openCase: "案件を開く",
  choose: "左の一覧から事例解説を選ぶか、まだ起こしていない案件で Enter を押すと、ここで匿名化できます。",
  empty: "この四半期の案件には、事例解説も本文もまだありません。",
  emptyDetail: "案件の本文を書くと、ここから事例解説を起こせます。情報提供元の名前は、起こすときに伏せられます。",
  showAll: "全期間を見る",
  nothing: "この言葉を含むものはありません。",
};
