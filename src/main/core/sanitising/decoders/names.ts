import { domainToUnicode } from "node:url";
import { replaceMatches, type Decoder } from "./decoder.ts";

const LABEL = /xn--[a-z0-9-]+/gi;
const COMPONENTS = /\bDC=[\w-]+(?:\s*[,/+]\s*DC=[\w-]+)+/gi;
/** What ends in one of these is no name written backwards. */
const TOP = new Set(["jp", "com", "net", "org", "example", "io", "dev", "local", "html", "php"]);
const BACKWARDS = /(?<![\w.-])(?:jp|com|net|org|example|io|dev|local)(?:\.[a-z0-9_-]+){2,}/gi;

/** xn--… back to the name it stands for. */
export const punycode: Decoder = {
  name: "punycode",
  rewrite: (text) =>
    /xn--/i.test(text)
      ? replaceMatches(text, LABEL, ([label]) => domainToUnicode(label.toLowerCase()) || undefined)
      : [],
};

/** DC=aoba,DC=co,DC=jp and jp.co.aoba: a domain in other clothes. */
export const distinguishedName: Decoder = {
  name: "distinguished-name",
  rewrite: (text) =>
    [
      ...replaceMatches(text, COMPONENTS, ([run]) =>
        run
          .split(/\s*[,/+]\s*/)
          .map((component) => component.replace(/^DC=/i, ""))
          .join("."),
      ),
      ...replaceMatches(text, BACKWARDS, ([name]) => {
        const labels = name.toLowerCase().split(".");
        return TOP.has(labels.at(-1) ?? "") ? undefined : labels.toReversed().join(".");
      }),
    ].sort((a, b) => a.start - b.start),
};
