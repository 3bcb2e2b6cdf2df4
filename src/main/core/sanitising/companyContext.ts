/** What follows a company's short name. */
const AFTER =
  /^[\s\u3000]?(?:社(?!会|員|寺|殿|交)|各社|様|さま|さん|殿|御中|側|グループ|ホールディングス|HD|ＨＤ|[GＧ](?![A-Za-zＡ-Ｚａ-ｚ])|本社|支社|支店|工場|事業所|営業所|研究所|製作所|情シス|情報システム|(?:人事|総務|経理|法務|営業|広報|購買|調達)部|㈱|㍿|🈪|[(（]株|株式[会會]社)/u;
const BEFORE =
  /(?:株式[会會]社|㈱|㍿|[(（]株[)）]|[カｶ][)）]|弊社|当社|貴社|提供元|参加組織)[\s\u3000（(「『は、の]{0,2}$/u;
const OPENS = /["'“「『【〔［[（(#＃@＠<＜]$/u;
const CLOSES = /^["'”」』】〕］\])）>＞\s]|^$/u;

/** Whether what stands beside a short name says that a company is meant and not a word or a place. */
export function isCompanyMeant(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  return AFTER.test(after) || BEFORE.test(before) || (OPENS.test(before) && CLOSES.test(after));
}
