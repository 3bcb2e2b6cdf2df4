import { replaceMatches, type Decoder } from "./decoder.ts";

/** ISO-2022-JP with its escape characters, or as it looks when a program dropped them: $B…(B */
const SEQUENCE = /(?:\x1b|[=%]1[Bb])?\$[@B]((?:[!-~]{2}){1,400}?)(?:(?:\x1b|[=%]1[Bb])?\([BJ]|$)/gm;
const decoder = new TextDecoder("iso-2022-jp");

export const jisEscapes: Decoder = {
  name: "iso-2022-jp",
  rewrite: (text) =>
    /\$[@B]/.test(text)
      ? replaceMatches(text, SEQUENCE, ([, pairs = ""]) => {
          const read = decoder.decode(Buffer.from(`\x1b$B${pairs}\x1b(B`, "latin1"));
          return read.includes("\ufffd") ? undefined : read;
        })
      : [],
};
