import type { ErrorCode, ErrorParams } from "../../errors.ts";
import { isQuarter } from "../../domain/quarter.ts";
import { countOf as count, sizeOf as size, textOf as text } from "../errorParams.ts";
import { format } from "./format.ts";
import { gate } from "./gate.ts";

type Sentence = (params: ErrorParams) => string;

const named = (params: ErrorParams, key: string, otherwise: string) =>
  params[key] === undefined ? otherwise : `「${params[key]}」`;
const fileOf = (params: ErrorParams) => named(params, "file", named(params, "fileName", "このファイル"));
const bookOf = (params: ErrorParams) =>
  named(params, "name", named(params, "file", named(params, "path", "この案件帳")));
const quarterOf = (params: ErrorParams, otherwise: string) => {
  const quarter = text(params, "quarter");
  return isQuarter(quarter) ? format.quarter(quarter) : named(params, "quarter", otherwise);
};
/** A text by its title, a report by its quarter. */
const titleOf = (params: ErrorParams) =>
  isQuarter(text(params, "title"))
    ? `${quarterOf({ quarter: text(params, "title") }, "")}の運用状況`
    : named(params, "title", "この文面");
const inBrackets = (value: string) => (value === "" ? "" : `（${value}）`);

const MAIL_DAMAGE: Record<string, string> = {
  "cut-in-headers": "ヘッダの途中で切れているため",
  "cut-in-attachment": "添付ファイルの途中で切れているため",
  "cut-in-text": "本文の途中で切れているため",
  "parts-missing": "あるはずの本文・添付が入っていないため",
  "msg-structure": "Outlook形式の内部の表が壊れているため",
};

