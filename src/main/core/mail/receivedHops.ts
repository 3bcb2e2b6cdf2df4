import type { MailHop } from "#shared/domain/mail.ts";
import { readMailDate } from "./mailDate.ts";

const MAX_HOPS = 200;
const IPV4 = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}`;
const BRACKETED_IP = new RegExp(String.raw`[[(](?:IPv6:)?(${IPV4}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]+(?:${IPV4})?)[\])]`, "i");
const BARE_IPV4 = new RegExp(String.raw`(?<![\w.-])(${IPV4})(?![\w.-])`);

/**
 * The way of a mail by its Received fields, newest first. Only what a server wrote about its own peer can be
 * believed; below the first foreign server an attacker may have written anything.
 * @param fields values of the Received fields, unfolded, in the order of the mail
 */
export function readHops(fields: readonly string[]): MailHop[] {
  return fields.slice(0, MAX_HOPS).map((field) => {
    const text = field.slice(0, 2000);
    const semicolon = text.lastIndexOf(";");
    const route = semicolon === -1 ? text : text.slice(0, semicolon);
    const from = clause(route, "from");
    return {
      from,
      fromIp: ipOf(from),
      by: clause(route, "by").replace(/\s*\(.*$/s, ""),
      with: clause(route, "with").replace(/\s*\(.*$/s, ""),
      at: semicolon === -1 ? null : readMailDate(text.slice(semicolon + 1)),
    };
  });
}

/** What follows a keyword of the field, up to the next keyword outside parentheses. */
function clause(route: string, keyword: string): string {
  const start = new RegExp(String.raw`(?:^|[\s)])${keyword}\s+`, "i").exec(maskComments(route));
  if (!start) return "";
  const from = start.index + start[0].length;
  const end = /\s(?:from|by|via|with|id|for)\s/i.exec(maskComments(route).slice(from));
  return route.slice(from, end ? from + end.index : undefined).trim();
}

/** Blanks out what stands in parentheses, keeping places, so that a keyword inside a comment is none. */
function maskComments(text: string): string {
  let depth = 0;
  let masked = "";
  for (const char of text) {
    if (char === ")" && depth > 0) depth -= 1;
    masked += depth > 0 ? "_".repeat(char.length) : char;
    if (char === "(") depth += 1;
  }
  return masked;
}

/** The address the server saw stands in its comment; outside it is what the peer called itself. */
function ipOf(from: string): string | null {
  const comment = from.indexOf("(");
  const seen = comment === -1 ? null : BRACKETED_IP.exec(from.slice(comment));
  return (seen ?? BRACKETED_IP.exec(from) ?? BARE_IPV4.exec(from))?.[1] ?? null;
}
