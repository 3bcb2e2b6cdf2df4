import { parse } from "tldts";
import { foldString } from "../folding/foldText.ts";
import type { Identifier, RosterOrganization } from "../roster.ts";
import { addressIdentifiers } from "./addressPatterns.ts";
import { GENERIC_LABELS, isTelling } from "./tellingWords.ts";

const base = { matcher: "skeleton", need: "none", severity: "must" } as const;
/** A shorter local part is a word, or anybody's. */
const SHORTEST_LOCAL = 4;
const LONG_LABEL = 6;
const SHORTEST_LABEL = 3;

/** Domains, mail addresses, phones and places of an organisation. */
export function contactIdentifiers(entry: RosterOrganization): Identifier[] {
  const mails = entry.persons.flatMap(({ email }) => (email ? [email] : []));
  return [
    ...entry.domains.flatMap(domainIdentifiers),
    ...mails.flatMap(mailIdentifiers),
    ...entry.phones.flatMap(phoneIdentifiers),
    ...entry.addresses.flatMap(addressIdentifiers),
  ];
}

function domainIdentifiers(written: string): Identifier[] {
  const domain = written
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^@|^\*\.|\.$/g, "");
  const label = tellingLabel(domain);
  const folded = foldString(label);
  return [
    { ...base, kind: "domain", text: foldString(domain), scope: "all", need: "dots" },
    ...(folded.length < SHORTEST_LABEL
      ? []
      : [{ ...base, kind: "domain", text: folded, scope: isLongLabel(folded) ? "all" : "party" } as const]),
  ];
}

function isLongLabel(folded: string): boolean {
  return folded.length >= LONG_LABEL && isTelling(folded);
}

/** The label that names its owner: of aoba.example.co.jp it is aoba, since "example" names nobody. */
function tellingLabel(domain: string): string {
  const { domainWithoutSuffix, publicSuffix } = parse(domain);
  const labels = (publicSuffix ? domain.slice(0, -publicSuffix.length - 1) : domain).split(".").toReversed();
  return [domainWithoutSuffix ?? "", ...labels].find((label) => label !== "" && !GENERIC_LABELS.has(label)) ?? "";
}

function mailIdentifiers(mail: string): Identifier[] {
  const [local = ""] = mail.toLowerCase().split("@");
  const folded = foldString(local);
  const isOwn = folded.length >= SHORTEST_LOCAL && !GENERIC_LABELS.has(local);
  return [
    { ...base, kind: "mail", text: foldString(mail), scope: "all" },
    ...(isOwn ? [{ ...base, kind: "mail", text: folded, scope: "party" } as const] : []),
  ];
}

/** Digits only, as dialled inside and from outside the country. */
function phoneIdentifiers(phone: string): Identifier[] {
  const digits = foldString(phone)
    .replaceAll(/\D/g, "")
    .replace(/^(?:010)?81(?=[1-9]\d{8,9}$)/, "0")
    .replace(/^810/, "0");
  if (digits.length < 9) return [];
  const abroad = digits.startsWith("0") ? [`81${digits.slice(1)}`, `81${digits}`] : [];
  return [digits, ...abroad].map((text) => ({ ...base, kind: "phone", text, scope: "all", need: "digits" }));
}
