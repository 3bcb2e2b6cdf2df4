import type { Sighting } from "../matchView.ts";

const CORPORATE = /(?<![\d.-])\d(?:[- ]?\d{4}){3}(?![\d.-])/g;
const INDIVIDUAL = /(?<![\d.-])\d{4}[- ]?\d{4}[- ]?\d{4}(?![\d.-])/g;
const CORPORATE_WORD = /法人番号/;
const INDIVIDUAL_WORD = /マイナンバー|個人番号/;
const REACH = 24;

const digitsOf = (text: string) => [...text.replaceAll(/\D/g, "")].map(Number);

/** 法人番号: the first digit is 9 minus the weighted sum of the others, modulo 9 (法人番号の指定等に関する省令). */
export function isCorporateNumber(text: string): boolean {
  const [check, ...rest] = digitsOf(text);
  if (rest.length !== 12) return false;
  const sum = rest.toReversed().reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return check === 9 - (sum % 9);
}

/** マイナンバー: the last digit is 11 minus the weighted sum of the others, modulo 11 (平成26年総務省令第85号). */
export function isIndividualNumber(text: string): boolean {
  const digits = digitsOf(text);
  const check = digits.at(-1);
  if (digits.length !== 12) return false;
  const sum = digits
    .slice(0, -1)
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
  return check === (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

/** Numbers of companies and people; one in nine or eleven of other numbers passes the check, so the word beside it decides. */
export function numberSightings(text: string): Sighting[] {
  const find = (pattern: RegExp, kind: Sighting["kind"], word: RegExp, isValid: (number: string) => boolean) =>
    [...text.matchAll(pattern)].flatMap((match): Sighting[] => {
      const isNamed = word.test(text.slice(Math.max(0, match.index - REACH), match.index));
      if (!isNamed && !isValid(match[0])) return [];
      return [{ start: match.index, end: match.index + match[0].length, kind, severity: isNamed ? "must" : "review" }];
    });
  return [
    ...find(CORPORATE, "corporate-number", CORPORATE_WORD, isCorporateNumber),
    ...find(INDIVIDUAL, "individual-number", INDIVIDUAL_WORD, isIndividualNumber),
  ];
}
