import { extractView } from "../view.ts";
import { replaceMatches, type Branch, type Decoder } from "./decoder.ts";
import { bytesOfToken } from "./percent.ts";
import { viewPassages } from "./viewPassages.ts";
import { readBytes } from "./readBytes.ts";

/** An empty line ends what was encoded, and == is the end of Base64. */
const RUN = /(?:=[0-9A-F]{2}(?:=\r?\n)?)+|(?<!=)=\r?\n(?!\r?\n)/g;
const LOOSE_RUN = /(?:=[0-9A-Fa-f]{2}(?:=\r?\n)?){3,}/g;
/** All that stands without a space, when there is a byte beyond ASCII in it. */
const TOKEN = /[!-~]+(?:(?<==)\r?\n[!-~]+)*/g;
const BEYOND = /=(?:1[Bb]|[89A-F][0-9A-F])/;
const utf8 = new TextDecoder("utf-8", { fatal: true });

function readRun(run: string): string | undefined {
  const hex = run.replaceAll(/=\r?\n/g, "").replaceAll("=", "");
  try {
    return utf8.decode(Buffer.from(hex, "hex"));
  } catch {
    return undefined;
  }
}

/** A lone =40 may as well be the start of a parameter's value; what was encoded has more than that to show. */
const EVIDENCE = /(?:=[0-9A-Fa-f]{2}){2}|(?<!=)=\r?\n(?!\r?\n)|=3D|=2E/;

/** A view beside the others: a query string with numbers in it must not be read like this only. */
export const quotedPrintable: Decoder = {
  name: "quoted-printable",
  branch(view, trails, refuse) {
    if (!EVIDENCE.test(view.text)) return [];
    const branches: Branch[] = [];
    const strict = replaceMatches(view.text, RUN, ([run]) => readRun(run));
    const runs = strict.length > 0 ? strict : replaceMatches(view.text, LOOSE_RUN, ([run]) => readRun(run));
    for (const passage of viewPassages(view, trails, "quoted-printable", runs)) {
      branches.push({ view: passage, goesOn: true, isExact: false });
    }
    for (const match of view.text.matchAll(TOKEN)) {
      if (!BEYOND.test(match[0])) continue;
      const bytes = bytesOfToken(match[0].replaceAll(/=\r?\n/g, ""), "=");
      const at = { start: match.index, end: match.index + match[0].length };
      for (const { text, names, isSure } of readBytes(bytes, () => refuse(at))) {
        if (names.length === 0 || !isSure) continue;
        const found = extractView(view, trails, ["quoted-printable", ...names], { ...at, text });
        branches.push({ view: found, goesOn: true, isExact: false });
      }
    }
    return branches;
  },
};
