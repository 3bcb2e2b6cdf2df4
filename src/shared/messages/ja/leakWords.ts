import type { ErrorParams } from "../../errors.ts";
import { textOf } from "../errorParams.ts";
import { NO_BREAK } from "../numerals.ts";

type Detail = (detail: string) => string;

const quoted = (words: string, detail: string): string => (detail === "" ? words : `${words}「${detail}」`);

function cellPlace(detail: string): string {
  const [, row, column] = /^(\d+):(\d+)$/.exec(detail) ?? [];
  if (row !== undefined) return `${row}${NO_BREAK}行目・${column}${NO_BREAK}列目のセル`;
  const [, sheet, cell] = /^(\d*)!([A-Z]+\d+)$/.exec(detail) ?? [];
  return cell === undefined ? "隣り合うセル（続けて読むと名前になるもの）" : `シート ${sheet} のセル ${cell}`;
}

function partPlace(detail: string): string {
  if (detail.startsWith("word/header")) return "ヘッダ";
  if (detail.startsWith("word/footer")) return "フッタ";
  if (detail.startsWith("word/footnotes")) return "脚注";
  return detail.startsWith("docProps/") ? "文書のプロパティ" : "本文";
}

function attributePlace(detail: string): string {
  if (/ (?:descr|title)$/.test(detail)) return "画像の代替テキスト";
  if (detail.endsWith(" Target")) return "リンク先";
  return detail.endsWith(" name") && detail.startsWith("xl/") ? "シート名" : "文書の内部情報";
}

const onPage =
  (words: string): Detail =>
  (detail) => {
    const page = /^\d+/.exec(detail)?.[0];
    return page === undefined ? quoted(words, detail) : `${page}${NO_BREAK}ページの${words}`;
  };

const PLACES: Record<string, Detail | undefined> = {
  "file-name": () => "ファイル名",
  page: (detail) => `${detail}${NO_BREAK}ページ`,
  "pages-joined": () => "ページや段をまたぐ文",
  metadata: (detail) => quoted("文書のプロパティ", detail === "XMP" ? "" : detail),
  outline: () => "しおり（見出し）",
  annotation: onPage("リンク・注釈"),
  "alt-text": onPage("代替テキスト"),
  attachment: (detail) => quoted("添付ファイル", detail),
  script: () => "スクリプト",
  destination: () => "リンク先の名前",
  "page-label": () => "ページ番号の表示",
  layer: () => "レイヤー",
  "raw-string": () => "画面に出ない文字列",
  picture: onPage("画像"),
  "part-text": partPlace,
  "part-attribute": attributePlace,
  "part-name": () => "文書の内部のファイル名",
  "table-cell": cellPlace,
  key: (detail) => quoted("項目名", detail),
  value: (detail) => (detail === "" ? "隣り合う値（続けて読むと名前になるもの）" : quoted("値", detail)),
  header: (detail) => quoted("メールのヘッダ", detail),
  body: () => "本文",
  structure: (detail) =>
    /^\d+$/.test(detail) ? `${detail}${NO_BREAK}ページ` : quoted("ファイルの構造", detail === "" ? "" : detail),
  passage: () => "選んだ範囲",
};

const REMEDIES: Record<string, string | undefined> = {
  "file-name": "組織名や人名を含まないファイル名にしてください。",
  "table-cell": "その値をインジケータの一覧から外すか、役割を「被害側」に直してください。",
  value: "その値をインジケータの一覧から外すか、役割を「被害側」に直してください。",
  key: "その値をインジケータの一覧から外すか、役割を「被害側」に直してください。",
  picture: "画像の該当箇所を伏せるか、画像を差し替えてください。",
};

/** Kinds of what a file may not have at all, whatever it says: nobody's name, and nothing a person wrote wrongly. */
const FORM =
  /^(?:invisible-text|tiny-text|background-text|covered-text|attachment|annotation|script|hidden-layer|second-revision|author|machine-path|embedded-file|hidden-part|picture-metadata|time-of-day|unknown-part)$/;

export const leakWords = {
  place: (place: string, detail: string): string => PLACES[place]?.(detail) ?? "ファイルの中",
  /** What was found where in a written file, and what to do. */
  sentence(p: ErrorParams, kind: string): string {
    const others = Number(p["count"] ?? 1) - 1;
    const where = `場所は、${leakWords.place(textOf(p, "where"), textOf(p, "detail"))}${others > 0 ? `（ほか ${others}${NO_BREAK}か所）` : ""}です。`;
    if (FORM.test(textOf(p, "kind")))
      return `書き出したファイルに、読む人に見えないか余分な内容（${kind}）があったため、破棄しました。${where}画像や図を入れ直してもう一度書き出し、続くときは管理者に知らせてください。`;
    const remedy =
      textOf(p, "kind") === "limit"
        ? "符号化された長い文字列などを除いてください。"
        : (REMEDIES[textOf(p, "where")] ?? "文面のその箇所を直すか、参加組織の登録を確かめてください。");
    return `書き出したファイルに情報提供元を示すもの（${kind}）が残っていたため、破棄しました。${where}${remedy}`;
  },
};
