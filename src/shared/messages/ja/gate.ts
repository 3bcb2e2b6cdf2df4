import type { ErrorParams } from "../../errors.ts";
import { countOf, textOf } from "../errorParams.ts";
import { NO_BREAK } from "../numerals.ts";

const PLACES: Record<string, string | undefined> = {
  "file-name": "ファイル名",
  page: "ページ",
  "pages-joined": "ページをまたぐ文",
  metadata: "文書のプロパティ",
  outline: "しおり",
  annotation: "注釈・リンク",
  "alt-text": "代替テキスト",
  attachment: "添付ファイル",
  script: "スクリプト",
  destination: "リンク先の名前",
  "page-label": "ページ番号の表示",
  layer: "レイヤー",
  "raw-string": "画面に出ない文字列",
  picture: "画像",
  "part-text": "本文",
  "part-attribute": "文書の内部情報",
  "part-name": "文書の内部のファイル名",
  "table-cell": "表のセル",
  key: "項目名",
  value: "値",
  header: "メールのヘッダ",
  body: "本文",
  structure: "ファイルの構造",
  passage: "選んだ範囲",
};

const KINDS: Record<string, string | undefined> = {
  organization: "組織名",
  person: "人名",
  mail: "メールアドレス",
  domain: "ドメイン",
  product: "製品・サービス名",
  address: "住所",
  phone: "電話番号",
  "link-wrapper": "リンク検査サービスの URL",
  "user-path": "利用者のパス",
  "internal-host": "内部のホスト名",
  "private-address": "内部の IP アドレス",
  "corporate-number": "法人番号",
  "individual-number": "個人番号",
  "quasi-identifier": "組み合わせで特定できる記述",
  "novel-term": "公表例のない語",
  limit: "調べきれない量の記述",
  "invisible-text": "見えない文字",
  "tiny-text": "読めないほど小さい文字",
  "background-text": "地の色と同じ文字",
  "covered-text": "図形で覆われた文字",
  attachment: "添付ファイル",
  annotation: "注釈",
  script: "スクリプト",
  "hidden-layer": "隠れたレイヤー",
  "second-revision": "変更前の内容",
  author: "作成者名",
  "machine-path": "端末のパス",
  "embedded-file": "埋め込まれたファイル",
  "hidden-part": "隠れた部分",
  "picture-metadata": "画像の付属情報",
  "time-of-day": "作成の時刻",
  "unknown-part": "書き出しにないはずの部分",
};

const quoted = (p: ErrorParams, key: string): string => (textOf(p, key) === "" ? "" : `「${textOf(p, key)}」`);

const TERMS: Record<string, ((p: ErrorParams) => string) | undefined> = {
  "sigs-only": () => "共有先を指定の SIG に限ること",
  "not-in-public-report": () => "公表資料に載せないこと",
  "not-before": (p) => `${textOf(p, "day")} より前に出さないこと`,
  "no-indicator-list": () => "インジケータの一覧を付けないこと",
  other: (p) => textOf(p, "text"),
};

const PARTS: Record<string, string | undefined> = {
  words: "文面",
  labels: "取扱区分",
  list: "インジケータの一覧",
  note: "訂正の説明",
};

/** What changed since it was agreed to, such as 文面とインジケータの一覧. */
const changedOf = (p: ErrorParams): string =>
  textOf(p, "changed")
    .split(" ")
    .flatMap((part) => PARTS[part] ?? [])
    .join("と") || "内容";

const NO_CONSENT: Record<string, ((p: ErrorParams) => string) | undefined> = {
  void: (p) => `の承認は、その後に${changedOf(p)}が変わったため無効です`,
  waiting: () => "の回答を待っています",
  declined: () => "は承認していません",
};

