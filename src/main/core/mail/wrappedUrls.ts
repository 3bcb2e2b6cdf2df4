import { registeredDomain } from "./mailDomains.ts";

/**
 * URLs that lead through someone else: inspection services of security vendors, which attackers imitate to get past
 * filters (J-CSIP 2022Q4, chapter 3), and hosting or shortening services that they abuse.
 */

const ABUSED_HOSTS = new Set([
  "bit.ly",
  "tinyurl.com",
  "t.co",
  "is.gd",
  "cutt.ly",
  "rebrand.ly",
  "ow.ly",
  "goo.gl",
  "forms.gle",
  "docs.google.com",
  "drive.google.com",
  "sites.google.com",
  "storage.googleapis.com",
  "firebasestorage.googleapis.com",
  "forms.office.com",
  "onedrive.live.com",
  "1drv.ms",
  "www.dropbox.com",
  "dl.dropboxusercontent.com",
  "cdn.discordapp.com",
  "raw.githubusercontent.com",
  "github.com",
  "pastebin.com",
  "translate.goog",
  "www.google.com",
  "www.bing.com",
]);
const ABUSED_DOMAINS = new Set([
  "sharepoint.com",
  "windows.net",
  "azurewebsites.net",
  "web.app",
  "firebaseapp.com",
  "workers.dev",
  "pages.dev",
  "r2.dev",
  "amazonaws.com",
  "cloudfront.net",
  "netlify.app",
  "vercel.app",
  "github.io",
  "translate.goog",
  "weebly.com",
  "wixsite.com",
]);

/** Proofpoint URL Defense v3, and what is made to look like it: `https://inspector/v3/__https://target__;…`. */
const WRAPPED_IN_PATH = /\/v3\/__(https?:.+?)__;/;

export function isAbusedService(host: string): boolean {
  const name = host.toLowerCase();
  return ABUSED_HOSTS.has(name) || ABUSED_DOMAINS.has(registeredDomain(name));
}

/** @returns the URL that an inspection or redirecting service was given, or null when the URL is no such wrapper */
export function unwrapUrl(url: string): string | null {
  const { hostname, searchParams } = new URL(url);
  const host = hostname.toLowerCase();
  let inner: string | null = null;
  if (host.endsWith(".safelinks.protection.outlook.com")) inner = searchParams.get("url");
  else if (host === "urldefense.proofpoint.com") inner = readProofpointV2(searchParams.get("u"));
  else if (WRAPPED_IN_PATH.test(url)) inner = readProofpointV3(url);
  else if (/^(?:www\.)?google\.[a-z.]{2,6}$/.test(host)) inner = searchParams.get("q") ?? searchParams.get("url");
  else if (/(?:^|\.)(?:linkprotect\.cudasvc\.com|protect\.checkpoint\.com)$/.test(host)) inner = searchParams.get("a");
  return inner !== null && /^https?:\/\//i.test(inner) && URL.canParse(inner) && inner.length < url.length
    ? inner
    : null;
}

/** Proofpoint URL Defense v2 writes % as - and / as _. */
function readProofpointV2(value: string | null): string | null {
  if (value === null) return null;
  try {
    return decodeURIComponent(value.replaceAll("-", "%").replaceAll("_", "/"));
  } catch {
    return null;
  }
}

/** Version 3 may write the slashes after the scheme as one. */
function readProofpointV3(url: string): string | null {
  return WRAPPED_IN_PATH.exec(url)?.[1]?.replace(/^(https?:)\/(?!\/)/, "$1//") ?? null;
}
