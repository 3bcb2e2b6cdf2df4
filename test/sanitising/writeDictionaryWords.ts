import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foldString } from "#core/sanitising/folding/foldText.ts";

/*
 * node test/sanitising/writeDictionaryWords.ts OUT FOLDER: the nouns of IPADIC (its CSV files, in UTF-8) that a reviewer need not be asked
 * about, one list for the novelty gate. Left out are names of any kind, words in characters that names are made of, and
 * words in characters that hardly any word of today has.
 */
const [out, folder] = process.argv.slice(2);
if (out === undefined || folder === undefined) throw new Error("usage: writeDictionaryWords.ts OUT FOLDER");

type Entry = { surface: string; cost: number; kind: string; subkind: string };

const entries: Entry[] = readdirSync(folder)
  .filter((name) => name.startsWith("Noun") && name.endsWith(".csv"))
  .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
  .map((line) => line.split(","))
  .filter((fields) => fields.length > 9)
  .map(([surface = "", , , cost = "", , kind = "", subkind = ""]) => ({ surface, cost: Number(cost), kind, subkind }));

const VERBAL = "サ変接続";
const PLAIN: ReadonlySet<string> = new Set(["一般", VERBAL, "形容動詞語幹", "副詞可能", "ナイ形容詞語幹"]);
/** Costs of words that the corpus behind IPADIC did not have lie at these and above. */
const UNSEEN: Readonly<Record<string, number>> = { 一般: 5_500, [VERBAL]: 4_465, 形容動詞語幹: 4_560, 副詞可能: 9_999 };

const kanjiOf = (word: string): string[] => word.match(/\p{Script=Han}/gu) ?? [];

function countBy(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const kanji of new Set(kanjiOf(word))) counts.set(kanji, (counts.get(kanji) ?? 0) + 1);
  }
  return counts;
}

const isPlain = ({ kind }: Entry) => PLAIN.has(kind);
const isName = ({ kind }: Entry) => kind === "固有名詞";
const names = new Set(entries.filter(isName).map(({ surface }) => surface));
const inNames = countBy(
  entries.filter((entry) => isName(entry) && [...entry.surface].length <= 3).map(({ surface }) => surface),
);
const inPlain = countBy(entries.filter(isPlain).map(({ surface }) => surface));
const inSeen = countBy(
  entries.filter((entry) => isPlain(entry) && entry.cost < (UNSEEN[entry.kind] ?? 0)).map(({ surface }) => surface),
);

