/** Legal forms in full; 株式会社 and its like stand before or after a name, and are dropped as easily. */
export const LEGAL_FORMS: readonly string[] = [
  "株式会社",
  "有限会社",
  "合同会社",
  "合資会社",
  "合名会社",
  "相互会社",
  "特定目的会社",
  "一般社団法人",
  "公益社団法人",
  "社団法人",
  "一般財団法人",
  "公益財団法人",
  "財団法人",
  "地方独立行政法人",
  "独立行政法人",
  "国立大学法人",
  "公立大学法人",
  "国立研究開発法人",
  "学校法人",
  "医療法人社団",
  "医療法人財団",
  "社会医療法人",
  "医療法人",
  "社会福祉法人",
  "宗教法人",
  "特定非営利活動法人",
  "NPO法人",
  "農業協同組合連合会",
  "生活協同組合",
  "協同組合",
];

const FULL = LEGAL_FORMS.join("|");
/** The same as readings have them. */
const READ =
  "(?:カブシキ|ユウゲン|ゴウドウ|ゴウシ|ゴウメイ)(?:ガ|カ)イシャ|(?:かぶしき|ゆうげん|ごうどう|ごうし|ごうめい)[がか]いしゃ";
/** ㈱ becomes (株) under NFKC; the rest are the like signs for other forms. */
const SHORT = "\\((?:株|有|同|資|名|社|財|学|医|福|独|特非)\\)";
const AROUND = new RegExp(`^(?:${FULL}|${SHORT}|${READ}|株式會社)|(?:${FULL}|${SHORT}|${READ}|株式會社)$`, "gu");
const AROUND_ENGLISH =
  /(?:[\s,]|^)(?:co\.?,?\s*ltd\.?|company,?\s*(?:limited|ltd\.?)|co\.?|company|corporation|corp\.?|inc\.?|incorporated|limited|ltd\.?|l\.?l\.?c\.?|k\.?\s?k\.?|kabushiki\s*(?:kaisha|gaisha)|g\.?k\.?|plc|gmbh|ag|s\.?a\.?)$/iu;

/** The name without its legal form; the same when it has none, or when nothing would be left. */
export function dropLegalForm(name: string): string {
  const spaced = name
    .normalize("NFKC")
    .replaceAll(/[\s\u3000]+/gu, " ")
    .trim();
  const core = spaced.replaceAll(AROUND, "").trim();
  return core === "" ? spaced : core;
}

/** The English name without "Co., Ltd." and its like. */
export function dropEnglishLegalForm(name: string): string {
  let core = name.normalize("NFKC").trim();
  for (let step = 0; step < 3; step += 1) {
    const shorter = core.replace(AROUND_ENGLISH, "").replace(/[\s,.]+$/u, "");
    if (shorter === "" || shorter === core) break;
    core = shorter;
  }
  return core;
}

/** Legal forms, brackets and all, that stand right before a name (for a finding to take them in). */
export const LEGAL_FORM_BEFORE = new RegExp(
  `(?:${FULL}|[(（](?:株|有|同|資|名|社|財|学|医|福|独)[)）]|[㈱㈲㈳㈶㈻㍿])[\\s\\u3000]*$`,
  "u",
);
export const LEGAL_FORM_AFTER = new RegExp(
  `^[\\s\\u3000]*(?:${FULL}|[(（](?:株|有|同|資|名|社|財|学|医|福|独|[㈱㈲㈳㈶㈻㍿])[)）]|[㈱㈲㈳㈶㈻㍿]|,?\\s*(?:Co\\.?,?\\s*Ltd\\.?|Inc\\.|Corporation|Corp\\.|K\\.K\\.|LLC))`,
  "u",
);
