import type { KnownCategory } from "../../domain/category.ts";
import type {
  ApprovalDecision,
  Assessment,
  Channel,
  Confidence,
  FigureName,
  LinkRelation,
  NotSharedReason,
  ObservableRole,
  Origin,
  SharingState,
} from "../../domain/vocabulary.ts";

type WordsOf<Key extends string> = Record<Key, string>;

const assessment: WordsOf<Assessment> = {
  targeted: "標的型",
  indiscriminate: "ばらまき型",
  benign: "問題なし",
  undetermined: "未判定",
};

const channel: WordsOf<Channel> = {
  mail: "メール",
  phone: "電話",
  file: "ファイル",
  meeting: "会議",
  portal: "ポータル",
  other: "その他",
};

const category: WordsOf<KnownCategory> = {
  bec: "ビジネスメール詐欺",
  phishing: "フィッシング",
  "targeted-mail": "標的型攻撃メール",
  "mass-mail": "ばらまき型メール",
  "malware-mail": "ウイルスメール",
  ransomware: "ランサムウェア",
  "unauthorized-access": "不正アクセス",
  "web-attack": "ウェブサイトへの攻撃",
  "form-abuse": "問い合わせフォームの悪用",
  "fake-alert": "偽の警告",
  "suspicious-traffic": "不審な通信",
  "impersonation-site": "偽サイト",
  vulnerability: "脆弱性",
  other: "その他",
};

const notShared: WordsOf<NotSharedReason> = {
  mass: "ばらまき",
  joined: "集約",
  benign: "問題なし",
  declined: "不承認",
};

const relation: WordsOf<LinkRelation> = {
  "same-campaign": "同じ一連の攻撃",
  "similar-to": "類似",
  "follow-up-of": "続報",
  "same-infrastructure": "同じ攻撃基盤",
  "duplicate-of": "重複",
  "sighting-of": "反響",
};

const confidence: WordsOf<Confidence> = { low: "低", medium: "中", high: "高" };
const origin: WordsOf<Origin> = { provided: "提供情報", hub: "IPA独自" };

const sharingState: WordsOf<SharingState> = {
  draft: "下書き",
  sanitised: "匿名化済み",
  "awaiting-approval": "承認待ち",
  approved: "承認済み",
  shared: "共有済み",
  withdrawn: "撤回",
};

const decision: WordsOf<ApprovalDecision> = { approved: "承認", conditional: "条件付き", declined: "不承認" };
const observableRole: WordsOf<ObservableRole> = { attacker: "攻撃者", victim: "被害側", abused: "悪用" };

const figure: WordsOf<FigureName> = {
  provided: "情報提供件数",
  shared: "情報共有実施件数",
  "hub-origin": "うちIPA独自",
  targeted: "標的型",
  sigs: "業界（SIG）",
  organizations: "参加組織",
};

/** Kinds of observables by their STIX name; a kind that is not here is shown as it is. */
const observableKind: Record<string, string> = {
  "ipv4-addr": "IPアドレス",
  "ipv6-addr": "IPアドレス",
  "domain-name": "ドメイン",
  url: "URL",
  "email-addr": "メールアドレス",
  "email-message": "件名",
  "email-message subject": "件名",
  file: "ファイル",
  "file-name": "ファイル名",
  "autonomous-system": "AS",
};

/** The words of the trade, by the codes of `shared/domain`. */
export const vocabulary = {
  assessment,
  channel,
  category,
  notShared,
  relation,
  confidence,
  origin,
  sharingState,
  decision,
  observableRole,
  observableKind,
  figure,
  record: {
    report: "情報提供",
    case: "案件",
    campaign: "一連の攻撃",
    sharing: "情報共有",
    observable: "観測情報",
    organization: "参加組織",
    sig: "SIG（業界）",
    framework: "情報連携体制",
  },
  outside: "非参加",
  voided: "無効",
};
