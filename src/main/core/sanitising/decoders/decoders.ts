import { base64 } from "./base64.ts";
import { brokenLines } from "./brokenLines.ts";
import { characterCodes } from "./characterCodes.ts";
import { cloudflareMail } from "./cloudflareMail.ts";
import type { Decoder } from "./decoder.ts";
import { defanged } from "./defanged.ts";
import { encodedWord } from "./encodedWord.ts";
import { entities } from "./entities.ts";
import { escapes } from "./escapes.ts";
import { hexDump } from "./hexDump.ts";
import { invisible } from "./invisible.ts";
import { jisEscapes } from "./jisEscapes.ts";
import { kanjiDigits } from "./kanjiDigits.ts";
import { linkWrappers } from "./linkWrappers.ts";
import { lookalikeHosts } from "./lookalikeHosts.ts";
import { markup } from "./markup.ts";
import { mojibake } from "./mojibake.ts";
import { distinguishedName, punycode } from "./names.ts";
import { numerals } from "./numerals.ts";
import { overridden } from "./overridden.ts";
import { percent } from "./percent.ts";
import { quotedPrintable } from "./quotedPrintable.ts";
import { reversed } from "./reversed.ts";
import { shifted } from "./shifted.ts";
import { utf7 } from "./utf7.ts";
import { uuencoded } from "./uuencoded.ts";

/** Every decoder there is; those that rewrite do so in this order. */
export const DECODERS: readonly Decoder[] = [
  overridden,
  invisible,
  defanged,
  linkWrappers,
  cloudflareMail,
  encodedWord,
  jisEscapes,
  percent,
  escapes,
  entities,
  quotedPrintable,
  punycode,
  distinguishedName,
  markup,
  characterCodes,
  utf7,
  brokenLines,
  base64,
  numerals,
  hexDump,
  uuencoded,
  mojibake,
  kanjiDigits,
  lookalikeHosts,
  shifted,
  reversed,
];
