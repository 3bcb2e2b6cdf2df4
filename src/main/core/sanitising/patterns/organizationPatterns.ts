import { foldString } from "../folding/foldText.ts";
import { romajiOfKana, soundOfKana, soundOfRomaji } from "../folding/spelling.ts";
import type { Identifier, RosterOrganization } from "../roster.ts";
import { dropEnglishLegalForm, dropLegalForm } from "./legalForms.ts";
import { soundIdentifiers } from "./soundPatterns.ts";
import { splitTrades, stemsOf } from "./tradeWords.ts";
import { isTelling, publishedWords } from "./tellingWords.ts";

const KANA_ONLY = /^[\u3041-\u30ffー・･\s\uff66-\uff9f]+$/u;
/** Long enough to be nobody else's even inside a longer word. */
const LONG_ROMAJI = 8;
const SHORTEST_STEM = 4;
const LONG_STEM = 10;
const organization = { kind: "organization", matcher: "skeleton", need: "none", severity: "must" } as const;

/** Every way to write an organisation: names, readings, aliases, English, products. */
export function organizationIdentifiers(entry: RosterOrganization): Identifier[] {
  return [
    ...[entry.name, ...entry.aliases].flatMap(nameIdentifiers),
    ...(entry.nameEn ? englishIdentifiers(entry.nameEn) : []),
    ...(entry.reading ? readingIdentifiers(entry.reading) : []),
    ...(entry.reading ? readStemIdentifiers(dropLegalForm(entry.name), dropLegalForm(entry.reading)) : []),
    ...entry.products.flatMap(productIdentifiers),
  ];
}

/** What it is called in short: in a text that is about it only. */
export function organizationPartIdentifiers({ name, aliases, reading, domains }: RosterOrganization): Identifier[] {
  return [
    ...stemIdentifiers([name, ...aliases]),
    ...(reading ? labelIdentifiers(domains, dropLegalForm(reading)) : []),
  ];
}

function nameIdentifiers(name: string): Identifier[] {
  const full = foldString(name);
  const core = foldString(dropLegalForm(name));
  const english = /^[\x20-\x7e]+$/.test(name) ? englishIdentifiers(name) : [];
  return [
    { ...organization, text: core, scope: isTelling(core) ? "all" : "party" },
    ...(full === core ? [] : [{ ...organization, text: full, scope: "all" as const }]),
    ...(isTelling(core) || full === core ? [] : withLegalForms(core)),
    ...(KANA_ONLY.test(dropLegalForm(name)) ? readingIdentifiers(dropLegalForm(name)) : []),
    ...english,
  ];
}

/** A short name says whom it means once a legal form stands beside it. */
function withLegalForms(core: string): Identifier[] {
  return [
    { ...organization, text: `株式会社${core}`, scope: "all" },
    { ...organization, text: `${core}株式会社`, scope: "all" },
    { ...organization, text: `株${core}`, scope: "all", need: "legal-mark" },
    { ...organization, text: `${core}株`, scope: "all", need: "legal-mark" },
  ];
}

function englishIdentifiers(name: string): Identifier[] {
  const full = foldString(name);
  const core = foldString(dropEnglishLegalForm(name));
  const isLong = core.length >= 6 && isTelling(core);
  return [
    { ...organization, text: core, scope: isLong ? "all" : "party" },
    ...(full === core || full.length < 7 ? [] : [{ ...organization, text: full, scope: "all" as const }]),
  ];
}

function readingIdentifiers(reading: string): Identifier[] {
  const core = dropLegalForm(reading);
  const kana = foldString(core).replace(/ー+$/, "");
  const sound = soundOfKana(core);
  return [
    { ...organization, text: kana, scope: kana.length >= 5 ? "all" : "party" },
    ...soundIdentifiers(sound, "organization"),
    ...romajiOfKana(core)
      .filter((text) => text.length >= LONG_ROMAJI)
      .map((text): Identifier => ({ ...organization, text, scope: "all" })),
  ];
}

/** Three signs of a name that are no word are that name; two may be a place or a word, and everybody's words say nothing. */
const SURE_STEM = 3;

/** 青葉, as people call 青葉重工業: what stands before the trade. */
function stemIdentifiers(names: readonly string[]): Identifier[] {
  const stems = new Set(names.map(dropLegalForm).flatMap(stemsOf).map(foldString));
  return [...stems].flatMap((text): Identifier[] => {
    if (/^[a-z0-9]*$/.test(text) || text.length < 2) return [];
    const sure: Identifier = { ...organization, text, scope: "party", need: "company" };
    if (publishedWords().has(text)) return [sure];
    if (text.length >= SURE_STEM) return [sure, { ...organization, text, scope: "party" }];
    return [sure, { ...organization, text, scope: "party", severity: "review" }];
  });
}

/** あおば重工, アオバ, aoba: the same by its reading. */
function readStemIdentifiers(name: string, reading: string): Identifier[] {
  return splitTrades(name, reading).flatMap((split): Identifier[] => {
    const stem = foldString(split.stem);
    return [
      { ...organization, text: stem + foldString(split.trade), scope: "all" },
      { ...organization, text: stem, scope: stem.length >= 5 ? "all" : "party" },
      ...romajiOfKana(split.stem)
        .filter((text) => text.length >= SHORTEST_STEM)
        .map((text): Identifier => ({ ...organization, text, scope: text.length >= LONG_STEM ? "all" : "party" })),
      ...soundIdentifiers(soundOfKana(split.stem), "organization").map((identifier) => ({
        ...identifier,
        scope: "party" as const,
      })),
    ];
  });
}

/** aoba of aoba-tech.example: a piece of a label that is how the name is read. */
function labelIdentifiers(domains: readonly string[], reading: string): Identifier[] {
  const spellings = romajiOfKana(reading);
  const sound = soundOfKana(reading);
  const isReadIn = (piece: string) =>
    spellings.some((spelling) => spelling.startsWith(piece)) || sound.includes(soundOfRomaji(piece));
  const pieces = domains.flatMap((domain) => domain.toLowerCase().split(/[.-]/));
  return [...new Set(pieces)]
    .filter((piece) => piece.length >= SHORTEST_STEM && isReadIn(piece))
    .map((text): Identifier => ({ ...organization, text, scope: "party" }));
}

/** シリーズ and its like say nothing: the product is what stands before. */
const PRODUCT_END = /(?:シリーズ|システム|事業|ブランド|\s?series)$/iu;

function productIdentifiers(product: string): Identifier[] {
  const short = product.normalize("NFKC").trim().replace(PRODUCT_END, "");
  return short === product || short.length < 3
    ? productForms(product)
    : [...productForms(product), ...productForms(short)];
}

function productForms(product: string): Identifier[] {
  const text = foldString(product);
  const isLatin = /^[a-z0-9]+$/.test(text);
  const isLong = isLatin ? text.length >= 6 : isTelling(text);
  const kana = KANA_ONLY.test(product) ? soundIdentifiers(soundOfKana(product), "product") : [];
  return [
    { ...organization, kind: "product", text, scope: isLong && isTelling(text) ? "all" : "party" },
    ...kana.map((identifier): Identifier => ({ ...identifier, kind: "product" })),
  ];
}
