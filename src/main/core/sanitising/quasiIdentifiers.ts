import type { CompiledRoster } from "./compileRoster.ts";
import type { Sighting } from "./matchView.ts";

/** Fewer organisations than this fit what a sentence says together: a reader can guess. */
const FEWEST = 5;
const PREFECTURES =
  "北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄".split(
    " ",
  );
/** Larger regions, and where they are. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  東北: ["青森", "岩手", "宮城", "秋田", "山形", "福島"],
  関東: ["茨城", "栃木", "群馬", "埼玉", "千葉", "東京", "神奈川"],
  首都圏: ["埼玉", "千葉", "東京", "神奈川"],
  甲信越: ["山梨", "長野", "新潟"],
  北陸: ["富山", "石川", "福井"],
  東海: ["岐阜", "静岡", "愛知", "三重"],
  中部: ["山梨", "長野", "岐阜", "静岡", "愛知"],
  近畿: ["滋賀", "京都", "大阪", "兵庫", "奈良", "和歌山", "三重"],
  関西: ["滋賀", "京都", "大阪", "兵庫", "奈良", "和歌山"],
  中国地方: ["鳥取", "島根", "岡山", "広島", "山口"],
  四国: ["徳島", "香川", "愛媛", "高知"],
  九州: ["福岡", "佐賀", "長崎", "熊本", "大分", "宮崎", "鹿児島"],
};
const REGION = new RegExp(
  `(?:${[...Object.keys(REGIONS), ...PREFECTURES].join("|")})(?:都|道|府|県|市|内|地方|に本社|支社|工場)?`,
  "gu",
);
const PARAGRAPH = /[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g;
const NUMBER = "[0-9０-９,，.]*[0-9０-９]";
const ABOUT = "(?:は|が|:|：)?\\s*(?:約|およそ|計|合計|総額)?";
/** What narrows a company down by itself: how large, since when, what it makes alone, what it is first in, and what was in the news. */
const TRAITS = new RegExp(
  [
    `(?:従業員|社員|職員|組合員|会員|利用者|顧客|契約者|拠点|店舗|工場|子会社)(?:数)?${ABOUT}\\s*${NUMBER}\\s*(?:千|万)?\\s*(?:余)?(?:名|人|社|拠点|店舗?|か所|カ所|箇所|工場)`,
    `(?:連結)?(?:売上高?|資本金|年商|被害額|損失|損害|身代金|営業利益|経常利益|時価総額|総資産)(?:額)?${ABOUT}\\s*${NUMBER}\\s*(?:億|万|百万|千|兆)?\\s*(?:円|ドル)`,
    `(?<![0-9０-９,，])[0-9０-９][0-9０-９,，]{3,}\\s*(?:円|ドル)`,
    "(?:国内|業界|世界|県内|地域|日本|アジア|全国|当地|市内)(?:で)?(?:最大(?:手|級)?|最古|唯一|首位|初|トップ(?:クラス|シェア)?|屈指|有数|シェア\\s*(?:No\\.?\\s*)?[0-9０-９]+\\s*(?:割|[%％位])?|[0-9０-９]+位)",
    "(?:世界|国内|市場)シェア(?:の)?\\s*(?:約)?[0-9０-９]+\\s*(?:割|[%％])",
    "唯一の(?:企業|事業者|メーカー|会社|団体|製造元|供給元)|(?:最大手|準大手|老舗)(?:の|企業|メーカー)",
    `創業\\s*(?:[0-9０-９]+\\s*年|[0-9０-９]{4})|(?:明治|大正|昭和|平成)\\s*(?:元|[0-9０-９]+)\\s*年(?:の)?(?:創業|設立)|[0-9０-９]{4}\\s*年(?:に)?(?:創業|設立|上場)`,
    "東証(?:プライム|スタンダード|グロース|一部|二部)(?:上場)?|証券コード\\s*[:：]?\\s*[0-9０-９]{4}",
    "[0-9０-９]{4}\\s*年\\s*[0-9０-９]{1,2}\\s*月\\s*[0-9０-９]{1,2}\\s*日|[0-9０-９]{1,2}\\s*月\\s*[0-9０-９]{1,2}\\s*日(?!\\d)",
    "プレスリリース|ニュースリリース|記者会見|適時開示|報道発表|決算発表|決算短信|株主総会|経営統合|公開買付け|民事再生|新聞(?:各紙)?(?:で|に)報道|テレビで報道",
  ].join("|"),
  "gu",
);

/**
 * What names nobody but leaves few to choose from. Industry and region in one sentence are counted against the roster: fewer than
 * five fit, a warning; one, and it is that one's name.
 */
