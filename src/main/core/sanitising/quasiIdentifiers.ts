import type { CompiledRoster } from "./compileRoster.ts";
import type { Sighting } from "./matchView.ts";
import { findTraits } from "./rules/companyTraits.ts";

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

/**
 * What names nobody but leaves few to choose from. Industry and region in one sentence are counted against the roster: fewer than
 * five fit, a warning; one, and it is that one's name.
 */
export function quasiSightings(text: string, roster: CompiledRoster, parties: ReadonlySet<number>): Sighting[] {
  const traits = findTraits(text).map(({ start, end }) => mark(start, end, "review"));
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