/** One sentence a code: what, why, what to do. */
export const errors: Record<ErrorCode, Sentence> = {
  internal: (p) =>
    `予期しない不具合のため処理を終えられませんでした。案件帳は変わっていません。記録番号${named(p, "traceId", "")}を添えて管理者に知らせてください。`,
  "core.restarted": () =>
    "処理の途中で案件帳が閉じられたため終えられませんでした。保存済みの内容は無事です。案件帳を開き直してください。",
  "thread.stopped": (p) =>
    p.work === "pictures"
      ? "画像の読み取りが途中で止まったため終えられませんでした。読んでいない画像は外に出ません。もう一度実行してください。"
      : p.work === "typesetting"
        ? "組版が途中で止まったため終えられませんでした。案件帳は変わっていません。もう一度実行してください。"
        : "匿名化の検査が途中で止まったため終えられませんでした。検査していないものは外に出ません。もう一度実行してください。",
  "call.invalid": (p) => `入力をそのままでは受け取れません${inBrackets(text(p, "reason"))}。内容を直してください。`,
  "call.cancelled": () => "取りやめました。何も変わっていません。",
  "casebook.not-open": () => "案件帳が開かれていません。先に案件帳を開いてください。",
  "casebook.not-found": (p) => `案件帳${bookOf(p)}が見つかりません。移動や名前の変更がないか確かめてください。`,
  "casebook.exists": (p) => `案件帳${bookOf(p)}は既にあります。別の名前を付けてください。`,
  "casebook.wrong-passphrase": () =>
    "パスフレーズが違うか、ファイルの先頭が壊れています。入力し直し、それでも開かないときは控えから戻してください。",
  "casebook.passphrase-missing": () =>
    "パスフレーズがありません。CASEBOOK_PASSPHRASE か --passphrase-file で渡してください。",
  "casebook.passphrase-too-short": (p) =>
    `パスフレーズが短すぎます。${count(p, "min") || "8"} 文字以上にしてください。`,
  "casebook.in-use": (p) => `案件帳${bookOf(p)}は別のウィンドウで開かれています。そちらを閉じてから開いてください。`,
  "casebook.damaged": (p) =>
    `案件帳${bookOf(p)}は壊れていて開けません${inBrackets(text(p, "reason"))}。バックアップから戻してください。`,
  "casebook.not-a-casebook": (p) => `${bookOf(p)}は案件帳ではありません。案件帳のファイルを選んでください。`,
  "database.from-newer-app": (p) =>
    `案件帳${bookOf(p)}は新しい版のハブ案件帳で作られています。この版では開けないため、アプリを更新してください。`,
  "database.migration-mismatch": (p) =>
    `案件帳${bookOf(p)}の履歴がこのアプリと合いません${inBrackets(text(p, "reason"))}。バックアップから戻してください。`,
  "storage.no-permission": (p) => `${fileOf(p)}に書き込む権限がありません。別の場所を選んでください。`,
  "storage.full": (p) =>
    `ディスクの空きが足りず${fileOf(p)}に保存できません。何も変わっていません。空きを作ってからやり直してください。`,
  "storage.not-found": (p) => `${fileOf(p)}が見つかりません。場所と名前を確かめてください。`,
  "storage.is-folder": (p) => `${fileOf(p)}はフォルダーです。ファイルを選んでください。`,
  "storage.unreadable": (p) =>
    `${fileOf(p)}を読み取れません${inBrackets(text(p, "reason"))}。別のプログラムが使っていないか確かめてください。`,
  "record.not-found": (p) =>
    `${named(p, "id", "この記録")}は案件帳にありません。取り消されたか、番号が違います。一覧から選び直してください。`,
  "record.changed-meanwhile": () => "表示した後に内容が変わりました。今の内容を確かめてから直してください。",
  "intake.no-permission": (p) =>
    `${fileOf(p)}を読む権限がないため取り込めません。権限を確かめるか、別の場所に写してから取り込んでください。`,
  "intake.too-large": (p) =>
    `${fileOf(p)}は大きすぎるため取り込めません${inBrackets(size(p, "sizeBytes"))}。上限は ${size(p, "limitBytes") || "64 MB"} です。分けてから取り込んでください。`,
  "intake.empty": (p) => `${fileOf(p)}は中身が空です。元のファイルを確かめてください。`,
  "intake.not-a-mail": (p) =>
    `${fileOf(p)}はメールではありません。.eml か .msg、またはそれらを入れた .zip を取り込んでください。`,
  "intake.damaged": (p) =>
    `${fileOf(p)}は${MAIL_DAMAGE[text(p, "reason")] ?? "壊れているため"}取り込めません。提供元からもう一度受け取ってください。`,
  "intake.too-many-parts": (p) =>
    `${fileOf(p)}は部品の数が多すぎるため取り込めません。上限は ${count(p, "limit") || "1,000"} です。読み取り妨害の疑いがあります。`,
  "intake.nested-too-deep": (p) =>
    `${fileOf(p)}は入れ子が深すぎるため取り込めません。内側のメールを取り出してから取り込んでください。`,
  "intake.archive-bomb": (p) =>
    `${fileOf(p)}は展開すると極端に大きくなるため取り込めません。中身を確かめ、メールだけを取り込んでください。`,
  "intake.archive-damaged": (p) => `書庫${fileOf(p)}は壊れていて開けません。提供元からもう一度受け取ってください。`,
  "intake.archive-encrypted": (p) =>
    `書庫${fileOf(p)}はパスワード付きのため開けません。展開したメールを取り込んでください。`,
  "exchange.invalid-line": (p) =>
    `line ${text(p, "line")}: ${text(p, "field")}: ${text(p, "reason")}（${fileOf(p)}の ${text(p, "line")} 行目。何も取り込んでいません）`,
  "exchange.unknown-format": (p) =>
    `${fileOf(p)}の形式が分かりません。案件帳の交換形式（.ndjson）か公表値の表（.csv）を渡してください。`,
  "quarter.invalid": (p) => `${named(p, "quarter", "この値")}は四半期ではありません。2022Q4 のように書いてください。`,
  "quarter.already-frozen": (p) =>
    `${quarterOf(p, "この四半期")}の集計値は既に確定しています。変更は修正として記録されます。`,
  "quarter.undetermined-open": (p) =>
    `未判定の情報提供が ${count(p, "count") || "1 件以上"} 件残っています。判定するか、残したまま確定することを選んでください。`,
  "quarter.not-over": (p) => `${quarterOf(p, "この四半期")}はまだ終わっていません。終わってから確定してください。`,
  "publishing.nothing-to-report": (p) =>
    `${quarterOf(p, "この四半期")}には載せる記録がありません。情報提供か情報共有を登録してください。`,
  "publishing.typesetting-failed": (p) =>
    `報告書を組めませんでした${inBrackets(text(p, "reason"))}。示された箇所を直してください。`,
  "cases.not-a-picture": (p) =>
    `${fileOf(p)}は PNG でも JPEG でもないため図に使えません。PNG か JPEG に変換してから入れてください。`,
  "links.exists": () => "この 2 つの案件には同じ関連が既にあります。",
  "links.to-itself": () => "案件をその案件自身と関連付けることはできません。別の案件を選んでください。",
  "writeups.no-narrative": (p) =>
    `案件${named(p, "title", "")}に本文がまだありません。案件の本文を書いてから事例解説を起こしてください。`,
  "sanitising.must-stays": (p) =>
    `${named(p, "text", "この箇所")}は情報提供元を示すため「そのまま」にはできません。伏せる・言い換えるか、参加組織の登録を直してください。`,
  "sanitising.reason-missing": (p) => `${named(p, "text", "この箇所")}をそのままにする理由を書いてください。`,
  "sanitising.words-missing": (p) => `${named(p, "text", "この箇所")}に代わる言葉を入れてください。`,
  "sanitising.words-fixed": (p) =>
    `${named(p, "text", "この言葉")}は名簿や出典の記録のとおりに載るため、ここでは変えられません。記録のほうを直すか、理由を書いてそのままにしてください。`,
  "sanitising.label-taken": (p) =>
    `${named(p, "label", "その呼び名")}はこの文面で別の組織に使われています。別の呼び名にしてください。`,
  "sanitising.findings-open": (p) =>
    `${named(p, "title", "この文面")}に未対応の箇所が ${count(p, "count")} 件あるため出力しませんでした${inBrackets(text(p, "examples"))}。「匿名化」で一つずつ判断するか、--mask-review を付けて全て伏せてください。`,
  "gate.closed": (p) =>
    `${titleOf(p)}はまだ外に出せません${inBrackets((text(p, "reason") || gate.reason(p)) + gate.first(p))}。${gate.remedy(p)}${
      count(p, "others") === "" || p.others === 0 ? "" : `ほかに ${count(p, "others")} 点、済んでいないことがあります。`
    }`,
  "gate.leak": gate.leak,
  "gate.unreadable": (p) =>
    `書き出した${fileOf(p)}を読み返して確かめられなかったため破棄しました${inBrackets(text(p, "reason"))}。もう一度書き出してください。`,
  "gate.same-person": (p) =>
    `この文面を最後に書いたのは${named(p, "author", "あなた")}です。公開の許可は別の担当者が出してください。`,
  "approvals.terms-missing": () => "条件付きの承認には、条件を一つ以上入れてください。",
  "sharings.withdrawn": (p) => `情報共有${named(p, "title", "")}は撤回済みです。続報として新しく作ってください。`,
  "approvals.nobody-to-ask": (p) =>
    `${named(p, "title", "この文面")}には承認を求める情報提供元がありません。そのまま許可を得て共有してください。`,
  "sharings.already-out": (p) =>
    `情報共有${named(p, "title", "")}は既に共有済みのため段階を戻せません。文面を直して訂正を出すか、撤回してください。`,
  "sharings.note-tells": (p) =>
    `理由に情報提供元を示す語、またはそのおそれのある語が ${count(p, "count")} か所あります。理由は受け取った組織へのお知らせに載ります。言い換えてください。`,
  "sharings.nobody-to-tell": (p) => `情報共有${named(p, "title", "")}の共有先がありません。共有先を選んでください。`,
  "pictures.too-large": (p) =>
    `画像${fileOf(p)}は大きすぎます。20 MB、4,000 万画素までです。要るところを切り出すか、縮めてから入れてください。`,
  "pictures.damaged": (p) => `画像${fileOf(p)}を読み取れません。PNG か JPEG で保存し直してから入れてください。`,
  "shell.browser-missing": () =>
    "Electronもブラウザも見つからないため画面を開けません。Edge、Chrome、Chromiumのいずれかを入れるか、HUB_CASEBOOK_BROWSERで指定してください。",
  "shell.browser-failed": (p) =>
    `${named(p, "browser", "ブラウザ")}で画面を開けませんでした${inBrackets(text(p, "reason"))}。HUB_CASEBOOK_BROWSERで別のブラウザを指定してください。`,
  "shell.driving-forbidden": (p) =>
    `組織のポリシー（RemoteDebuggingAllowed）により${named(p, "browser", "ブラウザ")}で画面を開けません。管理者に許可を求めるか、Electronを使うか、HUB_CASEBOOK_BROWSERで別のブラウザを指定してください。`,
  "undo.nothing": () => "元に戻す操作はありません。",
  "undo.conflict": (p) =>
    `${named(p, "title", "この記録")}はその後に変更されているため、元に戻せません。後の変更から順に戻してください。`,
  usage: (p) => `使い方が違います${inBrackets(text(p, "reason"))}。`,
};
