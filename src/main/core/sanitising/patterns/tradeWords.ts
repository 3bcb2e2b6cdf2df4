/** What a company does, at the end of its name, with its reading: what stands before it is the name that people use. */
export const TRADE_WORDS: readonly (readonly [written: string, reading: string])[] = [
  ["重工業", "じゅうこうぎょう"],
  ["化学工業", "かがくこうぎょう"],
  ["薬品工業", "やくひんこうぎょう"],
  ["工業", "こうぎょう"],
  ["重工", "じゅうこう"],
  ["製作所", "せいさくしょ"],
  ["精機", "せいき"],
  ["電機", "でんき"],
  ["電気", "でんき"],
  ["電子", "でんし"],
  ["電力", "でんりょく"],
  ["電工", "でんこう"],
  ["化学", "かがく"],
  ["化成", "かせい"],
  ["製薬", "せいやく"],
  ["薬品", "やくひん"],
  ["製鋼", "せいこう"],
  ["製鉄", "せいてつ"],
  ["金属", "きんぞく"],
  ["機械", "きかい"],
  ["自動車", "じどうしゃ"],
  ["鉄道", "てつどう"],
  ["電鉄", "でんてつ"],
  ["航空", "こうくう"],
  ["海運", "かいうん"],
  ["運輸", "うんゆ"],
  ["物流", "ぶつりゅう"],
  ["倉庫", "そうこ"],
  ["建設", "けんせつ"],
  ["銀行", "ぎんこう"],
  ["証券", "しょうけん"],
  ["信用金庫", "しんようきんこ"],
  ["生命保険", "せいめいほけん"],
  ["生命", "せいめい"],
  ["火災", "かさい"],
  ["商事", "しょうじ"],
  ["物産", "ぶっさん"],
  ["通商", "つうしょう"],
  ["石油", "せきゆ"],
  ["ガス", "がす"],
  ["水道", "すいどう"],
  ["造船", "ぞうせん"],
  ["硝子", "がらす"],
  ["繊維", "せんい"],
  ["紡績", "ぼうせき"],
  ["食品", "しょくひん"],
  ["飼料", "しりょう"],
  ["製紙", "せいし"],
  ["印刷", "いんさつ"],
  ["通信", "つうしん"],
  ["放送", "ほうそう"],
  ["システム", "しすてむ"],
  ["プラント", "ぷらんと"],
  ["エンジニアリング", "えんじにありんぐ"],
  ["ホールディングス", "ほーるでぃんぐす"],
  ["グループ", "ぐるーぷ"],
];

/**
 * The name before the trade and its reading, as long as both end in it.
 *
 * @param name without its legal form, `reading` likewise
 */
export function splitTrade(name: string, reading: string): { trade: string; stem: string } | undefined {
  const hiragana = reading
    .normalize("NFKC")
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  for (const [written, read] of TRADE_WORDS) {
    const stem = hiragana.slice(0, -read.length).trim();
    if (name.endsWith(written) && hiragana.endsWith(read) && stem.length >= 2) return { trade: written, stem };
  }
  return undefined;
}
