import type { FindingKind } from "./finding.ts";

/** What stands in a sanitised text in place of a secret; Japanese, as the reports are. */
export const MASK_WORDS: Readonly<Record<FindingKind, string>> = {
  organization: "〔組織名〕",
  person: "〔氏名〕",
  mail: "〔メールアドレス〕",
  domain: "〔ドメイン〕",
  product: "〔製品名〕",
  address: "〔所在地〕",
  phone: "〔電話番号〕",
  "link-wrapper": "〔URL検査サービスのリンク〕",
  "user-path": "〔利用者〕",
  "internal-host": "〔ホスト名〕",
  "private-address": "〔内部アドレス〕",
  "corporate-number": "〔番号〕",
  "individual-number": "〔番号〕",
  "quasi-identifier": "〔特徴〕",
  "novel-term": "〔語〕",
  limit: "〔検査できない部分〕",
};

/** For what identifies only when decoded. */
export const MASKED_TOKEN = "〔識別子〕";
