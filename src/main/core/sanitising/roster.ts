/** What the engine needs to know of a participant; all of it is secret. */
export type RosterOrganization = {
  id: string;
  name: string;
  /** Kana. */
  reading?: string | null;
  nameEn?: string | null;
  aliases: readonly string[];
  domains: readonly string[];
  persons: readonly { name: string; reading?: string | null | undefined; email?: string | null | undefined }[];
  products: readonly string[];
  addresses: readonly string[];
  phones: readonly string[];
  /** Id of the head of its group. */
  parent?: string | null;
  /** Names of the industries (SIG) it is in. */
  industries?: readonly string[];
};

/**
 * What must hold around an occurrence before it counts: `legal-mark` 株 written as ㈱ or (株); `dots` a domain's dots stand
 * there; `digits` no further digits beside it; `company` a legal form, a department or quotation marks tell that a company is meant; `person` an honorific, a header or a path tells that a person is meant.
 */
export type Need = "none" | "company" | "legal-mark" | "dots" | "digits" | "person";

/** One string that points to one organisation. */
export type Identifier = {
  /** Folded: a skeleton, or a sound. */
  text: string;
  matcher: "skeleton" | "sound";
  kind: "organization" | "person" | "mail" | "domain" | "product" | "address" | "phone";
  /** `party`: too short to mean anything but in a text that is about this organisation. */
  scope: "all" | "party";
  need: Need;
  severity: "must" | "review";
};
