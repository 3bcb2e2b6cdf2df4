import { isIPv4, isIPv6 } from "node:net";

/** What an observable is, as exchange formats tell kinds apart; null when it cannot be said in them. */
export type ObservableForm =
  | {
      form: "ipv4-addr" | "ipv6-addr" | "domain-name" | "url" | "email-addr" | "subject" | "file-name" | "mutex";
      value: string;
    }
  | { form: "hash"; algorithm: HashAlgorithm; value: string }
  | { form: "as"; number: number };

export type HashAlgorithm = "MD5" | "SHA-1" | "SHA-256" | "SHA-512";

const ALGORITHM_BY_LENGTH: Record<number, HashAlgorithm> = { 32: "MD5", 40: "SHA-1", 64: "SHA-256", 128: "SHA-512" };

/** Reads kind (STIX object name, or an analyst's own word for it) and value; a live value is expected. */
export function observableForm(kind: string, written: string): ObservableForm | null {
  const value = written.trim();
  const name = kind.toLowerCase();
  if (value === "") return null;
  if (name === "ipv4-addr") return isIPv4(value.split("/")[0] ?? "") ? { form: "ipv4-addr", value } : null;
  if (name === "ipv6-addr")
    return isIPv6(value.split("/")[0] ?? "") ? { form: "ipv6-addr", value: value.toLowerCase() } : null;
  if (name === "domain-name" || name === "hostname") return { form: "domain-name", value };
  if (name === "url") return URL.canParse(value) ? { form: "url", value } : null;
  if (name === "email-addr") return /^[^\s@]+@[^\s@]+$/u.test(value) ? { form: "email-addr", value } : null;
  if (name.startsWith("email-message")) return { form: "subject", value };
  if (name === "autonomous-system") return readNumber(value);
  if (name === "mutex") return { form: "mutex", value };
  return name.startsWith("file") ? readFile(value) : null;
}

function readFile(value: string): ObservableForm {
  const algorithm = /^[0-9a-f]+$/iu.test(value) ? ALGORITHM_BY_LENGTH[value.length] : undefined;
  return algorithm === undefined
    ? { form: "file-name", value }
    : { form: "hash", algorithm, value: value.toLowerCase() };
}

function readNumber(value: string): ObservableForm | null {
  const number = Number(/^(?:ASN?\s*)?(\d{1,10})$/iu.exec(value)?.[1] ?? Number.NaN);
  return Number.isInteger(number) && number <= 0xffffffff ? { form: "as", number } : null;
}
