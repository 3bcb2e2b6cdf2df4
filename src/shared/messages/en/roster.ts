import type { roster as japanese } from "../ja/roster.ts";

export const roster: typeof japanese = {
  listLabel: "Organisations",
  columns: { name: "Name", reading: "Reading", sigs: "SIGs", domains: "Domains", parent: "Parent" },
  filterPlaceholder: "name, reading, alias, domain",
  filterLabel: "Filter",
  allSigs: (count) => `All ${count} SIGs`,
  sigSize: (name, count) => `${name} (${count})`,
  sentence: { sig: "organisations, with" },
  structure: {
    title: (day) => `The scheme as of ${day}`,
    summary: (sigs, organizations, frameworks) =>
      `${sigs} SIGs, ${organizations} memberships, ${frameworks} ${frameworks === 1 ? "framework" : "frameworks"}`,
    frameworks: "Frameworks",
    sigs: "SIGs (industries)",
    organizations: "Members",
    from: "Since",
    noLabel: "size not stated",
  },
  facts: {
    name: "Name",
    reading: "Reading",
    nameEn: "English name",
    aliases: "Aliases",
    domains: "Domains",
    parent: "Parent",
    children: "Group companies",
    persons: "Persons",
    products: "Products",
    addresses: "Addresses",
    phones: "Telephone",
    externalId: "Number",
  },
  memberships: { title: "Memberships", sig: "SIG", from: "From", to: "To", now: "now" },
  secret: "What stands here never goes outside",
  empty: {
    title: "There is no roster yet",
    detail: "Load a roster in the interchange format (.ndjson) with casebook load.",
    filtered: "No organisation matches",
    filteredDetail: "Readings and aliases are searched too.",
    none: "Choose an organisation on the left to see it",
  },
};
