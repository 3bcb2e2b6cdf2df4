import { addressParser } from "postal-mime";
import type { MailAddress } from "#shared/domain/mail.ts";
import { decodeRawHeader, quoteEncodedWords, tidyHeader } from "./headerText.ts";

const MAX_ADDRESS_FIELD = 200_000;

/** Name and address encoded as one word. */
const HIDDEN_ADDRESS = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>$/;

/**
 * Addresses of a From, To, Cc or Reply-To field; groups are flattened. Encoded words become quoted text before the
 * field is taken apart, so that a name with a comma or an angle bracket in it stays one name.
 * @param latin1 the field, one character a byte
 */
export function readAddresses(latin1: string, hint: string): MailAddress[] {
  return takeApart(quoteEncodedWords(decodeRawHeader(latin1.slice(0, MAX_ADDRESS_FIELD), hint)));
}

/** Addresses as clients write them above forwarded text, also in Outlook's `Name [mailto:a@b.example]`. */
export function parseAddressText(text: string): MailAddress[] {
  return takeApart(text.slice(0, MAX_ADDRESS_FIELD).replaceAll(/[[<]mailto:([^\]>\s]+)[\]>]/gi, "<$1>"));
}

function takeApart(text: string): MailAddress[] {
  return addressParser(text, { flatten: true }).flatMap((mailbox): MailAddress[] => {
    const name = tidyHeader(mailbox.name);
    // A comment inside a comment leaves its last parenthesis on the address.
    const address = tidyHeader(mailbox.address ?? "").replace(/[()]+$/, "");
    if (name === "" && address === "") return [];
    const hidden = HIDDEN_ADDRESS.exec(address === "" ? name : address);
    if (hidden) return [{ name: (hidden[1] ?? "").trim().replaceAll(/^"|"$/g, ""), address: hidden[2] ?? "" }];
    return [{ name, address }];
  });
}

/** The part behind the @, in lower case without a final dot; "" when there is none. */
export function domainOfAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at === -1) return "";
  return address
    .slice(at + 1)
    .toLowerCase()
    .replace(/[>\s.]+$/, "");
}
