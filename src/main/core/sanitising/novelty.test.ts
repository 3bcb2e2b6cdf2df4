import { describe, expect, it } from "vitest";
import { fold } from "#shared/domain/fold.ts";
import { HELD_OUT_TEXTS } from "#test/sanitising/heldOutTexts.ts";
import { inventNames } from "#test/sanitising/inventNames.ts";
import { compileRoster } from "./compileRoster.ts";
import { createKnownWords } from "./knownWords.ts";
import { loadTokenizer, noveltySightings } from "./novelty.ts";
import { isPlainTerm } from "./ordinaryWords.ts";
import { scan } from "./scan.ts";

const tokenizer = await loadTokenizer();
const roster = compileRoster([]);

const asked = (text: string): string[] =>
  noveltySightings(text, tokenizer).map(({ start, end }) => text.slice(start, end));

describe("names that are in no roster", () => {
  it.each(["tuned", "tuned again", "held-out"] as const)("are asked about, of whatever shape: %s", (parts) => {
    const named = inventNames(600, { seed: 4, parts });
    const missed = named.filter(({ text, start, end }) => {
      return !scan(text, roster, { tokenizer }).some((finding) => finding.start < end && finding.end > start);
    });
    expect(missed.length / named.length, missed.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(0.01);
  });

  it.each([
    ["中央病院の端末", "中央病院"],
    ["未来工業によると", "未来工業"],
    ["さくらテクノ運用が", "さくらテクノ運用"],
    ["メールキーパーを導入", "メールキーパー"],
    ["新光の端末", "新光"],
    ["三郷化工でも", "三郷化工"],
    ["当該ファイルはきらぼしが作成した", "きらぼし"],
    ["提供元の前間では", "前間"],
    ["設楽氏の証言", "設楽氏"],
    ["御手洗部長の端末", "御手洗部長"],
    ["ミラー氏の口座", "ミラー氏"],
    ["深畑の端末", "深畑"],
    ["本件は相見からの提供", "相見"],
    ["担当した中左は", "中左"],
    ["果之夫によると", "果之夫"],
    ["國立の口座", "國立"],
    ["池ノ川の端末", "池ノ川"],
    ["境 彩からの提供", "境 彩"],
    ["根本の端末", "根本"],
    ["ヤマト電算の端末", "ヤマト電算"],
    ["令和電機の端末", "令和電機"],
  ])("%s", (text, name) => {
    expect(asked(text)).toContain(name);
  });
});

describe("words that name nobody", () => {
  it.each([
    "メールサーバのプロキシログを保全した",
    "認証情報窃取の痕跡が残っていた",
    "当該端末から二段階認証の設定画面へ接続していた",
    "攻撃者は 3 件の不正サインインを行った",
    "未確認の検体について静的解析を実施した",
    "資産管理システムの更新ファイル",
    "Emotet の感染を狙う添付ファイル",
    "営業部長を名乗る差出人",
    "利用する銀行の口座",
    "病院や銀行を装う",
    "同氏と担当者さんの説明",
    "今回得た検体を一度見、別々に解析した際利用者が再度確認した",
    "令和4年12月にトレンドマイクロ社製品で検知した",
    "Palo Alto Networks の GlobalProtect と Cisco AnyConnect を装う",
    "ヤマト運輸や DHL を装う",
    "約 3ヶ月後、数カ月間の監視を終えた",
  ])("%s", (text) => {
    expect(asked(text)).toEqual([]);
  });
});

describe("what may be acknowledged many at once", () => {
  it.each(["排水処理設備", "自社工場", "委託先銀行口座"])("%s", (text) => expect(isPlainTerm(text)).toBe(true));
  it.each(["青葉総合病院", "中核病院", "中核病院職員", "仲間部長", "設楽氏", "メールキーパー", "きらぼし", "竜胆計画"])(
    "not %s",
    (text) => expect(isPlainTerm(text)).toBe(false),
  );
});

/** A text as it is read, and where the names in it stand. */
function readNamed(marked: string): { text: string; names: { start: number; end: number }[] } {
  const names: { start: number; end: number }[] = [];
  let text = "";
  for (const piece of marked.split(/(\{\{[^}]*\}\})/u)) {
    const name = /^\{\{(.*)\}\}$/u.exec(piece)?.[1];
    if (name !== undefined) names.push({ start: text.length, end: text.length + name.length });
    text += name ?? piece;
  }
  return { text, names };
}

describe("accounts that nobody has looked at", () => {
  it("ask about every name, and about little else", () => {
    const counts = HELD_OUT_TEXTS.map((marked) => {
      const { text, names } = readNamed(marked);
      const isKnown = createKnownWords(text, { labels: [], indicators: new Set() });
      const found = scan(text, roster, { tokenizer }).filter((finding) => !isKnown(finding));
      const touches = ({ start, end }: { start: number; end: number }) =>
        found.some((finding) => finding.start < end && finding.end > start);
      const isName = (finding: { start: number; end: number }) =>
        names.some(({ start, end }) => finding.start < end && finding.end > start);
      const plain = found.filter((finding) => finding.kind === "novel-term" && !isName(finding));
      return {
        length: text.length,
        missed: names.filter((name) => !touches(name)).length,
        asked: new Set(plain.map((finding) => fold(finding.text))).size,
      };
    });
    const sum = (pick: (count: (typeof counts)[number]) => number) => counts.reduce((all, one) => all + pick(one), 0);
    expect(sum(({ missed }) => missed)).toBe(0);
    // 19 before there was a list of ordinary words.
    expect((sum((count) => count.asked) * 1_000) / sum(({ length }) => length)).toBeLessThan(3);
  });
});
