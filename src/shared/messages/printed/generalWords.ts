/**
 * What can be said in a printed text in the place of something that would tell who provided it, by what it is. The first is the one
 * most often meant.
 */
export const GENERAL_WORDS: Readonly<Record<string, readonly string[]>> = {
  organization: ["当該組織", "参加組織", "グループ会社", "関係会社", "取引先", "別の企業"],
  person: ["担当者", "受信者", "従業員", "経営者"],
  mail: ["受信者のメールアドレス", "担当者のメールアドレス", "当該組織のメールアドレス"],
  domain: ["当該組織のドメイン", "当該組織に似せたドメイン"],
  product: ["同社の製品", "当該製品", "業務システム"],
  address: ["国内の拠点", "海外の拠点", "本社所在地"],
  phone: ["担当者の電話番号", "当該組織の電話番号"],
  "link-wrapper": ["URL検査サービスを経由するURL"],
  "user-path": ["利用者名"],
  "internal-host": ["社内のサーバ", "社内の端末"],
  "private-address": ["組織内のIPアドレス"],
  "corporate-number": ["法人番号"],
  "individual-number": ["個人番号"],
  "quasi-identifier": [],
  "novel-term": ["当該製品", "当該サービス", "当該システム"],
  limit: [],
};

/** Words that narrow a company down, and the plainer ones that do not. */
export const PLAIN_TRAITS: readonly (readonly [RegExp, string])[] = [
  [/(?:国内|業界|世界|県内|地域|日本)(?:最大手?|唯一|首位|トップ|シェア.*|[0-9０-９]+位)/u, "大手"],
  [/(?:国内|業界|世界|県内|地域|日本)初/u, "新しい"],
  [/唯一の(企業|事業者|メーカー|会社|団体)/u, "$1"],
  [/創業\s*[0-9０-９]+\s*年/u, "古くからの"],
  [/プレスリリース|記者会見|適時開示|報道発表/u, "公表"],
];
