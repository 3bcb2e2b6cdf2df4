import { seededRandom, type Random } from "./seededRandom.ts";

/** A name that is in no roster, in a sentence. */
export type NamedSentence = { shape: string; name: string; text: string; start: number; end: number };

/** What names are put together from. The gate was written against the first two; it is scored on the last. */
type Parts = {
  stems: readonly string[];
  plainStems: readonly string[];
  ends: readonly string[];
  hiragana: readonly string[];
  katakana: readonly string[];
  loans: readonly string[];
  latin: readonly string[];
  englishWords: readonly string[];
  surnames: readonly string[];
  given: readonly string[];
  foreigners: readonly string[];
  places: readonly string[];
  acronyms: readonly string[];
  sentences: readonly string[];
};

const words = (text: string): string[] => text.trim().split(/\s+/);

const TUNED: Parts = {
  stems: words(
    "霧峰 椋沢 鷺坂 蓬莱 柊野 榛名 鳴滝 碧海 雪椿 籠宮 槇尾 翠嵐 蔦森 朱鷺田 梓川 鶴居 玄海 瑞穂野 琴平 嶺南",
  ),
  plainStems: words(
    "中央 第一 総合 東洋 未来 希望 太陽 さくら 青葉 若葉 ひまわり 共栄 大和 日新 国際 光 朝日 平和 三和 旭",
  ),
  ends: words(
    "病院 工業 製作所 電機 銀行 化学 商事 建設 物流 信用金庫 大学 精機 製薬 システムズ 技研 ガス 水道 法律事務所 証券 運輸",
  ),
  hiragana: words(
    "あおぞら みのり わかば ひびき まほろば きらぼし いぶき たくみ あかつき ほたる ゆめさき かなで あゆみ きずな やすらぎ まごころ あすなろ ふれあい つどい いずみ うるおい はぐくみ よつば こだま はばたき きらめき",
  ),
  katakana: words(
    "アルデバラン オルテシア ヴェルダンテ ミナモト ナギサワ ラトメール コルネリア トキワイズム フォルテナ ベルクシア",
  ),
  loans: words(
    "クラウドゲート メールキーパー データフォート ネットスター サイバーホライズン セキュアリンクス スマートボックス ファイルパレット",
  ),
  latin: words("Brightmoor Norvelia Kestrel Aozora-Tech Hoshimiya Ostermark Lumeria Quintara Yamabiko Sorafune"),
  englishWords: words("Summit Horizon Golden Wren River Falcon Pioneer Silver Maple Crown"),
  surnames: words("勅使河原 御手洗 鬼頭 五百蔵 四十万 一ノ瀬 百目鬼 久世 鞍馬 設楽 加賀美 生天目"),
  given: words("真由 拓海 理恵 修平 沙織 洋子 千鶴 雄一 亮太 小春"),
  foreigners: words("カルヴァーニ ドゥセック ハリントン オコンネル ヴァシリー フレイヤ"),
  places: words("青嶺市 雪椿市本陣町 鞍掛市 白樺ヶ丘 鷹巣野 天竜川上流 湊川区"),
  acronyms: words("KMS NTZ HKR-X TYG AQN MRX"),
  sentences: [
    "本件は■からの情報提供による。",
    "提供元の■では、当該メールを開いた者はいなかった。",
    "メールは■を装っていた。",
    "委託先は■で、設定を変更していた。",
    "■によると、同様のメールは 1 か月前から届いていた。",
    "当該ファイルは■が作成したものである。",
  ],
};