export function quasiSightings(text: string, roster: CompiledRoster, parties: ReadonlySet<number>): Sighting[] {
  const traits = [...text.matchAll(TRAITS)].map((match): Sighting => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "quasi-identifier",
    severity: "review",
  }));
  const facts = factsOf(roster);
  const conjunctions = [...text.matchAll(PARAGRAPH)].flatMap((match) =>
    inParagraph(match[0], match.index, facts, parties),
  );
  return [...traits, ...conjunctions];
}

type Members = ReadonlyMap<string, ReadonlySet<number>>;
/** `fitting`: who fits an industry and a region, found out once. */
type Facts = { industries: Members; places: Members; fitting: Map<string, readonly number[]> };

const known = new WeakMap<CompiledRoster, Facts>();

function factsOf(roster: CompiledRoster): Facts {
  let facts = known.get(roster);
  if (!facts) {
    facts = { industries: industriesOf(roster), places: placesOf(roster), fitting: new Map<string, number[]>() };
    known.set(roster, facts);
  }
  return facts;
}

/** Organisations by prefecture. */
function placesOf(roster: CompiledRoster): Members {
  const places = new Map<string, Set<number>>();
  for (const [index, { addresses }] of roster.organizations.entries()) {
    const prefecture = new Set(addresses.flatMap((address) => PREFECTURES.filter((name) => address.includes(name))));
    for (const name of prefecture) {
      const members = places.get(name) ?? new Set<number>();
      places.set(name, members.add(index));
    }
  }
  return places;
}

function industriesOf(roster: CompiledRoster): Members {
  const industries = new Map<string, Set<number>>();
  for (const [index, { industries: names }] of roster.organizations.entries()) {
    for (const name of names ?? []) {
      const core = name
        .normalize("NFKC")
        .replace(/(?:業界)?(?:SIG|業界|業)?$/u, "")
        .trim();
      if (core.length < 2) continue;
      const members = industries.get(core) ?? new Set<number>();
      industries.set(core, members.add(index));
    }
  }
  return industries;
}

/** Industry and region side by side, or in sentences that follow one another: who fits both? */
function inParagraph(paragraph: string, offset: number, facts: Facts, parties: ReadonlySet<number>): Sighting[] {
  const named = [...facts.industries].filter(([name]) => paragraph.includes(name));
  if (named.length === 0) return [];
  const regions = [...paragraph.matchAll(REGION)];
  return named.flatMap(([industry, members]) => {
    const at = paragraph.indexOf(industry);
    const alone = members.size < FEWEST ? [mark(offset + at, offset + at + industry.length, "review")] : [];
    return [
      ...alone,
      ...regions.flatMap((region) => inBoth(paragraph, offset, { industry, members, region }, facts, parties)),
    ];
  });
}

type Pair = { industry: string; members: ReadonlySet<number>; region: RegExpExecArray };

function inBoth(
  paragraph: string,
  offset: number,
  { industry, members, region }: Pair,
  { places, fitting: asked }: Facts,
  parties: ReadonlySet<number>,
): Sighting[] {
  const key = `${industry} ${region[0]}`;
  const fitting = asked.get(key) ?? membersIn(region[0], members, places);
  asked.set(key, fitting);
  if (fitting.length === 0 || fitting.length >= FEWEST) return [];
  const at = nearestTo(region.index, paragraph, industry);
  const from = Math.min(at, region.index);
  const to = Math.max(at + industry.length, region.index + region[0].length);
  // Apart, each may stay once the other is gone: the region is what is easier to leave out.
  if (/[。\n]/.test(paragraph.slice(from, to).trim())) {
    return [mark(offset + region.index, offset + region.index + region[0].length, "review")];
  }
  const [only] = fitting;
  const isThatOne = fitting.length === 1 && only !== undefined && parties.has(only);
  return [mark(offset + from, offset + to, isThatOne ? "must" : "review")];
}

function nearestTo(index: number, text: string, word: string): number {
  const before = text.lastIndexOf(word, index);
  const after = text.indexOf(word, index);
  if (before < 0) return after;
  return after < 0 || index - before < after - index ? before : after;
}

function membersIn(region: string, members: ReadonlySet<number>, places: Members): number[] {
  const larger = Object.keys(REGIONS).find((name) => region.startsWith(name));
  const prefectures =
    larger === undefined ? PREFECTURES.filter((name) => region.startsWith(name)) : (REGIONS[larger] ?? []);
  const here = new Set(prefectures.flatMap((name) => [...(places.get(name) ?? [])]));
  return [...members].filter((member) => here.has(member));
}

const mark = (start: number, end: number, severity: Sighting["severity"]): Sighting => ({
  start,
  end,
  kind: "quasi-identifier",
  severity,
});
