import { decodeHTML } from "entities";
import { replaceMatches, type Decoder } from "./decoder.ts";

const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,12}|#\d{1,12}|[A-Za-z][A-Za-z0-9]{1,30});?/g;

/** HTML's &#26085; &#x65e5; &amp; — with the semicolon or without it. */
export const entities: Decoder = {
  name: "html-entity",
  rewrite: (text) => (text.includes("&") ? replaceMatches(text, ENTITY, ([entity]) => decodeHTML(entity)) : []),
};