const TUNED_AGAIN: Parts = {
  stems: words(
    "樫原 汐見沢 鵜飼野 葛巻 白銀崎 稲叢 竜胆 巌手 穂高嶺 緋桜 氷室沢 岩瀬浜 真柴 楡木 千歳烏 松籟 銀嶺 瑞雲 香取野 黒姫 飛騨川 豊栄野 鳳来 淡輪 紫水 桐生野 弥栄 高嶺 蒼明 芙蓉",
  ),
  plainStems: words(
    "日本 全国 新日本 東亜 協和 昭和 中部 南海 富士 みらい 明星 北斗 若竹 つばさ のぞみ 泉 緑 銀河 飛鳥 双葉 大成 三栄 丸大 新光 明豊 東光 栄光 信和 朝陽 誠心",
  ),
  ends: words(
    "医院 重工業 電子 化成 農協 信託銀行 高等学校 製鋼 鉄道 電力 テクノロジー 研究所 倉庫 石油 新聞社 クリニック 保険 印刷 食品 不動産 造船 紡績 監査法人 工務店 エンジニアリング 観光 空港 警備保障 総研 電設",
  ),
  hiragana: words(
    "さざなみ こもれび ひだまり みずき やまなみ はるかぜ ともしび いろどり さわやか めぐみ ほほえみ なごみ すみれ あさひ みつば",
  ),
  katakana: words(
    "サンクレール ルミエラ トーヨーセラ イワタニア ゼフィール マルカネ カンナギ ベルモニカ オルビット シグナリス ヒノデヤ タツミックス フジミール アクエリナ グランツェ",
  ),
  loans: words(
    "クラウドファクトリー ウェブサポーター データブリッジ メールアシスト ネットフロンティア ログマイスター サーバパートナーズ パスガード アクセスワン セキュリティプラス",
  ),
  latin: words(
    "Hallmere Veltrix Kamishiro Zentaro Oldenburgh Trivanta Mizunagi Calderwick Soramichi Eastbrook Norrvik Tenkawa Amberlyn Quorus Hikariya",
  ),
  englishWords: words("Apex Harbor Noble Sterling Cedar Phoenix Royal Vista Granite Orchid Meridian Blossom"),
  surnames: words(
    "日下部 東海林 小鳥遊 武者小路 綾小路 九十九 一条 二階堂 三枝 六車 万波 不破 我妻 神子島 和久井 喜屋武 仲宗根 下村 表 内海 前園 元木 外山 別府 境 安心院",
  ),
  given: words("健太郎 美咲 翔太 結衣 悠人 葵 直樹 明日香 誠 千尋 光 望 大輔 彩"),
  foreigners: words("マクファーレン イワノフ シュトラウス ペレイラ グエン ラマヌジャン キム サンチェス オルセン"),
  places: words("桐ヶ谷町 白妙市 東山手 緑ヶ丘団地 北汐見 稲美ヶ原 三郷 五色浜 大洞村 港央区"),
  acronyms: words("TKH NBS-2 OMZ SJP KRT WYX GHD"),
  sentences: [
    "攻撃者は■を装い、偽の請求書を送り付けたとみられる。",
    "調査の結果、■のサーバへ不正なログインがあったことが判明した。",
    "被害を受けたのは■の端末 3 台である。",
    "なお、■側でも同じ時期に異常を検知していた。",
    "「■」という名称が添付ファイルに含まれていた。",
    "ログには■から接続した記録が残っていた。",
    "担当した■は、すぐに上司へ報告した。",
    "送金先は■の口座であった。",
    "取引先である■、その子会社などにも同じメールが届いた。",
    "- ■（3 月 4 日に受信）",
  ],
};

const HELD_OUT: Parts = {
  stems: words(
    "鷲尾 綾瀬川 萩之原 烏森 月ヶ瀬 鈴鹿野 蔵王堂 帆足 柚木 鹿児 遠野沢 砧台 神楽岡 石動 霞浦 橘樹 日和佐 若狭野 伏見台 天城 樫野崎 槐 楢葉 勝沼 五箇山 塩尻 龍野 翠川 白峰 久遠",
  ),
  plainStems: words(
    "西日本 中京 関東 南部 北陸 九州 瀬戸内 さつき ふじ あけぼの 太平 明治 大正 帝国 万代 千代田 三協 協栄 共立 東和 昭栄 丸善 角栄 永和 豊和 泰和 清和 晴海 希望 飛翔",
  ),
  ends: words(
    "総合病院 精工 産業 商会 鋼業 放送 学園 酒造 水産 乳業 生命 火災 ソリューションズ 交通 港運 セメント 百貨店 眼科 会計事務所 興業 住宅 計測 工房 協同組合 財団 電設工業 ファーマ メディカル リース 製菓",
  ),
  hiragana: words(
    "うららか しらさぎ ひなた まつかぜ つむぎ やわらぎ はるか ときわ たんぽぽ ゆうなぎ すこやか いとなみ むつみ しおかぜ かがやき こころね あすか ふたば せせらぎ そよかぜ",
  ),
  katakana: words(
    "ハルモニス ノースフィールド アカツキア リヴェンテ ダイワテック ユニフェルム サカキバラ エスペランサ モリタニア ロクショウ フォレスタ ミルフォード キザンシ ベネリタ ジオテラス",
  ),
  loans: words(
    "クラウドキャリア メールクラフト セキュアトラスト ウェブマイン ログポケット サイバーフォース データクルーズ ネットアンカー アクセスナビ ファイルエクスプレス",
  ),
  latin: words(
    "Wexcombe Tsukinami Arkadya Shinrai-Net Pellworth Itsumi Grandeza Fuyukawa Dravenport Okinoshima Celestra Kurohime Bairnsdale Yorisoi Montclaire",
  ),
  englishWords: words("Cobalt Emerald Everest Liberty Raven Oak Comet Prime Lighthouse Beacon Anchor Sapphire"),
  surnames: words(
    "長宗我部 熊谷 西園寺 薬袋 月見里 東風平 源 林 谷 岡 堀 八重樫 三戸 百瀬 十河 四元 入江 出口 上司 目黒 馬場 平 向井 中屋敷 比良 南 西 岸 関 辻",
  ),
  given: words("恵理子 直人 晴香 一郎 実 学 薫 美和 陽子 太一 奏 蓮 静 剛志 明"),
  foreigners: words(
    "ベルトラン オズワルド チャウダリー ノヴァク ムバラク リンドクヴィスト フェルナンデス スタンコヴィッチ",
  ),
  places: words("鶴ヶ峰町 東雲台 南若狭郡 八色村 日ノ出町 水越峠 新羽田 中津沢 松ヶ枝 佐保川流域"),
  acronyms: words("JHK QTS-7 FWM ZEN-X DKB VRT OGX"),
  sentences: [
    "当初、■の担当者は通信障害と考えていた。",
    "メールの署名には■の名が使われていた。",
    "不正な送金は■を経由して行われた。",
    "調査は■が行い、報告書をまとめた。",
    "同じ手口の被害は■でも確認されている。",
    "■との契約では、報告の期限が定められていなかった。",
    "（■の説明による）",
    "復旧作業には■と外部の専門家があたった。",
    "攻撃者は、■から盗んだ名簿を使ったとみられる。",
    "| 3 月 4 日 | ■ | 受信を確認 |",
  ],
};

