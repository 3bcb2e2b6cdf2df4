import type { RosterOrganization } from "#core/sanitising/roster.ts";
import { seededRandom } from "./seededRandom.ts";

/** Invented names in kanji, kana and romaji (Hepburn, long vowels as written by most companies). */
type Name = readonly [kanji: string, kana: string, romaji: string];

const FIRST: readonly Name[] = [
  ["霧峰", "きりみね", "kirimine"],
  ["椋沢", "むくさわ", "mukusawa"],
  ["鷺坂", "さぎさか", "sagisaka"],
  ["蓬莱", "ほうらい", "horai"],
  ["若槻", "わかつき", "wakatsuki"],
  ["汐留", "しおどめ", "shiodome"],
  ["高崎", "たかさき", "takasaki"],
  ["浜辺", "はまべ", "hamabe"],
  ["斎宮", "さいぐう", "saigu"],
  ["桑原", "くわばら", "kuwabara"],
  ["柊野", "ひらぎの", "hiragino"],
  ["榛名", "はるな", "haruna"],
  ["瀬戸", "せと", "seto"],
  ["鳴滝", "なるたき", "narutaki"],
  ["常磐", "ときわ", "tokiwa"],
  ["藤枝", "ふじえだ", "fujieda"],
  ["緑川", "みどりかわ", "midorikawa"],
  ["黒部", "くろべ", "kurobe"],
  ["真壁", "まかべ", "makabe"],
  ["富岳", "ふがく", "fugaku"],
];
const SECOND: readonly Name[] = [
  ["", "", ""],
  ["東洋", "とうよう", "toyo"],
  ["精密", "せいみつ", "seimitsu"],
  ["総合", "そうごう", "sogo"],
  ["中央", "ちゅうおう", "chuo"],
  ["新光", "しんこう", "shinko"],
  ["共栄", "きょうえい", "kyoei"],
  ["第一", "だいいち", "daiichi"],
  ["国際", "こくさい", "kokusai"],
  ["大和", "やまと", "yamato"],
  ["日進", "にっしん", "nisshin"],
  ["昭栄", "しょうえい", "shoei"],
  ["北斗", "ほくと", "hokuto"],
  ["明豊", "めいほう", "meiho"],
  ["三恵", "さんけい", "sankei"],
];
const TRADES: readonly (readonly [...Name, string])[] = [
  ["重工業", "じゅうこうぎょう", "jukogyo", "Heavy Industries"],
  ["化学工業", "かがくこうぎょう", "kagakukogyo", "Chemical Industries"],
  ["電力", "でんりょく", "denryoku", "Electric Power"],
  ["製作所", "せいさくしょ", "seisakusho", "Works"],
  ["ガス", "がす", "gasu", "Gas"],
  ["航空", "こうくう", "koku", "Airlines"],
  ["製薬", "せいやく", "seiyaku", "Pharmaceutical"],
  ["精機", "せいき", "seiki", "Precision Machinery"],
  ["鉄道", "てつどう", "tetsudo", "Railway"],
  ["水道", "すいどう", "suido", "Waterworks"],
  ["石油", "せきゆ", "sekiyu", "Petroleum"],
  ["電機", "でんき", "denki", "Electric"],
  ["建設", "けんせつ", "kensetsu", "Construction"],
  ["物流", "ぶつりゅう", "butsuryu", "Logistics"],
  ["製鋼", "せいこう", "seiko", "Steel"],
  ["銀行", "ぎんこう", "ginko", "Bank"],
  ["硝子", "がらす", "garasu", "Glass"],
  ["造船", "ぞうせん", "zosen", "Shipbuilding"],
  ["飼料", "しりょう", "shiryo", "Feed"],
  ["紡績", "ぼうせき", "boseki", "Spinning"],
];
const SURNAMES: readonly Name[] = [
  ["都築", "つづき", "tsuzuki"],
  ["鳥飼", "とりかい", "torikai"],
  ["長峯", "ながみね", "nagamine"],
  ["渡邊", "わたなべ", "watanabe"],
  ["髙梨", "たかなし", "takanashi"],
  ["日下部", "くさかべ", "kusakabe"],
  ["東海林", "しょうじ", "shoji"],
  ["五十嵐", "いがらし", "igarashi"],
  ["大河内", "おおこうち", "okochi"],
  ["仁科", "にしな", "nishina"],
  ["佐々木", "ささき", "sasaki"],
  ["千早", "ちはや", "chihaya"],
];
const GIVEN: readonly Name[] = [
  ["真由", "まゆ", "mayu"],
  ["拓海", "たくみ", "takumi"],
  ["理恵", "りえ", "rie"],
  ["修平", "しゅうへい", "shuhei"],
  ["沙織", "さおり", "saori"],
  ["健太郎", "けんたろう", "kentaro"],
  ["洋子", "ようこ", "yoko"],
  ["亮", "りょう", "ryo"],
  ["千鶴", "ちづる", "chizuru"],
  ["雄一", "ゆういち", "yuichi"],
];
const PLACES = [
  "宮城県青嶺市若萌",
  "新潟県雪椿市本陣町",
  "東京都港央区芝汐",
  "大阪府浪南市堺浜町",
  "愛知県尾鷲野市栄生",
];
const PRODUCTS = [
  "ムクプレス",
  "ハリコートＺ",
  "アクアミネル",
  "グランテック",
  "MB-9000",
  "SkyForge",
  "タービンマスター",
];
const INDUSTRIES = [
  "重工",
  "化学",
  "電力",
  "ガス",
  "航空",
  "鉄道",
  "医療",
  "金融",
  "物流",
  "自動車",
  "石油",
  "クレジット",
  "水道",
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** An organisation with everything the roster can hold, and how its names are romanised (for planting). */
export type Invented = RosterOrganization & { romaji: string; people: readonly { surname: Name; given: Name }[] };

/** @returns `count` organisations, at most 6,000, all of different names */
export function inventRoster(count: number, seed = 1): Invented[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const first = FIRST[index % FIRST.length] ?? random.pick(FIRST);
    const trade = TRADES[Math.floor(index / FIRST.length) % TRADES.length] ?? random.pick(TRADES);
    const second = SECOND[Math.floor(index / (FIRST.length * TRADES.length)) % SECOND.length] ?? random.pick(SECOND);
    const core = first[0] + second[0] + trade[0];
    const romaji = first[2] + second[2] + trade[2];
    const label = [first[2] + second[2], trade[2]].join(index % 2 === 0 ? "-" : "");
    const domain = `${label}.${index % 3 === 0 ? "co.jp" : "example"}`;
    const people = [0, 1].map(() => ({ surname: random.pick(SURNAMES), given: random.pick(GIVEN) }));
    return {
      id: `ORG-${String(index + 1).padStart(4, "0")}`,
      name: index % 4 === 0 ? `株式会社${core}` : `${core}株式会社`,
      reading: first[1] + second[1] + trade[1],
      nameEn: `${capital(first[2])} ${second[2] === "" ? "" : `${capital(second[2])} `}${trade[3]} Co., Ltd.`,
      aliases: [`㈱${core}`, core, first[0] + second[0]],
      domains: [domain, `${first[2]}${second[2]}-group${index}.example`],
      persons: people.map(({ surname, given }) => ({
        name: `${surname[0]} ${given[0]}`,
        reading: `${surname[1]} ${given[1]}`,
        email: `${given[2].charAt(0)}.${surname[2]}@${domain}`,
      })),
      products: [`${PRODUCTS[index % PRODUCTS.length] ?? ""}${index}`],
      addresses: [
        `〒${String(100 + (index % 800))}-${String(1000 + index).slice(-4)} ${random.pick(PLACES)}${1 + (index % 9)}丁目${1 + (index % 20)}番${1 + (index % 30)}号`,
      ],
      phones: [
        `0${30 + (index % 60)}-${String(1000 + (index % 9000)).slice(-3)}-${String(10_000 + index * 7).slice(-4)}`,
      ],
      parent: index % 10 === 1 ? `ORG-${String(index).padStart(4, "0")}` : null,
      industries: [INDUSTRIES[index % INDUSTRIES.length] ?? ""],
      romaji,
      people,
    };
  });
}
