import { replaceMatches, type Decoder } from "./decoder.ts";

/** `data-cfemail="…"` and /cdn-cgi/l/email-protection#…: hex, the first byte is the key. */
const PROTECTED = /(?<=data-cfemail\s?=\s?["']?|email-protection#)(?:[0-9a-f]{2}){6,200}(?![0-9a-f])/gi;

/** Mail addresses as Cloudflare hides them from collectors of addresses: every byte exclusive-or the first. */
export const cloudflareMail: Decoder = {
  name: "cloudflare-mail",
  rewrite: (text) =>
    /cfemail|email-protection/i.test(text)
      ? replaceMatches(text, PROTECTED, ([hex]) => {
          const [key = 0, ...bytes] = Buffer.from(hex, "hex");
          const read = Buffer.from(bytes.map((byte) => byte ^ key)).toString("utf8");
          return read.includes("@") ? read : undefined;
        })
      : [],
};
