import { replaceMatches, type Decoder } from "./decoder.ts";

/** Every way to break an address that people use (field.md), and how it is read aloud. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/h(?:xx|XX|tt|\*\*|__|\[tt\]|t\[t\])p(s?)(?=\s?\[?:)|\bmeow(?=:)/g, "http$1"],
  [/\[:\]|\[:\/\/\]|\[\/\]|\[\/\/\]|\(:\)/g, ""],
  [/[ \t]{0,3}[[({（［｛〔【<]\s*(?:\.|．|。|dot|DOT|Dot|ドット|点)\s*[\])}）］｝〕】>][ \t]{0,3}/g, "."],
  [/(?<=[\w\])])[ \t]+(?:dot|DOT|Dot)[ \t]+(?=\w)/g, "."],
  [/[ \t]{0,3}(?:ドット|どっと)[ \t]*(?=[a-zａ-ｚA-Z])/g, "."],
  [/\\\.|(?<=[a-z0-9])[ \t]+\.(?=[a-z])|(?<=[a-z0-9])[。．｡](?=[a-z0-9])/gi, "."],
  [
    /[ \t]{0,3}[[({（［｛〔【<]\s*(?:@|＠|at|AT|At|アット(?:マーク)?|あっと(?:まーく)?)\s*[\])}）］｝〕】>][ \t]{0,3}/g,
    "@",
  ],
  [/(?<=[\w\])])[ \t]+(?:at|AT|_at_|@)[ \t]+(?=[\w-]+[ \t]*(?:[.[({（]|dot\b|DOT\b))/g, "@"],
  [/[ \t]{0,3}(?:アットマーク|あっとまーく|アット|★|☆|◎)[ \t]*(?=[a-zａ-ｚA-Z])/g, "@"],
  [/(?<=[a-z0-9])[ \t]*(?:ハイフン|はいふん)[ \t]*(?=[a-z0-9])/gi, "-"],
];

export const defanged: Decoder = {
  name: "defanged",
  rewrite: (text) =>
    RULES.flatMap(([pattern, plain]) =>
      replaceMatches(text, pattern, ([, group]) => plain.replace("$1", group ?? "")),
    ).sort((a, b) => a.start - b.start),
};
