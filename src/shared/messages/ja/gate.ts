import type { ErrorParams } from "../../errors.ts";
import { countOf, textOf } from "../errorParams.ts";
import { NO_BREAK } from "../numerals.ts";
import { leakWords } from "./leakWords.ts";

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
        ? `${textOf(p, "releaser")}の許可は、その後に${changedOf(p)}が変わったため無効です${textOf(p, "author") === "" ? "" : `（${textOf(p, "author")}以外の担当者の許可が要ります）`}`
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

/** What to do about a condition that does not hold, as a sentence of its own. */
const REMEDIES: Record<string, string | undefined> = {
  "text-there": "表題と本文を書いてください。",
  "no-must-finding": "「匿名化」でその箇所を伏せるか、言い換えてください。",
  "no-review-finding": "「匿名化」で一つずつ判断してください。",
  "no-cap-reached": "除いたあと、もう一度お試しください。",
  "pictures-checked": "「匿名化」で画像を開いてください。",
  "list-clear": "情報共有の「示すものを一覧から外す」で外せます。",
  "note-clear": "訂正の説明を書き直してください。",
  "second-person": "書いた人とは別の担当者が開き、許可を出してください。",
  consent: "「承認」で情報提供元に依頼し、回答を記録してください。",
  terms: "条件に合う宛先・時期にするか、情報提供元に改めて承認を求めてください。",
  marked: "TLP を選び直してください。",
  "quarter-ready": "四半期の終了後に、残った情報提供を判定してください。",
  "chapters-ready": "その案件の事例解説を仕上げ、承認と許可を済ませてください。",
};

/** Where the first of what was found stands: a title, or a line of the body. */
function firstOf(p: ErrorParams): string {
  const kind = KINDS[textOf(p, "kind")];
  if (kind === undefined) return "";
  const place = textOf(p, "line") === "" ? "表題" : `本文 ${countOf(p, "line")}${NO_BREAK}行目`;
  return `。最初は${place}の${kind}です`;
}

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
  /** The same as a sentence for somebody who wanted to let it out: why, where the first one is, what to do. */
  remedy: (p: ErrorParams) => REMEDIES[textOf(p, "condition")] ?? "「匿名化」と「共有」で残りを済ませてください。",
  first: firstOf,
  place: leakWords.place,
  kind: (kind: string) => KINDS[kind] ?? kind,
  leak: (p: ErrorParams) => leakWords.sentence(p, KINDS[textOf(p, "kind")] ?? textOf(p, "kind")),
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
