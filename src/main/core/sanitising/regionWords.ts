const PREFECTURES =
  "北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄";

/** A prefecture, with what says that somebody sits there. */
export const REGION = new RegExp(
  `[、，]?(?:${PREFECTURES})(?:都|道|府|県|市|内)?(?:に(?:本社|本店|拠点|工場)(?:を(?:置く|構える|持つ)|がある|のある)?|の|にある)?`,
  "gu",
);
const BEHIND = 12;

/** Regions that a finding covers or ends in, with the words that hang on them. */
export function findRegions(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number }[] {
  const near = text.slice(start, end + BEHIND);
  return [...near.matchAll(REGION)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((region) => region.start < end);
}
