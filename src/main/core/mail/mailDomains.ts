import { getDomain } from "tldts";

/** Where anyone can have an address: its domain says nothing about who wrote. */
const FREE_MAIL = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "outlook.jp",
  "hotmail.com",
  "hotmail.co.jp",
  "live.com",
  "live.jp",
  "msn.com",
  "yahoo.com",
  "yahoo.co.jp",
  "ymail.ne.jp",
  "icloud.com",
  "me.com",
  "aol.com",
  "proton.me",
  "protonmail.com",
  "gmx.com",
  "mail.ru",
  "yandex.ru",
  "yandex.com",
  "163.com",
  "126.com",
  "qq.com",
]);

/** The domain an organisation registers: `a.b.co.jp` belongs to `b.co.jp`. "" for an IP address or nothing. */
export function registeredDomain(host: string): string {
  return getDomain(host, { validateHostname: false }) ?? "";
}

export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(registeredDomain(domain));
}

export function isSameOrganization(domain: string, other: string): boolean {
  const registered = registeredDomain(domain);
  return registered !== "" && registered === registeredDomain(other) && !FREE_MAIL.has(registered);
}
