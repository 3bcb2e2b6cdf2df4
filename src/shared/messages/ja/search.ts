import { NO_BREAK } from "../numerals.ts";

export const search = {
  placeholder: "件名、本文、観測情報（半角・全角、かな、無害化の違いは問いません）",
  label: "検索する語",
  total: (count: number, shown: number) =>
    count > shown ? `${count}${NO_BREAK}件のうち ${shown}${NO_BREAK}件を表示` : `${count}${NO_BREAK}件`,
  columns: { type: "種類", title: "表題", snippet: "当たった箇所", at: "日付" },
  all: "すべて",
  hint: '語を空白で区切るとすべてを含むもの、"" で囲むとその通りのものを探します。',
  nothing: (text: string) => `「${text}」を含む記録はありません`,
  nothingDetail: "短い語に分けるか、別の書き方を試してください。",
  start: "探す語を入れてください",
  observable: {
    title: "観測情報",
    reports: (count: number) => `この値が現れる情報提供 ${count}${NO_BREAK}件`,
  },
  listLabel: "検索結果",
};