/** How much a word's characters are those of names, 0 to 1. */
function namelikeness(word: string): number {
  const shares = kanjiOf(word).map((kanji) => {
    const named = inNames.get(kanji) ?? 0;
    return (named + 0.5) / (named + (inPlain.get(kanji) ?? 0) + 1);
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

const commonness = (word: string): number => Math.min(...kanjiOf(word).map((kanji) => inSeen.get(kanji) ?? 0));

/** Companies, shops, products and people are called by what is made of these. */
const OF_NAMES =
  /[星雪花夕暁露霧虹雲湖泉潮浜島峰岳嶺山川谷森林松竹梅桜桃藤菊蓮楓鶴亀竜鳳鷹虎翼翔翠緑碧紅銀珠玉宝聖神仏寺宮陽曙旭晴輝栄昌隆豊富瑞祥福禄寿慶吉幸喜恵慈仁誠忠孝夢誉勇雄剛泰永久寛海光風天鮎鯛鯉鳥鹿熊駒蝶麦稲桂椿榎杉柏柳梓橘桐萩菫葵蘭薫雅麗彩鈴琴錦綾絹糸船舟帆錨城郷里原野岡坂沢瀬津浦崎崇峻嵐兜剣鎧侍武姫王皇帝冠]/u;
const NAMES_ALL_THE_SAME: ReadonlySet<string> = new Set(
  (
    "創建 創世 創造 希望 無双 無限 夢想 高揚 宣揚 飛揚 飛躍 躍進 前進 興起 一望 展望 大成 集大成 白夜 白光 月夜 月読 月光 月影 火花 初空 夜空 愛好 愛人 友情 親愛 友愛 進取 進歩 革新 先進 先駆 開拓 調和 融和 親和 唱和 共生 共進 " +
    "共助 互助 統一 合一 同心 一心 信頼 信念 真心 真実 至誠 誠実 正道 王道 大道 大志 青年 青春 万象 万葉 千歳 一番 一流 第一 最上 極上 無敵 必勝 常勝 完勝 優勝 勝利 凱旋 栄転 昇進 昇華 不動 不滅 不二 三味 二重 月見 一口 御手洗 勅使 小路 大路 " +
    "本庄 新居 上等 左近 右近 北方 南方 西方 東方 南面 北面 乾坤 坤 巽 甲子 丙午 白人 白衣 赤心 青磁 紫外 朱印 七色 五色 四方 八方 十字 百貨 千里眼 万歳 長者 長寿 若者 若葉 若草 若芽 新芽 新緑 草花 若木 大木 巨木 木立 木陰 日向 日陰 日和 朝日 夕日 " +
    "日輪 日光 日本 大和 国光 国宝 家康 総合 国際 全国 中央 東西 南北 共同 協同 連合 合同 同盟 自由 平等 平和 博愛 人類 世紀 文明 文化 黎明 地球 宇宙 衛星 銀河 流星 彗星 惑星 太陽 大地 大気 青空 水鏡 水面 水鳥 清水 清流 清風 白波 白砂 白樺 初音 音羽 千鳥 " +
    "小鳥 小町 小倉 手塚 貝塚 石塚 石垣 石橋 高橋 大橋 土橋 鉄橋 大門 正門 東門 西門 南門 北門 表門 内藤 遠藤 加藤 後藤 佐藤 安藤 伊藤 近藤 斎藤 工藤 武藤 進藤 新藤 江藤 尾藤 須藤 首藤 庄司 東海林 荘司 服部 渡部 矢部 阿部 安部 岡部 磯部 軽部 物部 刑部 " +
    "長谷部 日下部 草刈 犬飼 鳥飼 牛飼 鵜飼 門番 大工 左官 木工 鍛冶 鋳物 鋳物師 薬師 仏師 絵師 漁師 猟師 医王 法師 牧師 神父 神主 祝 祭主 社主 大塚 平塚 飯塚 犬塚 戸塚 赤塚 狐塚 笠置 御所 御殿 御料 御幸 行幸 天皇 皇后 太子 王子 王女 女王 姫君 若君 殿下 公爵 伯爵 男爵"
  ).split(" "),
);

const HAN = /^[\p{Script=Han}々]{2,}$/u;
const WITH_KANA = /^[\p{Script=Han}々][\p{Script=Han}々ぁ-ん]*[ぁ-ん]$/u;

/** Kanji of the first level of JIS X 0208: those in use. */
const decoder = new TextDecoder("shift_jis");
const inUse = new Set<string>();
for (let high = 0x88; high <= 0x98; high += 1) {
  for (let low = 0x40; low <= 0xfc; low += 1) {
    if (high < 0x98 || low <= 0x72) inUse.add(decoder.decode(new Uint8Array([high, low])));
  }
}

function isOrdinary(word: string, isVerbal: boolean): boolean {
  if (names.has(word) || OF_NAMES.test(word) || NAMES_ALL_THE_SAME.has(word)) return false;
  if (!kanjiOf(word).every((kanji) => inUse.has(kanji))) return false;
  if (WITH_KANA.test(word)) return commonness(word) >= 8;
  if (!HAN.test(word)) return false;
  if (isVerbal) return namelikeness(word) < 0.62;
  return namelikeness(word) < 0.45 && commonness(word) >= ([...word].length === 2 ? 4 : 8);
}

const verbal = new Set(entries.filter(({ kind }) => kind === VERBAL).map(({ surface }) => surface));
const chosen = [...new Set(entries.filter(isPlain).map(({ surface }) => surface))]
  .filter((word) => isOrdinary(word, verbal.has(word)))
  // The gate takes what is all kanji as it stands here.
  .filter((word) => !/^\p{Script=Han}+$/u.test(word) || foldString(word) === word)
  .sort();
const lines: string[] = [""];
for (const word of chosen) {
  const line = lines.at(-1) ?? "";
  if (line.length + word.length > 600) lines.push(word);
  else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
}
writeFileSync(
  out,
  `/**
 * Nouns of IPADIC (see THIRD-PARTY-NOTICES.md) that name nobody. Written by test/sanitising/writeDictionaryWords.ts, which says how they
 * were chosen; what should be asked about is left out there.
 */
export const DICTIONARY_WORDS = \`
${lines.join("\n")}
\`;
`,
);
process.stdout.write(`${chosen.length} words\n`);
