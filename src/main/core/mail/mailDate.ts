/**
 * Dates of mail headers and of the headers that clients write above forwarded text. A date without a zone is taken
 * as Japanese time: it was written for readers in Japan.
 */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  jst: 540,
  kst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
  ist: 330,
};
const JST_MINUTES = 540;

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp]\.?[Mm]\.?)?\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?`;
const DAY_MONTH_YEAR = new RegExp(String.raw`(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s,-]+(\d{2,4})[\s,]+(?:at\s+)?${TIME}`);
const MONTH_DAY_YEAR = new RegExp(String.raw`([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})[\s,]+(?:at\s+)?${TIME}`);
const CTIME = /([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:[A-Z]{3,4}\s+)?(\d{4})/;
const YEAR_MONTH_DAY = new RegExp(
  String.raw`(\d{4})[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?[^\d午]{0,12}(午前|午後)?\s*${TIME}`,
);
const JAPANESE_CLOCK = /(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日[^\d午]{0,12}(午前|午後)?\s*(\d{1,2})時\s*(\d{1,2})分/;
const SLASHED = new RegExp(String.raw`(\d{1,2})/(\d{1,2})/(\d{4})[\s,]+${TIME}`);

/** @returns epoch milliseconds, or null when no date can be made out */
export function readMailDate(text: string): number | null {
  const plain = text.slice(0, 300).normalize("NFKC").replaceAll(/\s+/g, " ");
  const iso = YEAR_MONTH_DAY.exec(plain.replace(/(\d)T(\d)/, "$1 $2"));
  if (iso) {
    const [, year, month, day, half, hour, minute, second, ampm, zone] = iso;
    const clock = half === "午後" ? "pm" : half === "午前" ? "am" : ampm;
    return moment(year, Number(month), day, hour, minute, second, clock, zone);
  }
  const japanese = JAPANESE_CLOCK.exec(plain);
  if (japanese) {
    const [, year, month, day, half, hour, minute] = japanese;
    return moment(year, Number(month), day, hour, minute, "0", half === "午後" ? "pm" : half && "am", undefined);
  }
  const rfc = DAY_MONTH_YEAR.exec(plain);
  if (rfc) {
    const [, day, month, year, hour, minute, second, ampm, zone] = rfc;
    return moment(year, monthOf(month), day, hour, minute, second, ampm, zone);
  }
  const english = MONTH_DAY_YEAR.exec(plain);
  if (english) {
    const [, month, day, year, hour, minute, second, ampm, zone] = english;
    return moment(year, monthOf(month), day, hour, minute, second, ampm, zone);
  }
  return readRareDate(plain);
}

function readRareDate(plain: string): number | null {
  const ctime = CTIME.exec(plain);
  if (ctime) {
    const [, month, day, hour, minute, second, year] = ctime;
    return moment(year, monthOf(month), day, hour, minute, second, undefined, undefined);
  }
  const slashed = SLASHED.exec(plain);
  if (!slashed) return null;
  const [, first, second, year, hour, minute, seconds, ampm, zone] = slashed;
  // 12/8/2022 is American; 25/12/2022 can only be European.
  const dayFirst = Number(first) > 12;
  return moment(year, Number(dayFirst ? second : first), dayFirst ? first : second, hour, minute, seconds, ampm, zone);
}

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined) return JST_MINUTES;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!offset) return ZONES[zone.toLowerCase()] ?? JST_MINUTES;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === "-" ? -minutes : minutes;
}

type Digits = string | undefined;

function moment(
  year: Digits,
  month: number,
  day: Digits,
  hour: Digits,
  minute: Digits,
  second: Digits,
  half: Digits,
  zone: Digits,
): number | null {
  const fullYear = Number(year) < 70 ? Number(year) + 2000 : Number(year) < 100 ? Number(year) + 1900 : Number(year);
  let hours = Number(hour);
  if (half && /^p/i.test(half) && hours < 12) hours += 12;
  if (half && /^a/i.test(half) && hours === 12) hours = 0;
  const exists = month >= 1 && month <= 12 && hours < 24 && Number(minute) < 60 && fullYear >= 1970 && fullYear < 2200;
  const days = new Date(Date.UTC(fullYear, month, 0)).getUTCDate();
  if (!exists || Number(day) < 1 || Number(day) > days) return null;
  const seconds = Math.min(Number(second ?? 0), 59);
  return Date.UTC(fullYear, month - 1, Number(day), hours, Number(minute), seconds) - zoneMinutes(zone) * 60_000;
}
