import type { ConsentState, LeavingPart } from "../../contract/approvals.ts";
import type { ConsentPurpose, ConsentTerm } from "../../domain/consent.ts";
import { NO_BREAK } from "../numerals.ts";

const purpose: Record<ConsentPurpose, string> = { share: "共有の承認", publish: "公表の承認" };
const purposeShort: Record<ConsentPurpose, string> = { share: "共有", publish: "公表" };

const state: Record<ConsentState, string> = {
  "not-asked": "未依頼",
  waiting: "回答待ち",
  approved: "承認",
  conditional: "条件付き承認",
  declined: "不承認",
  void: "無効",
};

const parts: Record<LeavingPart, string> = {
  words: "文面",
  labels: "取扱区分",
  list: "インジケータの一覧",
  note: "訂正の説明",
};

const term: Record<ConsentTerm["kind"], string> = {
  "sigs-only": "SIG内のみ",
  "not-in-public-report": "公開報告書には載せない",
  "not-before": "この日より前は不可",
  "no-indicator-list": "IPアドレス等の一覧なし",
  other: "その他",
};

/** Consent of those who provided what a text tells, to share it and to publish it. */
export const approvals = {
  title: "承認",
  purpose,
  purposeShort,
  state,
  /** Of what goes out. */
  parts,
  /** What changed since they were asked or answered. */
  voidHint: (changed: readonly LeavingPart[]) =>
    `その後に${changed.map((part) => parts[part]).join("と") || "内容"}が変わりました。もう一度求めてください。`,
  nobody: "情報提供に基づかない文面です。承認は要りません。",
  loading: "承認の状況を読み込んでいます",
  columns: { party: "情報提供元", share: "共有の承認", publish: "公表の承認", evidence: "証跡" },
  due: (day: string) => `期限${NO_BREAK}${day}`,
  overdue: (days: number) => `期限を${NO_BREAK}${days}${NO_BREAK}日過ぎています`,
  daysLeft: (days: number) => (days === 0 ? "今日が期限" : `あと${NO_BREAK}${days}${NO_BREAK}日`),
  changed: "依頼の後に内容が変わりました",
  stale: "内容が変わったため、依頼し直す",
  ask: "承認を求める",
  askReading: "しょうにんをもとめる いらい",
  record: "承認を記録",
  recordReading: "しょうにんをきろく かいとう へんじ",
  saveEvidence: "証跡を保存",
  unmet: "この条件はまだ満たされていません",
  askDialog: {
    title: (title: string) => `承認を求める: ${title}`,
    detail:
      "相手ごとに、文面そのものと回答欄を収めた依頼書（PDF）と、メールの下書き（.eml）を作ります。送るのはメールソフトからです。",
    parties: "求める相手",
    seenAt: (moment: string) => `前回の依頼 ${moment}`,
    neverSeen: "初めての依頼",
    showChanges: "前回からの変更を見る",
    hideChanges: "変更をたたむ",
    changes: (name: string) => `${name}が前に見た文面からの変更`,
    noChanges: "変更はありません。",
    added: "加えた行",
    removed: "除いた行",
    due: "回答期限",
    dueHint: "2022-12-08 のように。空けておくと期限なし",
    dueUnknown: (text: string) => `「${text}」は日付として読めません。2022-12-08 の形で書いてください。`,
    nothingChosen: "求める相手と、共有か公表かを選んでください。",
    make: (count: number) => (count > 1 ? `依頼書を作る（${count}${NO_BREAK}者）` : "依頼書を作る"),
    made: (name: string) => `${name}への依頼`,
    packet: "依頼書を保存",
    mail: "メールの下書きを保存",
    saveAll: "すべて保存",
    savedAs: (place: string) => `保存先: ${place}`,
    finish: "完了",
    doneDetail:
      "依頼書とメールの下書きができました。保存してメールソフトから送ってください。回答が来たら「承認を記録」で書き留めます。",
  },
  recordDialog: {
    title: (title: string) => `承認を記録: ${title}`,
    party: "回答した相手",
    staleDetail:
      "この相手に送った依頼の後に、文面、取扱区分、一覧のどれかが変わっています。前の内容への回答は、今の内容の承認にはなりません。",
    isOfPresent: "今の内容への回答だと確かめた",
    isOfPresentMissing: "確かめてください。前の内容への回答なら、もう一度求めます。",
    answer: "回答",
    noAnswer: "回答なし",
    terms: "条件",
    termsHint: "共有するとき、報告書を出すときに、案件帳が守られているか確かめます。",
    sigs: "共有してよいSIG",
    day: "この日から可",
    dayUnknown: (text: string) => `「${text}」は日付として読めません。2022-12-08 の形で書いてください。`,
    other: "条件の内容",
    words: "相手の言葉",
    wordsHint: "返事にあった条件や理由を、書かれたとおりに",
    how: "方法",
    ways: ["メール", "電話", "書面", "会議"],
    at: "回答日時",
    atUnknown: (text: string) => `「${text}」は日時として読めません。2022-12-08 14:05 の形で書いてください。`,
    evidence: "証跡のファイル",
    evidenceHint: "返信メールなど。ここに放すか、選んでください。",
    choose: "ファイルを選ぶ",
    removeEvidence: "外す",
    unreadable: (name: string) => `「${name}」を読み取れません。もう一度選んでください。`,
    howMissing: "方法を書いてください。",
    answerMissing: "共有か公表の回答を選んでください。",
    termsMissing: "条件付きのときは、条件を一つ以上選んでください。",
    sigsMissing: "共有してよいSIGを選んでください。",
    otherMissing: "条件の内容を書いてください。",
    save: "回答を記録する",
    saved: (name: string) => `${name}の回答を記録しました`,
    nobody: "承認を求める相手がいません。",
  },
  term,
  termWith: {
    sigs: (names: string) => `${names}のみ`,
    notBefore: (day: string) => `${day}より前は不可`,
  },
  confirmTerm: "満たしていることを確かめた",
  waiting: {
    label: "回答を待っている承認",
    columns: { due: "期限", title: "文面", party: "情報提供元", purposes: "求めた承認", askedAt: "依頼日" },
    noDue: "なし",
    writeup: "事例解説",
    sharing: "情報共有",
    empty: "回答を待っている承認はありません",
    emptyDetail: "承認を求めた文面が、期限の近いものから並びます。",
    choose: "左の一覧から選ぶと、催促の文面をここに作ります",
    asked: (moment: string, purposes: string) => `${moment}に${purposes}の承認を求めました。`,
    openText: "文面を開く",
    reminder: "催促の文面",
    reminderHint: "提供元の名前も、ほかの提供元のことも書いてありません。宛先はメールソフトで入れます。",
    subject: "件名",
    copyReminder: "催促の文面を写す",
    makeMail: "メールの下書き（.eml）を作る",
    askAnew: "依頼の後に内容が変わっています。催促ではなく、もう一度求めてください。",
  },
};
