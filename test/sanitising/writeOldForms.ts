import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NAME_VARIANTS } from "#core/sanitising/folding/nameVariants.ts";

/*
 * node test/sanitising/writeOldForms.ts OUT FOLDER: the table of kanji's variant forms out of the Unihan files of the Unicode
 * Character Database (Unihan_*.txt; Unicode-3.0). What Unihan does not have is written by hand in nameVariants.ts.
 */
const [out, folder] = process.argv.slice(2);
if (out === undefined || folder === undefined) throw new Error("usage: writeOldForms.ts OUT FOLDER");

type Fields = Map<string, Map<string, string>>;

function readUnihan(from: string): Fields {
  const fields: Fields = new Map();
  for (const file of readdirSync(from).filter((name) => name.startsWith("Unihan"))) {
    for (const line of readFileSync(join(from, file), "utf8").split("\n")) {
      const [point = "", field = "", value = ""] = line.split("\t");
      if (!point.startsWith("U+")) continue;
      let values = fields.get(field);
      if (!values) fields.set(field, (values = new Map()));
      values.set(toSign(point), value);
    }
  }
  return fields;
}

function toSign(point: string): string {
  return String.fromCodePoint(Number.parseInt(point.slice(2), 16));
}

const unihan = readUnihan(folder);
const valueOf = (field: string, sign: string) => unihan.get(field)?.get(sign);
const pointsIn = (value: string | undefined) => (value?.match(/U\+[0-9A-F]{4,6}/g) ?? []).map(toSign);

const COMMON = 4;
const LEVEL_1 = 3;
const LEVEL_2 = 2;
const RARE = 1;

/** How usual a kanji is in Japanese: 常用漢字, then the levels of JIS X 0208 (rows 16 to 47 are level 1) and 0213. */
function rankOf(sign: string): number {
  if (valueOf("kJoyoKanji", sign) === "2010") return COMMON;
  const row = Number(valueOf("kJis0", sign)?.slice(0, 2) ?? 0);
  if (row >= 16) return row <= 47 ? LEVEL_1 : LEVEL_2;
  return valueOf("kJIS0213", sign) === undefined ? 0 : RARE;
}

/** Related characters, both ways: the relation is written at either of them. */
function relate(...names: string[]): Map<string, Set<string>> {
  const related = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    const known = related.get(one) ?? new Set<string>();
    related.set(one, known.add(other));
  };
  for (const name of names) {
    for (const [sign, value] of unihan.get(name) ?? []) {
      for (const other of pointsIn(value)) {
        add(sign, other);
        add(other, sign);
      }
    }
  }
  return related;
}

/** The most usual of those related to a character, when it is more usual than itself. */
function plainOf(sign: string, related: Iterable<string>): string | undefined {
  const better = [...related]
    .filter((other) => rankOf(other) > rankOf(sign))
    .sort((a, b) => rankOf(b) - rankOf(a) || (a < b ? -1 : 1));
  return better[0];
}

const pairs = new Map<string, string>();
const put = (sign: string, plain: string) => {
  if (sign !== plain && !pairs.has(sign)) pairs.set(sign, plain);
};
for (const [sign, value] of unihan.get("kJinmeiyoKanji") ?? []) for (const plain of pointsIn(value)) put(sign, plain);
/** @param most a sign that is more usual than this is a word of its own in Japan: 機 is no 机, 几 no 幾 */
function putRelated(most: number, least: number, ...fields: string[]): void {
  for (const [sign, related] of relate(...fields)) {
    const plain = rankOf(sign) > most ? undefined : plainOf(sign, related);
    if (plain !== undefined && rankOf(plain) >= least) put(sign, plain);
  }
}
putRelated(LEVEL_2, RARE, "kZVariant", "kSemanticVariant");
putRelated(RARE, RARE, "kSimplifiedVariant", "kTraditionalVariant");
putRelated(0, LEVEL_1, "kSpecializedSemanticVariant", "kSpoofingVariant");
// The hand's word goes before, and what it leads to stays as it is.
const byHand = new Set(NAME_VARIANTS.join(""));
const table = [...pairs].filter(([sign]) => !byHand.has(sign)).sort(([a], [b]) => (a < b ? -1 : 1));
const lines: string[] = [""];
for (const [sign, plain] of table) {
  if ([...(lines.at(-1) ?? "")].length >= 100) lines.push("");
  lines[lines.length - 1] += sign + plain;
}
writeFileSync(
  out,
  `/**
 * Variant forms of kanji, each followed by the more usual form in Japan. Generated, not edited by hand, by
 * test/sanitising/writeOldForms.ts from the Unihan database of Unicode 15.0 (kJinmeiyoKanji, kZVariant, kSemanticVariant,
 * kSimplifiedVariant, kTraditionalVariant, kSpecializedSemanticVariant, kSpoofingVariant, kJoyoKanji, kJis0, kJIS0213;
 * Unicode-3.0). Those of names that it lacks are in nameVariants.ts.
 */
export const OLD_FORMS: readonly string[] = [
${lines.map((line) => `  ${JSON.stringify(line)},`).join("\n")}
];
`,
);
process.stdout.write(`${table.length} pairs\n`);
