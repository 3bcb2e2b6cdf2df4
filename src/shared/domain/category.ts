import { z } from "zod";

/**
 * Kinds of report, each mapped to class:type of the Reference Security Incident Taxonomy (RSIT 1003). Analysts can
 * add their own in any words; one that is not listed here maps to `other:other`.
 */
export const RSIT_BY_CATEGORY = {
  bec: "fraud:masquerade",
  phishing: "fraud:phishing",
  "targeted-mail": "information-gathering:social-engineering",
  "mass-mail": "abusive-content:spam",
  "malware-mail": "malicious-code:malware-distribution",
  ransomware: "intrusions:system-compromise",
  "unauthorized-access": "intrusions:unprivileged-account-compromise",
  "web-attack": "intrusion-attempts:exploit",
  "form-abuse": "abusive-content:spam",
  "fake-alert": "information-gathering:social-engineering",
  "suspicious-traffic": "information-gathering:scanner",
  "impersonation-site": "fraud:masquerade",
  vulnerability: "vulnerable:vulnerable-system",
  other: "other:other",
} as const;

export type KnownCategory = keyof typeof RSIT_BY_CATEGORY;

/** In the order of the report's digest (chapter 2.2). */
export const KNOWN_CATEGORIES = Object.keys(RSIT_BY_CATEGORY) as KnownCategory[];

export const Category = z.string().trim().min(1).max(60);
export type Category = z.infer<typeof Category>;

export function isKnownCategory(category: string): category is KnownCategory {
  return Object.hasOwn(RSIT_BY_CATEGORY, category);
}

/** RSIT `class:type` of a category. */
export function rsitOf(category: string): string {
  return isKnownCategory(category) ? RSIT_BY_CATEGORY[category] : RSIT_BY_CATEGORY.other;
}
