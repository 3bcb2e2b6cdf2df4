import type { StyleHint } from "#shared/contract/sanitising.ts";

const SENTENCE = /[^。\n]+(?:\n(?![\s\-*>#|`]|\d+[.)])[^。\n]+)*。?/gu;
/** How sure one is, or who said it. */
const HEDGED =
  /みられ|見られ|考えられ|考え(?:て|る|た)|推定|推測|推察|可能性|思われ|おそれ|恐れ|かもしれ|とのこと|という|といった|によると|によれば|不明|判明|確認(?:され|し|でき)|疑い|模様|であろう|だろう|うかがえ|示唆|見込|場合(?:が|も)|想定|明らかに|公表/u;
const ACTOR = /(?:攻撃者(?:グループ)?|犯人|実行者|送信者|この攻撃|本攻撃|攻撃)(?:は|が|の(?:目的|狙い|意図)は)/u;
const INTENT = /目的(?:は|で|と(?:し|す)|だ|であ)|狙(?:い|っ)|意図|(?:よう|おう)と(?:した|して|する)|ために(?!は)/u;
const CAUSE =
  /(?:原因|要因|理由|発端|契機|感染経路|侵入経路|目的|狙い)は[^。]*(?:である|であった|だった|によるものだ|のためだ|からだ|にある|にあった)。?$/u;
const ATTRIBUTED =
  /(?:国家|政府|軍|APT[- ]?\d*|グループ|組織)(?:に(?:よる|属する)|の)[^。]{0,20}(?:攻撃|犯行|仕業)(?:である|であった|だった|だ)。?$/u;

/**
 * Sentences that tell an attacker's intent, a cause or who it was as a fact. What is inferred is worded as inferred (みられる, 推定, 可能性),
 * what was not told as such (情報提供外のため不明).
 */
export function certaintyHints(text: string): StyleHint[] {
  return [...text.matchAll(SENTENCE)].flatMap((match): StyleHint[] => {
    const sentence = match[0].trim();
    if (HEDGED.test(sentence)) return [];
    if (!(ACTOR.test(sentence) && INTENT.test(sentence)) && !CAUSE.test(sentence) && !ATTRIBUTED.test(sentence))
      return [];
    const start = match.index + match[0].indexOf(sentence);
    return [{ code: "bare-assertion", start, end: start + sentence.length, text: sentence, suggestion: null }];
  });
}