const CONDITIONS = {
  "text-there": { met: () => "文面があります", unmet: () => "文面がまだありません" },
  "no-must-finding": {
    met: () => "情報提供元を示す語は残っていません",
    unmet: (p: ErrorParams) => `情報提供元を示す語が ${countOf(p, "count")}${NO_BREAK}か所残っています`,
  },
  "no-review-finding": {
    met: () => "確認の必要な箇所は全て判断済みです",
    unmet: (p: ErrorParams) => `判断していない箇所が ${countOf(p, "count")}${NO_BREAK}か所あります`,
  },
  "no-cap-reached": {
    met: () => "文面の全体を調べました",
    unmet: () => "量が多く調べきれない部分があります。符号化された長い文字列などを除いてください",
  },
  "pictures-checked": {
    met: (p: ErrorParams) =>
      p["total"] === 0 ? "画像はありません" : `画像 ${countOf(p, "total")}${NO_BREAK}点を確かめました`,
    unmet: (p: ErrorParams) =>
      `画像 ${countOf(p, "count")}${NO_BREAK}点が確認待ちです。文字を読み取り、写った名前を伏せてください`,
  },
  "list-clear": {
    met: () => "インジケータの一覧に情報提供元を示すものはありません",
    unmet: (p: ErrorParams) =>
      `インジケータ ${countOf(p, "count")}${NO_BREAK}件が情報提供元を示します。一覧から外してください`,
  },
  "note-clear": {
    met: () => "訂正の説明に情報提供元を示す語はありません",
    unmet: (p: ErrorParams) =>
      `訂正の説明に情報提供元を示す語、またはそのおそれのある語が ${countOf(p, "count")}${NO_BREAK}か所あります`,
  },
  "second-person": {
    met: (p: ErrorParams) => `${textOf(p, "releaser")}が許可しました（作成 ${textOf(p, "author")}）`,
    unmet: (p: ErrorParams) =>
      textOf(p, "changed") !== ""
        ? `${textOf(p, "releaser")}の許可は、その後に${changedOf(p)}が変わったため無効です`
        : textOf(p, "author") === ""
          ? "別の担当者の許可がありません"
          : `${textOf(p, "author")}以外の担当者の許可がありません`,
  },
  consent: {
    met: (p: ErrorParams) =>
      p["total"] === 0
        ? "承認の要る情報提供元はありません"
        : `情報提供元 ${countOf(p, "total")}${NO_BREAK}者の承認があります`,
    unmet: (p: ErrorParams) =>
      `${quoted(p, "party") || "情報提供元"}${NO_CONSENT[textOf(p, "state")]?.(p) ?? "の承認がありません"}${more(p)}`,
  },
  terms: {
    met: () => "承認の条件を満たしています",
    unmet: (p: ErrorParams) =>
      `${quoted(p, "party")}の条件「${TERMS[textOf(p, "term")]?.(p) ?? textOf(p, "term")}」を満たしていません${more(p)}`,
  },
  marked: {
    met: (p: ErrorParams) => textOf(p, "tlp"),
    unmet: (p: ErrorParams) =>
      textOf(p, "tlp") === "" ? "TLP が決まっていません" : `${textOf(p, "tlp")} のままでは公表できません`,
  },
  "quarter-ready": {
    met: () => "四半期の集計が済んでいます",
    unmet: (p: ErrorParams) =>
      p["count"] === 0
        ? "四半期がまだ終わっていません"
        : `未判定の情報提供が ${countOf(p, "count")}${NO_BREAK}件残っています`,
  },
  "chapters-ready": {
    met: (p: ErrorParams) =>
      p["total"] === 0 ? "事例の章はありません" : `事例の章 ${countOf(p, "total")}${NO_BREAK}つは全て公開できます`,
    unmet: (p: ErrorParams) => `${quoted(p, "chapter")}の章はまだ公開できません${more(p)}`,
  },
};

/** 公開できる／できない, and why. `met` and `unmet` are whole sentences. */
export const gate = {
  open: { copy: "写しを出せる", provider: "承認を依頼できる", share: "共有できる", publish: "公開できる" },
  closed: {
    copy: "まだ写しを出せない",
    provider: "まだ承認を依頼できない",
    share: "まだ共有できない",
    publish: "まだ公開できない",
  },
  destinations: { copy: "作業用の写し", provider: "情報提供元", share: "参加組織", publish: "公表" },
  formats: {
    pdf: "PDF",
    docx: "Word（DOCX）",
    markdown: "Markdown",
    csv: "CSV",
    xlsx: "Excel（XLSX）",
    stix: "STIX",
    misp: "MISP",
    clipboard: "コピー",
    drag: "ドラッグ",
    print: "印刷",
    unsanitised: "匿名化前のコピー",
    eml: "メール（EML）",
  },
  conditions: CONDITIONS,
  /** Of a gate that is closed: `condition` and its parameters. */
  reason: (p: ErrorParams) =>
    Object.entries(CONDITIONS)
      .find(([code]) => code === textOf(p, "condition"))?.[1]
      .unmet(p) ?? "",
  place: (place: string, detail: string) =>
    place === "page" ? `${detail}${NO_BREAK}ページ` : (PLACES[place] ?? "ファイルの中"),
  kind: (kind: string) => KINDS[kind] ?? kind,
  /** The ledger of what left. */
  exits: {
    title: "外に出したもの",
    reading: "そとにだしたもの かきだし きろく こぴー だいちょう",
    at: "日時",
    by: "担当",
    format: "形式",
    destination: "出し先",
    anywhere: "アプリの外",
    what: "ファイル・文面",
    sha256: "SHA-256",
    none: "外に出したものはまだありません",
    noneDetail: "書き出したファイルと、外へのコピーがここに並びます。",
    more: (count: number) => `これより前に ${count}${NO_BREAK}件あります`,
  },
  /** Copying out of the application. */
  copying: {
    refused: (kind: string, count: number) =>
      `選んだ範囲に情報提供元を示すもの（${kind}）が ${count}${NO_BREAK}か所あるため、コピーしませんでした`,
    kept: "この内容は匿名化前のため、アプリの中でだけ貼り付けられます",
    unsanitised: "匿名化前の内容をコピー",
    unsanitisedReading: "とくめいかまえ こぴー くりっぷぼーど",
    logged: "匿名化前の内容をコピーしました。「外に出したもの」に記録しました",
    nothingSelected: "コピーする範囲を選んでください",
    noDrag: "この内容はアプリの外へドラッグできません",
    noPrint: "画面は印刷できません。「書き出し」で文書にしてから印刷してください",
  },
};

function more(p: ErrorParams): string {
  const count = p["count"];
  return typeof count === "number" && count > 1 ? `（ほか ${count - 1}${NO_BREAK}件）` : "";
}
