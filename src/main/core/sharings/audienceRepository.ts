import { asc, eq } from "drizzle-orm";
import type { Audience, SharingDetail } from "#shared/contract/sharings.ts";
import type { ReadableDb, WritableDb } from "../database/handles.ts";
import { frameworks, organizations, sharingRecipients, sigs } from "../database/schema.ts";

export type NamedAudience = Omit<SharingDetail["audience"], "reached">;

/** To whom a sharing is addressed, by name. */
export function findAudience(db: ReadableDb, sharingId: string): NamedAudience {
  const rows = db
    .select({
      row: sharingRecipients,
      sig: { id: sigs.id, title: sigs.name },
      framework: { id: frameworks.id, title: frameworks.name },
      organization: { id: organizations.id, title: organizations.name },
    })
    .from(sharingRecipients)
    .leftJoin(sigs, eq(sigs.id, sharingRecipients.sigId))
    .leftJoin(frameworks, eq(frameworks.id, sharingRecipients.frameworkId))
    .leftJoin(organizations, eq(organizations.id, sharingRecipients.organizationId))
    .where(eq(sharingRecipients.sharingId, sharingId))
    .orderBy(asc(sigs.externalId), asc(frameworks.externalId), asc(organizations.name), asc(sharingRecipients.id))
    .all();
  const audience: NamedAudience = { sigs: [], frameworks: [], organizations: [], except: [] };
  for (const { row, sig, framework, organization } of rows) {
    if (sig) audience.sigs.push(sig);
    if (framework) audience.frameworks.push(framework);
    if (organization) (row.excepted ? audience.except : audience.organizations).push(organization);
  }
  return audience;
}

type RecipientColumns = Pick<typeof sharingRecipients.$inferInsert, "sigId" | "frameworkId" | "organizationId"> & {
  excepted: boolean;
};

function columnsOf({ sigs: sigIds, frameworks: frameworkIds, organizations: ids, except }: Audience) {
  return [
    ...sigIds.map((sigId): RecipientColumns => ({ sigId, excepted: false })),
    ...frameworkIds.map((frameworkId): RecipientColumns => ({ frameworkId, excepted: false })),
    ...ids.map((organizationId): RecipientColumns => ({ organizationId, excepted: false })),
    ...except.map((organizationId): RecipientColumns => ({ organizationId, excepted: true })),
  ];
}

function keyOf({ sigId, frameworkId, organizationId, excepted }: RecipientColumns): string {
  return JSON.stringify([sigId ?? null, frameworkId ?? null, organizationId ?? null, excepted]);
}

/** Makes the audience this one; who is addressed already stays as they are. */
export function replaceAudience(db: WritableDb, sharingId: string, audience: Audience, newId: () => string): void {
  const wanted = new Map(columnsOf(audience).map((columns) => [keyOf(columns), columns]));
  const existing = db.select().from(sharingRecipients).where(eq(sharingRecipients.sharingId, sharingId)).all();
  for (const row of existing) {
    if (!wanted.delete(keyOf(row))) db.delete(sharingRecipients).where(eq(sharingRecipients.id, row.id)).run();
  }
  for (const columns of wanted.values()) {
    db.insert(sharingRecipients)
      .values({ id: newId(), sharingId, ...columns })
      .run();
  }
}