type Shape = readonly [name: string, make: (parts: Parts, random: Random) => string];

const SHAPES: readonly Shape[] = [
  ["stem and end", ({ stems, ends }, random) => random.pick(stems) + random.pick(ends)],
  ["plain word and end", ({ plainStems, ends }, random) => random.pick(plainStems) + random.pick(ends)],
  [
    "stem, plain word and end",
    ({ stems, ends }, random) => random.pick(stems) + random.pick(["総合", "中央", "精密", "情報"]) + random.pick(ends),
  ],
  ["stem alone", ({ stems }, random) => random.pick(stems)],
  ["hiragana", ({ hiragana }, random) => random.pick(hiragana)],
  ["hiragana and end", ({ hiragana, ends }, random) => random.pick(hiragana) + random.pick(ends)],
  ["katakana", ({ katakana }, random) => random.pick(katakana)],
  ["katakana and end", ({ katakana, ends }, random) => random.pick(katakana) + random.pick(ends)],
  ["loan words", ({ loans }, random) => random.pick(loans)],
  ["with its form", ({ stems, ends }, random) => `株式会社${random.pick(stems)}${random.pick(ends)}`],
  ["Latin", ({ latin }, random) => random.pick(latin)],
  [
    "Latin, two words",
    ({ latin, englishWords }, random) => `${random.pick(englishWords)} ${random.pick([...latin, ...englishWords])}`,
  ],
  ["Latin and end", ({ latin }, random) => `${random.pick(latin)} ${random.pick(["Trading", "Industries", "Bank"])}`],
  ["acronym", ({ acronyms }, random) => random.pick(acronyms)],
  [
    "surname with a title",
    ({ surnames }, random) => random.pick(surnames) + random.pick(["氏", "部長", "さん", "課長代理"]),
  ],
  ["full name", ({ surnames, given }, random) => random.pick(surnames) + random.pick(given)],
  ["full name, spaced", ({ surnames, given }, random) => `${random.pick(surnames)} ${random.pick(given)}`],
  ["foreigner", ({ foreigners }, random) => random.pick(foreigners)],
  ["place", ({ places }, random) => random.pick(places)],
  [
    "part of a company",
    ({ stems, ends }, random) =>
      random.pick(stems) + random.pick(ends) + random.pick(["東京支店", "第二工場", "情報システム部", "社員"]),
  ],
];

const PARTS = { tuned: TUNED, "tuned again": TUNED_AGAIN, "held-out": HELD_OUT } as const;

/** @returns `count` invented names of many shapes, each in a sentence */
export function inventNames(count: number, options: { seed: number; parts: keyof typeof PARTS }): NamedSentence[] {
  const random = seededRandom(options.seed);
  const parts = PARTS[options.parts];
  return Array.from({ length: count }, (_, index) => {
    const [shape, make] = SHAPES[index % SHAPES.length] ?? random.pick(SHAPES);
    const name = make(parts, random);
    const [before = "", after = ""] = random.pick(parts.sentences).split("■");
    return { shape, name, text: before + name + after, start: before.length, end: before.length + name.length };
  });
}
