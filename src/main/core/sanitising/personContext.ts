import { foldString } from "./folding/foldText.ts";

const TITLES =
  "様|さま|サマ|さん|サン|氏|殿|どの|先生|君|くん|クン|ちゃん|部長|副部長|課長|係長|社長|副社長|会長|専務|常務|取締役|主任|主事|主査|主幹|代表|理事|室長|所長|工場長|支店長|店長|" +
  "マネージャ|リーダ|本部長|次長|執行役|参事|監査役|顧問|教授|医師|博士|技師|班長|局長|長官|sama\\b|san\\b|sensei\\b|dono\\b|shi\\b|kun\\b|PM\\b";

/** Honorifics and ranks that follow a name. */
export const HONORIFIC_AFTER = new RegExp(
  `^(?:[\\s\\u3000\\-‐_」』）)】〉>]{0,2}(?:${TITLES})|[\\s\\u3000]?[（(](?:${TITLES}|担当|宛|[^（()）\\n]{0,12}(?:部|課|室|係|グループ|チーム|工場|支店)[^（()）\\n]{0,6}[)）]))`,
  "iu",
);

/** The same, spaced out (鳥 飼 課 長), in old forms or half width. */
const FOLDED_TITLE = new RegExp(
  `^(?:${TITLES.split("|")
    // Of kana alone they would be the end of other words: パスワードの.
    .filter((title) => /\p{Script=Han}/u.test(title))
    .map(foldString)
    .join("|")})`,
  "u",
);

const HEADER_BEFORE =
  /(?:\b(?:Dear|Mr\.?|Ms\.?|Mrs\.?|Miss|Dr\.?|Hi|Hello|To|From|Cc|Bcc|Reply-To|Attn\.?|Sender|user(?:\s?name)?|login|account|name|recipient|uid|CN)|担当者?|氏名|名前|宛先|宛名|差出人|受信者|送信者|利用者|発信者|記入者|報告者|連絡先|社員|職員|従業員|責任者|ユーザ[ー]?名?|アカウント名?|ログイン(?:名|ID)?)[\s\u3000:：=＝"'「『（(は、・<>-]{0,4}$/iu;
/** Inside an address or a path a bare surname is a person. */
const TOKEN_BEFORE = /[\\/@._=%+-]$|(?:Users|home)[\\/]$/u;
const TOKEN_AFTER = /^[@\\/._]/u;

/**
 * Whether what stands beside a name says that a person is meant.
 *
 * @param start where the name starts in the text, `end` where it ends
 */
export function isPersonMeant(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 14);
  const isKanji = /\p{Script=Han}/u.test(text.charAt(start));
  const hasTitle = HONORIFIC_AFTER.test(after) || FOLDED_TITLE.test(foldString(after));
  // 佐藤 H.: whoever writes so means a person.
  if (isKanji && /^[\s\u3000][A-ZＡ-Ｚ][.．]?(?![\p{L}\p{N}])/u.test(after)) return true;
  if (hasTitle) return !isKanji || !/\p{Script=Han}$/u.test(before) || HEADER_BEFORE.test(before);
  // More kanji behind it make another name, which is for a person to look at.
  if (HEADER_BEFORE.test(before)) return !isKanji || !/^\p{Script=Han}/u.test(after);
  const isLatin = /[a-z]/i.test(text.charAt(start));
  // tsuzuki.m is an account wherever it stands.
  if (
    isLatin &&
    /^[A-Za-z]+[._][A-Za-z]+$|^[A-Z][.．]?\s?[A-Z]\p{L}+$|^[A-Z]\p{L}+,?\s[A-Z]$/u.test(text.slice(start, end))
  )
    return true;
  return isLatin && isInToken(text, start, end, before, after);
}

function isInToken(text: string, start: number, end: number, before: string, after: string): boolean {
  if (/^[@]/.test(after) || /(?:Users|home|Profiles|マイ ドキュメント)[\\/]+$/iu.test(before)) return true;
  const token = /[\w.@\\/=&?%:+-]*$/u.exec(before)?.[0] ?? "";
  const rest = /^[\w.@\\/=&?%:+-]*/u.exec(text.slice(end, end + 40))?.[0] ?? "";
  const isAddress = /[@\\]|:\/\/|=/.test(token + rest);
  return (
    isAddress &&
    (start === 0 || token === "" || TOKEN_BEFORE.test(before)) &&
    (rest === "" || TOKEN_AFTER.test(after) || /^[&?%:=+-]/.test(after))
  );
}
