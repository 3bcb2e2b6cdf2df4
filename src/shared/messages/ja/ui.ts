import { NO_BREAK } from "../numerals.ts";

/** Words of the components that know nothing of the trade. */
export const ui = {
  close: "閉じる",
  cancel: "やめる",
  save: "保存",
  edit: "直す",
  none: "なし",
  unknown: "不明",
  loading: "読み込んでいます",
  retry: "やり直す",
  find: "語",
  more: "続きを表示",
  less: "たたむ",
  resizePane: "枠の幅",
  selectedRows: (count: number) => `${count}${NO_BREAK}件を選択`,
  copied: "写しました",
  copy: "写す",
};
