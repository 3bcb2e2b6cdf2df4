import type { CompiledRoster } from "./compileRoster.ts";
import { foldString } from "./folding/foldText.ts";
import type { Sighting } from "./matchView.ts";

/** Fewer organisations than this fit what a sentence says together: a reader can guess. */
const FEWEST = 5;
const PREFECTURES =
  "北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄".split(
    " ",
  );
const REGION = new RegExp(`(?:${PREFECTURES.join("|")})(?:都|道|府|県|市|内|に本社|支社|工場)?`, "gu");
const SENTENCE = /[^。\n]+(?:\n(?!\n)[^。\n]+)*[。\n]?/g;
/** What narrows a company down by itself: exact counts and sums, firsts and onlys, days. */
const TRAITS =
  /(?:従業員|社員|職員|組合員|会員|利用者|顧客|契約者)(?:数)?(?:は|が|約)?\s*[0-9０-９,，]{2,}\s*(?:名|人|万人)|(?:売上高?|資本金|年商|被害額|損失|営業利益)(?:は|が|約)?\s*[0-9０-９,，.]+\s*(?:億|万|百万|千|兆)?円|(?<![0-9０-９,，])[0-9０-９][0-9０-９,，]{3,}\s*(?:円|ドル)|(?:国内|業界|世界|県内|地域|日本)(?:最大手?|唯一|首位|初|トップ|シェア\s*(?:No\.?\s*)?[0-9０-９]+\s*[%％位]?|[0-9０-９]+位)|唯一の(?:企業|事業者|メーカー|会社|団体)|創業\s*[0-9０-９]+\s*年|[0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日|[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日(?!\d)|(?:プレスリリース|記者会見|適時開示|報道発表)/gu;

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
  const industries = industriesOf(roster);
  const conjunctions = [...text.matchAll(SENTENCE)].flatMap((match) =>
    inSentence(match[0], match.index, roster, industries, parties),
  );
  return [...traits, ...conjunctions];
}

type Industries = ReadonlyMap<string, ReadonlySet<number>>;

const known = new WeakMap<CompiledRoster, Industries>();

function industriesOf(roster: CompiledRoster): Industries {
  const cached = known.get(roster);
  if (cached) return cached;
  const industries = new Map<string, Set<number>>();
  for (const [index, { industries: names }] of roster.organizations.entries()) {
    for (const name of names ?? []) {
      const core = name
        .normalize("NFKC")
        .replace(/(?:業界)?(?:SIG|業界|業)?$/u, "")
        .trim();
      if (core.length < 2) continue;
      const members = industries.get(core) ?? new Set();
      industries.set(core, members.add(index));
    }
  }
  known.set(roster, industries);
  return industries;
}

function inSentence(
  sentence: string,
  offset: number,
  roster: CompiledRoster,
  industries: Industries,
  parties: ReadonlySet<number>,
): Sighting[] {
  const named = [...industries].filter(([name]) => sentence.includes(name));
  if (named.length === 0) return [];
  const regions = [...sentence.matchAll(REGION)];
  return named.flatMap(([industry, members]) => {
    const start = offset + sentence.indexOf(industry);
    const fits = regions.map((region) => ({ region, count: countIn(region[0], members, roster) }));
    const alone = members.size < FEWEST ? [mark(start, start + industry.length, "review")] : [];
    return [
      ...alone,
      ...fits.flatMap(({ region, count }) => {
        if (count >= FEWEST || count === 0) return [];
        const from = Math.min(start, offset + region.index);
        const to = Math.max(start + industry.length, offset + region.index + region[0].length);
        const isThatOne =
          count === 1 && [...members].some((member) => parties.has(member) && isIn(region[0], member, roster));
        return [mark(from, to, isThatOne ? "must" : "review")];
      }),
    ];
  });
}

const mark = (start: number, end: number, severity: Sighting["severity"]): Sighting => ({
  start,
  end,
  kind: "quasi-identifier",
  severity,
});

function isIn(region: string, member: number, roster: CompiledRoster): boolean {
  const prefecture = PREFECTURES.find((name) => region.startsWith(name)) ?? region;
  return (
    roster.organizations[member]?.addresses.some((address) => foldString(address).includes(foldString(prefecture))) ??
    false
  );
}

function countIn(region: string, members: ReadonlySet<number>, roster: CompiledRoster): number {
  let count = 0;
  for (const member of members) if (isIn(region, member, roster)) count += 1;
  return count;
}
