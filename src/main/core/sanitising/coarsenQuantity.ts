import { magnitudeOf, roundTo, writeNumber, type CoarseChoice } from "./coarsenChoice.ts";

/** What is within this of a round number is called 弱 or 強. */
const NEAR = 0.15;
const CLOSE = 0.05;
const ROUGH = 0.25;

/**
 * Counts and amounts: 1,000万件弱, 約2,000万円, 60万件超. The likeliest first; none for a number that is round already.
 *
 * @param suffix what stands behind the digits, 件 or 円
 */
export function coarsenCount(value: number, suffix: string): CoarseChoice[] {
  if (value < 11 || roundTo(value, 1) === value) return [];
  const [one, two] = [roundTo(value, 1), roundTo(value, 2)];
  const unit = magnitudeOf(value);
  const floor = Math.floor(value / unit) * unit;
  const say = (before: string, number: number, after: string) => `${before}${writeNumber(number)}${suffix}${after}`;
  const near = nearChoice(value, one, say);
  const about = (rounded: number, half: number): CoarseChoice => ({
    words: say("約", rounded, ""),
    low: rounded - half,
    high: rounded + half,
  });
  const isClose = Math.abs(one - value) <= value * CLOSE;
  const choices = [
    ...(suffix.endsWith("円") && isClose ? [about(one, unit / 2)] : []),
    ...(near ? [near] : []),
    ...(isClose ? [about(one, unit / 2)] : []),
    ...(two === value ? [] : [about(two, unit / 20)]),
    ...(value < 20 ? [{ words: `十数${suffix}`, low: 11, high: 19 }] : []),
    { words: say("", floor, "超"), low: floor, high: floor + unit },
    ...(Math.abs(one - value) <= value * ROUGH ? [about(one, unit / 2)] : []),
    ...(value >= 30 && value < 100 ? [{ words: `数十${suffix}`, low: 20, high: 99 }] : []),
  ];
  return distinct(choices);
}

type Say = (before: string, number: number, after: string) => string;

function nearChoice(value: number, round: number, say: Say): CoarseChoice | undefined {
  if (round > value && round - value <= round * NEAR)
    return { words: say("", round, "弱"), low: round * (1 - NEAR), high: round };
  if (round < value && value - round <= round * NEAR)
    return { words: say("", round, "強"), low: round, high: round * (1 + NEAR) };
  return undefined;
}

export function distinct(choices: readonly CoarseChoice[]): CoarseChoice[] {
  return choices.filter(({ words }, index) => choices.findIndex((other) => other.words === words) === index);
}

const FRACTIONS: readonly (readonly [percent: number, reach: number, words: string])[] = [
  [50, 5, "約半数"],
  [100 / 3, 3, "約3分の1"],
  [200 / 3, 3, "約3分の2"],
  [25, 2, "約4分の1"],
  [75, 2, "約4分の3"],
];

/** Shares: 約7割, 7割弱, 約半数. None and all stay. */
export function coarsenPercent(percent: number): CoarseChoice[] {
  if (percent <= 0 || percent >= 100) return [];
  const fractions = FRACTIONS.flatMap(([middle, reach, words]) =>
    Math.abs(percent - middle) <= reach ? [{ words, low: middle - reach, high: middle + reach }] : [],
  );
  if (percent < 10) return distinct([...smallShare(percent), ...fractions]);
  if (percent >= 95)
    return [
      { words: "9割超", low: 90, high: 100 },
      { words: "ほぼ全て", low: 95, high: 100 },
    ];
  const tenth = Math.round(percent / 10);
  const round = tenth * 10;
  const about: CoarseChoice = { words: `約${tenth}割`, low: round - 5, high: round + 5 };
  const near =
    percent < round && round - percent <= 4
      ? [{ words: `${tenth}割弱`, low: round - 4, high: round }]
      : percent > round && percent - round <= 4
        ? [{ words: `${tenth}割強`, low: round, high: round + 4 }]
        : [];
  const over = percent > Math.floor(percent / 10) * 10 ? Math.floor(percent / 10) : undefined;
  return distinct([
    about,
    ...near,
    ...fractions,
    ...(over === undefined ? [] : [{ words: `${over}割超`, low: over * 10, high: over * 10 + 10 }]),
  ]);
}

function smallShare(percent: number): CoarseChoice[] {
  if (percent >= 6) return [{ words: "1割弱", low: 6, high: 10 }];
  if (percent >= 2) return [{ words: "数%", low: 2, high: 6 }];
  return [{ words: "ごくわずか", low: 0, high: 2 }];
}

const MINUTES = { 分: 1, 時間: 60, 日: 1_440, 週間: 10_080, か月: 43_830, 年: 525_960 } as const;
export type DurationUnit = keyof typeof MINUTES | "秒";
const LARGEST_FIRST = ["年", "か月", "週間", "日", "時間", "分"] as const;

/** Spans of time: 1か月強, 約3日, 約1時間半. Ranges are in the unit given. */
export function coarsenDuration(value: number, unit: DurationUnit): CoarseChoice[] {
  if (unit === "秒") return coarsenCount(value, "秒");
  const own = MINUTES[unit];
  const minutes = value * own;
  const larger = LARGEST_FIRST.find((name) => minutes / MINUTES[name] >= 0.9) ?? "分";
  const halfDay =
    unit === "時間" && value >= 9 && value <= 15 && value !== 12 ? [{ words: "約半日", low: 9, high: 15 }] : [];
  if (larger === unit || value < 10) return value < 10 ? [] : [...halfDay, ...coarsenCount(value, unit)];
  const scale = MINUTES[larger] / own;
  return distinct([...inUnit(value / scale, larger).map((choice) => rescale(choice, scale)), ...halfDay]);
}

const rescale = ({ words, low, high }: CoarseChoice, scale: number): CoarseChoice => ({
  words,
  low: low * scale,
  high: high * scale,
});

function inUnit(count: number, unit: string): CoarseChoice[] {
  const round = Math.round(count);
  const floor = Math.floor(count);
  const half = floor + 0.5;
  const choices: CoarseChoice[] = [];
  const off = count - round;
  if (round >= 1 && Math.abs(off) <= round * 0.02)
    choices.push({ words: `約${round}${unit}`, low: round * 0.75, high: round * 1.25 });
  else if (round >= 1 && off < 0 && -off <= round * 0.2)
    choices.push({ words: `${round}${unit}弱`, low: round * 0.8, high: round });
  else if (round >= 1 && off > 0 && off <= round * 0.25)
    choices.push({ words: `${round}${unit}強`, low: round, high: round * 1.25 });
  if (floor >= 1 && Math.abs(count - half) <= 0.25 && unit !== "週間" && unit !== "分")
    choices.push({ words: `約${floor}${unit}半`, low: half - 0.25, high: half + 0.25 });
  if (round >= 1 && Math.abs(off) <= round * 0.25)
    choices.push({ words: `約${round}${unit}`, low: round * 0.75, high: round * 1.25 });
  if (floor >= 1 && count > floor) choices.push({ words: `${floor}${unit}超`, low: floor, high: floor + 1 });
  return choices;
}
