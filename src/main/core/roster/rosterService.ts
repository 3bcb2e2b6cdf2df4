import type { OrganizationDetail, OrganizationRow } from "#shared/contract/roster.ts";
import type { Party } from "#shared/contract/reports.ts";
import { fold } from "#shared/domain/fold.ts";
import { AppError } from "#shared/errors.ts";
import type { ReadableDb } from "../database/handles.ts";
import {
  findAllOrganizations,
  findChildren,
  findFrameworksAsOf,
  findMembershipsAsOf,
  findMembershipsOf,
  findOrganization,
  findSigNamesByOrganization,
  findSigsAsOf,
  type OrganizationRecord,
} from "./rosterRepository.ts";

const LAST_DAY = "9999-12-31";

function searchTextOf({ name, reading, nameEn, aliases, domains, externalId }: OrganizationRecord): string {
  return fold([name, reading ?? "", nameEn ?? "", ...aliases, ...domains, externalId].join("\n"));
}

export type OrganizationListing = { text: string; sigId: string | null; offset: number; limit: number };

export function listOrganizations(
  db: ReadableDb,
  { text, sigId, offset, limit }: OrganizationListing,
): { total: number; rows: OrganizationRow[] } {
  const wanted = fold(text.trim());
  const sigsOf = findSigNamesByOrganization(db);
  const all = findAllOrganizations(db);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const matching = all.filter(
    (organization) =>
      searchTextOf(organization).includes(wanted) &&
      (sigId === null || (sigsOf.get(organization.id) ?? []).some(({ id }) => id === sigId)),
  );
  const rows = matching.slice(offset, offset + limit).map((organization) => toRow(organization, sigsOf, names));
  return { total: matching.length, rows };
}

function toRow(
  { id, externalId, name, reading, domains, parentId }: OrganizationRecord,
  sigsOf: ReadonlyMap<string, { name: string }[]>,
  names: ReadonlyMap<string, string>,
): OrganizationRow {
  return {
    id,
    externalId,
    name,
    reading,
    domains,
    sigs: (sigsOf.get(id) ?? []).map((sig) => sig.name),
    parent: parentId === null ? null : { id: parentId, title: names.get(parentId) ?? "" },
  };
}

/** @throws AppError record.not-found */
export function getOrganization(db: ReadableDb, id: string): OrganizationDetail {
  const organization = findOrganization(db, id);
  if (!organization) throw new AppError("record.not-found", { record: id });
  const parent = organization.parentId === null ? undefined : findOrganization(db, organization.parentId);
  const names = new Map(parent ? [[parent.id, parent.name]] : []);
  const { nameEn, aliases, persons, products, addresses, phones } = organization;
  return {
    ...toRow(organization, findSigNamesByOrganization(db), names),
    nameEn,
    aliases,
    products,
    addresses,
    phones,
    persons: persons.map(({ name, reading = null, email = null }) => ({ name, reading, email })),
    memberships: findMembershipsOf(db, id),
    children: findChildren(db, id),
  };
}

export type Structure = {
  sigs: {
    id: string;
    externalId: string;
    name: string;
    nameEn: string | null;
    from: string;
    to: string | null;
    organizations: number;
  }[];
  frameworks: { id: string; externalId: string; name: string; label: string | null }[];
};

/** The scheme as of the end of a day (product.md, rule 5): active SIGs and how many organisations each has. */
export function structureAsOf(db: ReadableDb, day: string): Structure {
  const members = new Map<string, Set<string>>();
  for (const { sigId, organizationId } of findMembershipsAsOf(db, day)) {
    members.set(sigId, (members.get(sigId) ?? new Set()).add(organizationId));
  }
  return {
    sigs: findSigsAsOf(db, day).map(({ id, externalId, name, nameEn, fromDay, toDay }) => ({
      id,
      externalId,
      name,
      nameEn,
      from: fromDay,
      to: toDay,
      organizations: members.get(id)?.size ?? 0,
    })),
    frameworks: findFrameworksAsOf(db, day),
  };
}

export type ProviderProposal = Party & { hint: string };

/** Organisations, then frameworks, whose name, reading, alias or domain holds the text; names that begin with it first. */
export function findProviders(db: ReadableDb, text: string, limit: number): ProviderProposal[] {
  const wanted = fold(text.trim());
  const sigsOf = findSigNamesByOrganization(db);
  const organizations = findAllOrganizations(db)
    .filter((organization) => searchTextOf(organization).includes(wanted))
    .map((organization) => ({ organization, first: beginsWith(organization, wanted) }))
    .sort((a, b) => Number(b.first) - Number(a.first))
    .map(({ organization: { id, name } }): ProviderProposal => {
      const hint = (sigsOf.get(id) ?? []).map((sig) => sig.name).join("、");
      return { kind: "organization", id, name, hint };
    });
  const frameworks = findFrameworksAsOf(db, LAST_DAY)
    .filter(({ name }) => fold(name).includes(wanted))
    .map(({ id, name, label }): ProviderProposal => ({ kind: "framework", id, name, hint: label ?? "" }));
  return [...organizations, ...frameworks].slice(0, limit);
}

function beginsWith({ name, reading, aliases }: OrganizationRecord, wanted: string): boolean {
  return [name, reading ?? "", ...aliases].some((text) => fold(text).startsWith(wanted));
}
